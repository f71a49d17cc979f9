// An agency and a provider follow expressions of interest to their ends, without scripts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BRIEF } from '../support/browser.mjs';
import { stage } from '../support/journey.mjs';
import { expressInterest, interestState, open, openMail, pdf, press, step, where, words } from '../support/marketplace.mjs';

const on = stage();
const AGENCY = 'agency@demo.example';
const PROVIDER = 'provider@demo.example';
/** A day that is still to come, whenever this runs. */
const soon = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
let agency;
let provider;
let listings;
let agreed;

/** Writes a message in the open thread, which the other side then reads. */
async function message(from, to, body) {
  await from.locator('#reply textarea').fill(body);
  await press(from, '#reply button[value=send]');
  assert.ok((await from.locator('.thread').innerText()).includes(body), await where(from));
  await to.reload();
  assert.ok((await to.locator('.thread').innerText()).includes(body), await where(to));
}

/** Fails if the page or its source holds an address of either side. */
async function hidesContacts(page) {
  const source = await page.content();
  for (const address of [AGENCY, PROVIDER]) assert.ok(!source.includes(address), `${page.url()} shows ${address}`);
}

test('interest goes from the first message over acceptance to an agreement', async () => {
  agency = await on.browser.person(AGENCY);
  provider = await on.browser.person(PROVIDER);
  // Offers of the provider in which the agency has no open interest yet.
  await open(agency, '/organisations/kallora-water');
  const offers = await agency.locator('main a[href*="/listings/TO-"]').evaluateAll((links) => [...new Set(links.map((link) => link.href.match(/TO-[A-Z]{2}-\d{4}-\d{5}/)[0]))]);
  listings = [];
  for (const offer of offers) {
    // Where it has one, the form leads to that one.
    await open(agency, `/listings/${offer}/interest`);
    if (agency.url().endsWith('/interest')) listings.push(offer);
  }
  assert.ok(listings.length >= 1, 'the provider has an offer that is free');

  // Without a purpose and a message nothing is sent, and what was entered is kept.
  await open(agency, `/listings/${listings[0]}/interest`);
  await agency.locator('#site').fill('Thanh Phu');
  await agency.locator('#file').setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: pdf() });
  await press(agency, 'main button[name=then][value=send]');
  assert.ok(await agency.locator('.summary').isVisible());
  assert.equal(await agency.locator('#site').inputValue(), 'Thanh Phu');
  assert.equal(await agency.locator('#waiting a').innerText(), 'plan.pdf', 'the file waits');

  agreed = await expressInterest(agency, listings[0], 'We look for a first plant in Thanh Phu for 40 households.');
  assert.equal(await interestState(agency), 'sent');
  await hidesContacts(agency);
  await open(agency, '/interests?side=sent');
  assert.ok((await words(agency)).includes(agreed), 'it is among what the agency sent');
  await openMail(provider, PROVIDER, /./);
  await open(provider, '/interests');
  assert.ok((await words(provider)).includes(agreed), 'it is among what the provider received');
  await provider.locator(`a[href$="/interests/${agreed}"]`).click();
  assert.equal(await provider.locator('.thread .message .files a').innerText(), 'plan.pdf', 'it came with the first words');
  await hidesContacts(provider);

  await step(provider, 'acknowledge');
  assert.equal(await interestState(provider), 'acknowledged');
  await open(agency, `/interests/${agreed}`);
  await message(provider, agency, 'Thank you. Which flow do you expect?');
  await message(agency, provider, 'About 6 cubic metres a day, less in the dry months.');
  await hidesContacts(agency);
  await hidesContacts(provider);

  await step(provider, 'discuss');
  assert.equal(await interestState(provider), 'in_discussion');
  await step(provider, 'request_info', { reason: 'Please send the analysis of the water.' });
  assert.equal(await interestState(provider), 'info_requested');
  await agency.reload();
  await step(agency, 'provide_info', { reason: 'COD 340 mg/l, salinity 2 g/l.' });
  assert.equal(await interestState(agency), 'in_discussion');
  await provider.reload();
  await step(provider, 'accept');
  assert.equal(await interestState(provider), 'accepted');
  assert.ok((await words(provider)).includes(AGENCY), 'the provider sees the contact of the agency');
  await agency.reload();
  assert.ok((await words(agency)).includes(PROVIDER), 'the agency sees the contact of the provider');

  await step(agency, 'negotiate');
  assert.equal(await interestState(agency), 'negotiating');
  await provider.reload();
  await step(provider, 'agree', { kind: { index: 1 }, value: 'a lot', currency: 'SGD', starts: soon });
  assert.ok(await provider.locator('.summary').isVisible(), 'a value in words is refused');
  await step(provider, 'agree', { kind: { index: 1 }, value: '184500', currency: 'SGD', starts: soon });
  assert.equal(await interestState(provider), 'agreement');
  await agency.reload();
  assert.equal(await interestState(agency), 'agreement');
  for (const page of [agency, provider]) assert.match(await words(page), /184,500/, 'both read the value');
  await message(provider, agency, 'We look forward to it.');
});

test('a provider declines with a reason that the agency reads', async () => {
  const reference = await expressInterest(agency, listings[0], 'A second site, in the hills.');
  await open(provider, `/interests/${reference}`);
  await step(provider, 'decline', { reason: '' });
  assert.ok(await provider.locator('.summary').isVisible(), 'a reason is needed');
  await step(provider, 'decline', { reason: 'The hills are out of reach of our service crew.' });
  assert.equal(await interestState(provider), 'declined');
  await agency.reload();
  assert.equal(await interestState(agency), 'declined');
  assert.match(await words(agency), /out of reach of our service crew/);
  assert.equal(await agency.locator('#reply').count(), 0, 'no more messages after the end');
  await hidesContacts(agency);
  await hidesContacts(provider);
});

test('an agency withdraws what it sent', async () => {
  const reference = await expressInterest(agency, listings[0], 'A third site, by the sea.');
  await open(provider, `/interests/${reference}`);
  await step(agency, 'withdraw', { reason: 'The site was given to another use.' });
  assert.equal(await interestState(agency), 'withdrawn');
  // The provider still has the page from before: the answer comes too late, and the page says so.
  await step(provider, 'acknowledge');
  assert.ok(await provider.locator('.notice.bad').isVisible(), await where(provider));
  await open(provider, `/interests/${reference}`);
  assert.equal(await interestState(provider), 'withdrawn');
  await hidesContacts(provider);
});

test('two members of one organisation who act at once are not both right', async () => {
  const reference = await expressInterest(agency, listings[0], 'A site between two rivers.');
  const colleague = await on.browser.person('process@kallora-water.example');
  await open(provider, `/interests/${reference}`);
  await step(provider, 'acknowledge');
  await step(provider, 'discuss');
  await open(colleague, `/interests/${reference}`);
  const reason = 'The rivers flood the site each year.';
  const form = colleague.locator('#act form[action$="/decline"]');
  await colleague.locator('#act details').filter({ has: colleague.locator('form[action$="/decline"]') }).locator('summary').click();
  await form.locator('[name=reason]').fill(reason);
  const [accepted, declined] = await Promise.all([step(provider, 'accept'), press(colleague, form.locator('button').last())]);
  assert.deepEqual([accepted, declined].sort(), [303, 409], 'one of them is told that the other was first');
  const late = accepted === 409 ? provider : colleague;
  assert.ok(await late.locator('.notice.bad').isVisible(), await where(late));
  await open(agency, `/interests/${reference}`);
  assert.equal(await interestState(agency), accepted === 303 ? 'accepted' : 'declined');
  if (accepted === 303) await step(agency, 'withdraw', { reason: 'Another site was found.' });
});

test('axe finds nothing on the pages of an interest', async () => {
  const sent = await expressInterest(agency, listings[0], 'A fourth site.');
  await on.browser.axe(['/interests', '/interests?side=sent', `/interests/${agreed}`, `/interests/${sent}`], provider, BRIEF);
  await open(agency, `/interests/${sent}`);
  await step(agency, 'withdraw', { reason: 'Enough for now.' });
  await on.browser.axe(`/listings/${listings[0]}/interest`, agency, BRIEF);
});
