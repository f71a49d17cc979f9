// Answers to a request, without scripts: a provider compares one of its offers, the agency keeps and chooses, and each is told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BRIEF } from '../support/browser.mjs';
import { stage } from '../support/journey.mjs';
import { open, openMail, press, where, words } from '../support/marketplace.mjs';

const on = stage();
const AGENCY = 'agency@demo.example';
const PROVIDER = 'shen.ruolin@suolan-membrane.example';
const OTHER = 'provider@demo.example';
const SHARED = 'Another answer showed its colour by figures.';
let agency;
let provider;
let reference;
let answer;

test('a provider compares an offer with what is required, and sends what was compared', async () => {
  provider = await on.browser.person(PROVIDER);
  // The page is long, and a button that is still being scrolled to cannot be pressed.
  await provider.emulateMedia({ reducedMotion: 'reduce' });
  await open(provider, '/en/listings?q=Phu+Canh&kind=request');
  reference = (await provider.locator('article a').first().getAttribute('href')).match(/TR-VN-\d{4}-\d{5}/)[0];
  await open(provider, `/en/listings/${reference}/interest`);
  const offer = provider.locator('#answer-offer option').filter({ hasText: 'TO-' });
  const choices = await offer.evaluateAll((options) => options.map((option) => option.value));
  // The one of its offers that treats dye house effluent meets most.
  let best = { value: '', matches: -1 };
  for (const value of choices) {
    await open(provider, `/en/listings/${reference}/interest`);
    await provider.locator('#answer-offer').selectOption(value);
    assert.equal(await press(provider, 'button[name=then][value=compare]'), 303, await where(provider));
    const matches = await provider.locator('#answer [data-state=match]').count();
    if (matches > best.matches) best = { value, matches };
  }
  assert.equal(best.matches, 3, 'colour, COD and conductivity, the last one converted');
  await open(provider, `/en/listings/${reference}/interest`);
  await provider.locator('#answer-offer').selectOption(best.value);
  await press(provider, 'button[name=then][value=compare]');
  await on.browser.axe(`/en/listings/${reference}/interest`, provider, BRIEF);
  await open(provider, `/en/listings/${reference}/interest`);
  assert.match(await provider.locator('#answer').innerText(), /95\s*µS\/cm \(0\.095\s*mS\/cm\)/);
  await provider.locator('input[name="purpose[]"]').first().check();
  await provider.locator('#message').fill('One stage, as at our dye house.');
  await provider.locator('#answer-word-3').selectOption('partly');
  await press(provider, 'button[name=then][value=send]');
  assert.ok(await provider.locator('#answer-said-3-error').isVisible(), 'what is met in part is explained');
  await provider.locator('#answer-said-3').fill('The membranes stand beside the road.');
  assert.equal(await press(provider, 'button[name=then][value=send]'), 303, await where(provider));
  answer = provider.url().match(/EOI-\d{4}-\d{5}/)[0];
  assert.match(await words(provider), /The membranes stand beside the road/);
  await open(provider, `/en/listings/${reference}/answers`, 404);
});

test('the agency sees it in its place among the answers, and keeps it with a reason', async () => {
  agency = await on.browser.person(AGENCY);
  await agency.emulateMedia({ reducedMotion: 'reduce' });
  await open(agency, `/en/listings/${reference}/answers`);
  // Two measured essential limits each; the first says more of the rest, the third has one figure only.
  const order = (await agency.locator('thead th').allInnerTexts()).slice(1).map((text) => text.split(' ')[0]);
  assert.deepEqual(order.slice(0, 3), ['Luc', 'Suolan', 'Kallora'], await where(agency));
  const form = `form[action$="/answers/${answer}"]`;
  await press(agency, `${form} button[value=kept]`);
  assert.ok(await agency.locator(`#reason-${answer}-error`).isVisible(), 'a reason is needed');
  await agency.locator(`#reason-${answer}`).fill('All measured limits are met.');
  assert.equal(await press(agency, `${form} button[value=kept]`), 303);
  assert.match(await agency.locator(`article#${answer}`).innerText(), /All measured limits are met/);
  await on.browser.axe([`/en/listings/${reference}/answers`, `/en/listings/${reference}/outcome`, `/en/interests/${answer}`], agency, BRIEF);
});

test('the outcome tells each once what became of it, with the shared reason only', async () => {
  await open(agency, `/en/listings/${reference}/outcome`);
  await agency.locator('input[name=outcome][value=pilot]').check();
  await agency.locator('#text').fill('A pilot of one year.');
  await agency.locator(`input[name="chosen[]"][value="${answer}"]`).check();
  await press(agency, 'form:has(#day) button');
  assert.ok(await agency.locator('.summary').isVisible(), 'those who are not chosen are owed a reason');
  await agency.locator('#reason').fill(SHARED);
  assert.equal(await press(agency, 'form:has(#day) button'), 303, await where(agency));
  await open(provider, `/en/interests/${answer}`);
  assert.ok(await provider.locator('.notice.good').first().isVisible());
  await openMail(provider, OTHER, /was not chosen/);
  const other = await on.browser.person(OTHER);
  await open(other, '/en/interests?side=sent&state=declined');
  await other.locator('.list a').first().click();
  const said = await words(other);
  assert.ok(said.includes(SHARED) && !said.includes('All measured limits are met'), await where(other));
  assert.ok(!said.includes('Suolan'), 'nothing of the others');
});
