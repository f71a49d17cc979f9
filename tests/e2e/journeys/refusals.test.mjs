// Strangers, viewers, other organisations and visitors who are not signed in are refused at each step.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stage } from '../support/journey.mjs';
import { beginOffer, expressInterest, fillOffer, open, press, submit, where, words } from '../support/marketplace.mjs';

const on = stage();
const ORIGIN = { 'sec-fetch-site': 'same-origin' };
const people = {};
let draft;
let waiting;
let caseOf;
let interest;
let published;
let outside;

/** The status of a form that is sent without its page, as somebody would who tries what is not offered. */
async function send(page, path, form = {}) {
  const headers = { ...ORIGIN, origin: on.server.url };
  const answer = await page.request.post(`${on.server.url}${path}`, { form, headers, maxRedirects: 0 });
  return { status: answer.status(), location: answer.headers().location ?? '' };
}

/** Fails unless reading and sending is refused with one of the `statuses`. */
async function refused(page, who, reads, sends, statuses) {
  for (const path of reads) {
    const answer = await page.goto(path);
    assert.ok(statuses.includes(answer.status()), `${who} reads ${path}: ${answer.status()}`);
    assert.ok(await page.locator('h1').isVisible(), `${who} is told why at ${path}`);
  }
  for (const [path, form] of sends) {
    const { status } = await send(page, path, form);
    assert.ok(statuses.includes(status), `${who} sends ${path}: ${status}`);
  }
}

const editing = (reference) => ['', '/texts', '/files', '/benefits', '/languages', '/check'].map((part) => `/listings/${reference}/edit${part}`);
const changing = (reference) => [
  [`/listings/${reference}/edit/texts`, { version: '1', mark: '', title: 'Taken over', action: 'list' }],
  ...['submit', 'take-back', 'pause', 'resume', 'renew', 'archive'].map((act) => [`/listings/${reference}/${act}`, {}]),
];
const stepping = (reference) => [
  [`/interests/${reference}/messages`, { body: 'Let me in' }],
  ...['acknowledge', 'discuss', 'accept', 'decline', 'withdraw', 'negotiate', 'agree'].map((act) => [`/interests/${reference}/${act}`, { reason: 'because' }]),
];

test('there is something to be refused', async () => {
  people.provider = await on.browser.person('provider@demo.example');
  people.moderator = await on.browser.person('moderator@demo.example');
  people.agency = await on.browser.person('agency@demo.example');
  people.viewer = await on.browser.person('finance@kallora-water.example');
  people.other = await on.browser.person('marcus.teo@coolith-energy.example');
  people.visitor = await on.browser.person();

  draft = await beginOffer(people.provider);
  waiting = await beginOffer(people.provider);
  await fillOffer(people.provider, waiting, 'Sedge mats that wait for review');
  await submit(people.provider, waiting);
  await open(people.moderator, '/moderation');
  caseOf = new URL(await people.moderator.locator('tbody tr').filter({ hasText: waiting }).locator('th a').getAttribute('href'), on.server.url).pathname;

  await open(people.agency, '/organisations/kallora-water');
  const offers = await people.agency.locator('main a[href*="/listings/TO-"]').evaluateAll((links) => [...new Set(links.map((link) => link.href.match(/TO-[A-Z]{2}-\d{4}-\d{5}/)[0]))]);
  for (published of offers) {
    await open(people.agency, `/listings/${published}/interest`);
    if (people.agency.url().endsWith('/interest')) break;
  }
  interest = await expressInterest(people.agency, published, 'We look for a first plant in Thanh Phu.');
  outside = [`/listings/${draft}`, `/listings/${waiting}`, caseOf, `/interests/${interest}`];
});

test('a visitor is asked to sign in first, and comes back to where he wanted to go', async () => {
  const closed = ['/workspace', '/workspace/listings', '/listings/new', ...editing(draft), `/listings/${published}/interest`, '/interests', `/interests/${interest}`, '/moderation', caseOf, '/organisations/new', '/organisations/kallora-water/edit', '/organisations/kallora-water/members', '/account', '/acting'];
  for (const path of closed) {
    await people.visitor.goto(path);
    assert.match(people.visitor.url(), /\/sign-in\?next=/, `${path} leads to ${people.visitor.url()}`);
  }
  for (const [path, form] of [...changing(draft), ...stepping(interest), [`${caseOf}/claim`, {}], [`${caseOf}/decide`, { decision: 'approved' }]]) {
    const { status, location } = await send(people.visitor, path, form);
    assert.ok(status === 401 || (status === 303 && /\/sign-in/.test(location)), `${path}: ${status} ${location}`);
  }
  await open(people.visitor, `/listings/${draft}`, 404);
  await open(people.visitor, `/listings/${waiting}`, 404);
});

test('a form that another site sends is refused', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
  const answer = await people.provider.request.post(`${on.server.url}/listings/${draft}/archive`, { headers, form: {}, maxRedirects: 0 });
  assert.equal(answer.status(), 403);
  await open(people.provider, `/listings/${draft}/edit`);
});

test('a stranger without an organisation gets nowhere', async () => {
  const stranger = await on.browser.person('moderator2@demo.example');
  await refused(stranger, 'a person without an organisation', [], [...changing(draft), ...stepping(interest)], [303, 403, 404]);
  await open(stranger, '/workspace');
  assert.doesNotMatch(stranger.url(), /\/workspace/, 'the first step is an organisation');
});

test('a viewer reads and changes nothing', async () => {
  const { viewer } = people;
  await refused(viewer, 'a viewer', ['/listings/new', `/listings/${draft}/edit`, `/listings/${draft}/edit/texts`, '/organisations/kallora-water/edit', `/listings/${draft}/archive`], [...changing(draft), ['/listings/new', { kind: 'offer', language: 'en' }], ['/organisations/kallora-water/members', { email: 'x@kallora-water.example', role: 'owner' }]], [403]);
  await open(viewer, `/listings/${draft}/edit/check`);
  await open(viewer, `/interests/${interest}`);
  assert.equal(await viewer.locator('#act form, #reply').count(), 0, await where(viewer));
  await refused(viewer, 'a viewer', [], stepping(interest), [403]);
  await refused(viewer, 'a viewer', ['/moderation', caseOf], [[`${caseOf}/claim`, {}]], [403, 404]);
});

test('another organisation sees neither drafts nor exchanges', async () => {
  const { other } = people;
  await refused(other, 'another organisation', [...outside, ...editing(draft)], [...changing(draft), ...changing(waiting), ...stepping(interest)], [403, 404]);
  for (const path of [`/listings/${draft}`, `/interests/${interest}`]) await open(other, path, 404);
  await refused(other, 'another organisation', ['/organisations/kallora-water/edit', '/organisations/kallora-water/members'], [['/organisations/kallora-water/edit', { version: '1', name: 'Mine now' }]], [403, 404]);
});

test('a provider neither reviews nor expresses interest in what is its own, and a moderator edits nothing', async () => {
  const { provider, moderator } = people;
  await refused(provider, 'a provider', ['/moderation', caseOf, `/listings/${published}/interest`], [[`${caseOf}/claim`, {}], [`${caseOf}/decide`, { decision: 'approved' }], [`/listings/${published}/interest`, { message: 'x' }]], [403, 404]);
  await refused(moderator, 'a moderator', [], changing(draft), [303, 403, 404]);
  await open(provider, `/listings/${draft}/edit`);
  assert.doesNotMatch(await words(provider), /Taken over/);
});

test('the side that may not take a step is refused, and contacts stay closed before acceptance', async () => {
  const { agency, provider } = people;
  for (const act of ['accept', 'decline', 'acknowledge']) {
    const { status } = await send(agency, `/interests/${interest}/${act}`, { reason: 'because' });
    assert.equal(status, 403, `the sender sends ${act}`);
  }
  const { status } = await send(provider, `/interests/${interest}/withdraw`, { reason: 'because' });
  assert.equal(status, 403, 'the receiver withdraws');
  for (const page of [agency, provider]) {
    for (const path of [`/interests/${interest}`, '/interests', '/interests?side=sent', `/listings/${published}`, '/organisations/kallora-water', '/organisations/ben-huong-environment']) {
      await open(page, path);
      const source = await page.content();
      for (const address of ['agency@demo.example', 'provider@demo.example']) assert.ok(!source.includes(address), `${path} shows ${address}`);
    }
  }
  await open(provider, '/demo/mailbox');
  for (const link of await provider.locator('.mails a').evaluateAll((links) => links.map((link) => link.href))) {
    await provider.goto(link);
    assert.ok(!(await provider.locator('.mailtext').innerText()).includes('agency@demo.example'), 'a mail tells the address of the other side');
  }
});
