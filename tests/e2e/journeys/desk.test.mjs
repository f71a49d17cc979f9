// Two members of a provider work on what was received; an answer is overdue, lapses, is revived and declined in bulk.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BRIEF } from '../support/browser.mjs';
import { stage } from '../support/journey.mjs';
import { advance, expressInterest, interestState, open, openMail, press, where, words } from '../support/marketplace.mjs';

const on = stage();
const AGENCY = 'agency@demo.example';
const PROVIDER = 'provider@demo.example';
let agency;
let provider;
let first;

/** Offers of the provider in which the agency has nothing under way. */
async function freeOffers() {
  await open(agency, '/organisations/kallora-water');
  const offers = await agency.locator('main a[href*="/listings/TO-"]').evaluateAll((links) => [...new Set(links.map((link) => link.href.match(/TO-[A-Z]{2}-\d{4}-\d{5}/)[0]))]);
  const free = [];
  for (const offer of offers) {
    await open(agency, `/listings/${offer}/interest`);
    if (agency.url().endsWith('/interest')) free.push(offer);
  }
  return free;
}

test('what was received is assigned, labelled and noted, out of sight of the other side', async () => {
  agency = await on.browser.person(AGENCY);
  provider = await on.browser.person(PROVIDER);
  const offers = await freeOffers();
  assert.ok(offers.length >= 1, 'the provider has an offer that is free');
  first = await expressInterest(agency, offers[0], 'We look for a first plant in Thanh Phu for 40 households.');
  assert.match(await words(agency), /The answer is due by/, await where(agency));

  await open(provider, `/interests/${first}`);
  await provider.locator(`a[href$="/interests/${first}/desk"]`).click();
  await provider.locator('#assignee').selectOption({ index: 1 });
  await provider.locator('#labels').fill('urgent, schools');
  assert.equal(await press(provider, 'form[action$="/desk"] button'), 303);
  await provider.locator('#note').fill('Ask the works for a date.');
  assert.equal(await press(provider, 'form[action$="/notes"] button'), 303);
  assert.match(await words(provider), /Ask the works for a date/);
  await open(agency, `/interests/${first}`);
  const seen = await agency.content();
  assert.ok(!seen.includes('Ask the works') && !seen.includes('schools'), 'the other side sees nothing of it');

  await open(provider, '/interests?label=urgent');
  assert.match(await words(provider), new RegExp(first), await where(provider));
  await open(provider, '/interests?assigned=nobody');
  assert.doesNotMatch(await words(provider), new RegExp(first));
});

test('the board moves by buttons that the keyboard reaches', async () => {
  await open(provider, '/interests/board');
  const card = provider.locator('.column li').filter({ hasText: first });
  await card.locator('form[action$="/acknowledge"] button').focus();
  await Promise.all([provider.waitForURL(/side=received/), provider.keyboard.press('Enter')]);
  const column = provider.locator('.column').filter({ has: provider.locator('li', { hasText: first }) });
  assert.match(await column.locator('h2').innerText(), /Acknowledged/, await where(provider));
});

test('without an answer it is overdue, lapses, and is opened again once', async () => {
  await advance(agency, 25);
  await openMail(provider, PROVIDER, /waits for your answer|is overdue/);
  agency = await on.browser.person(AGENCY);
  await advance(agency, 3);
  await openMail(agency, AGENCY, /lapsed/);
  agency = await on.browser.person(AGENCY);
  await open(agency, `/interests/${first}`);
  assert.equal(await interestState(agency), 'lapsed', await where(agency));
  await press(agency, 'form[action$="/revive"] button');
  assert.equal(await interestState(agency), 'sent');
  assert.match(await words(agency), /The answer is due by/);
});

test('several are closed at once, and the dossier tells the whole exchange', async () => {
  provider = await on.browser.person(PROVIDER);
  await open(provider, '/interests?state=sent');
  await provider.locator(`input[value="${first}"]`).check();
  await provider.locator('form[action$="/interests/close"] button').click();
  assert.match(await words(provider), /Decline/, await where(provider));
  assert.equal(await press(provider, 'main form button.danger'), 422, 'a reason is needed');
  await provider.locator('#reason').fill('We build no further plant this year.');
  assert.equal(await press(provider, 'main form button.danger'), 303);
  await open(agency, `/interests/${first}`);
  assert.equal(await interestState(agency), 'declined');
  await open(agency, `/interests/${first}/dossier`);
  const dossier = await words(agency);
  for (const said of ['first plant in Thanh Phu', 'We build no further plant this year', 'opened it again', 'It lapsed']) {
    assert.ok(dossier.includes(said), `${said}: ${dossier}`);
  }
});

test('a calendar feed is made, read without signing in, and revoked', async () => {
  await open(provider, '/interests/calendar');
  assert.equal(await press(provider, 'form[action$="/interests/calendar"] button'), 200);
  const address = new URL(await provider.locator('code.long').innerText()).pathname;
  const visitor = await on.browser.person();
  const feed = await visitor.request.get(address);
  assert.equal(feed.status(), 200);
  assert.match(await feed.text(), /^BEGIN:VCALENDAR/);
  await open(provider, '/interests/calendar');
  await press(provider, 'form[action$="/revoke"] button');
  assert.equal((await visitor.request.get(address)).status(), 404);
});

test('axe finds nothing on the pages of the desk', async () => {
  const pages = ['/interests', '/interests/board', '/interests/board?side=sent', `/interests/close?pick[]=${first}`, '/interests/calendar', `/interests/${first}/desk`, `/interests/${first}/dossier?notes=yes`];
  await on.browser.axe(pages, provider, BRIEF);
});
