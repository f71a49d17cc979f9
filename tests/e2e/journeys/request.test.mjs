// A request from problem to outcome, without scripts: an agency posts it, a provider asks, the focal point endorses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BRIEF } from '../support/browser.mjs';
import { stage } from '../support/journey.mjs';
import { claim, open, openMail, press, submit, where, words } from '../support/marketplace.mjs';

const on = stage();
const AGENCY = 'agency@demo.example';
const PROVIDER = 'provider@demo.example';
const FOCAL = 'focal@demo.example';
const MODERATOR = 'moderator@demo.example';
const TITLE = 'Colour out of the effluent of a dye house';
let reference;
let agency;
let provider;
let focal;

/** A day from now, as forms take it. */
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('an agency posts a problem on one page, and a moderator publishes it', async () => {
  agency = await on.browser.person(AGENCY);
  await open(agency, '/listings/new');
  await agency.locator('input[name=kind][value=request]').check();
  await agency.locator('#language').selectOption('en');
  await press(agency, 'main .actions button');
  reference = agency.url().match(/TR-[A-Z]{2}-\d{4}-\d{5}/)[0];
  await agency.locator('#title').fill(TITLE);
  await agency.locator('#summary').fill('The river is coloured below a dye house of 900 cubic metres a day.');
  await agency.locator('#description').fill('Reactive dyes, COD 900 mg/L. There is room beside the present tanks.');
  await agency.locator('#country').selectOption('VN');
  await agency.locator('input[name="themes[]"][value=water]').check();
  await agency.locator('#closes').fill(day(20));
  await agency.locator('#closes_time').fill('17:00');
  // The clock is missing: nothing that was typed is lost.
  await press(agency, 'main .actions button[name=action][value=check]');
  assert.ok(await agency.locator('.summary').isVisible(), await where(agency));
  assert.equal(await agency.locator('#title').inputValue(), TITLE);
  await agency.locator('#zone').selectOption('Asia/Ho_Chi_Minh');
  await press(agency, 'main .actions button[name=action][value=check]');
  assert.ok((await words(agency)).includes(TITLE), await where(agency));
  await submit(agency, reference);

  const moderator = await on.browser.person(MODERATOR);
  await claim(moderator, reference);
  await press(moderator, '.decide button[value=approved]');
  await open(agency, `/listings/${reference}`);
  assert.match(await words(agency), /\(UTC\+7\)/);
});

test('a provider follows it and asks, and the answer is public without its name', async () => {
  provider = await on.browser.person(PROVIDER);
  await open(provider, `/listings/${reference}`);
  await press(provider, 'form[action$="/follow"] button');
  await open(provider, `/listings/${reference}/questions`);
  await provider.locator('#question').fill('Call us at +65 6123 4567 for a visit.');
  await press(provider, 'form:has(#question) button');
  assert.ok(await provider.locator('#question-error').isVisible(), 'a telephone number is refused');
  await provider.locator('#question').fill('Is the flow steady over the week?');
  await press(provider, 'form:has(#question) button');
  await openMail(agency, AGENCY, /question about your request/);
  await open(agency, `/listings/${reference}/questions`);
  await agency.locator('#reply-1').fill('It falls to a third on Sundays.');
  await press(agency, 'button[name=then][value=answer]');
  await openMail(provider, PROVIDER, /question was answered/);
  const visitor = await on.browser.person();
  await open(visitor, `/listings/${reference}`);
  assert.match(await words(visitor), /It falls to a third on Sundays/);
  assert.doesNotMatch(await words(visitor), /Kallora/, 'the public reads no name');
});

test('the focal point endorses it and an addendum postpones the closing', async () => {
  focal = await on.browser.person(FOCAL);
  await open(focal, `/listings/${reference}/endorsement`);
  await focal.locator('#text').fill('The district has asked for this for years.');
  await press(focal, 'form:has(#text) button');
  assert.match(await words(focal), /The district has asked for this/);
  await open(agency, `/listings/${reference}/addenda`);
  await agency.locator('#text').fill('Offers are sized for **1,000** cubic metres a day.');
  await agency.locator('#closes').fill(day(10));
  await press(agency, 'form:has(#text) button');
  assert.ok(await agency.locator('#closes-error').isVisible(), 'a closing is not brought forward');
  await agency.locator('#closes').fill(day(30));
  await press(agency, 'form:has(#text) button');
  assert.match(await words(agency), /New closing/);
  await openMail(provider, PROVIDER, /Addendum to a request/);
});

test('axe finds nothing on the pages of a request', async () => {
  await on.browser.axe([`/listings/${reference}`, `/listings/${reference}/questions`, `/listings/${reference}/addenda`, `/listings/${reference}/outcome`, `/listings/${reference}/archive`], agency, BRIEF);
  await on.browser.axe([`/listings/${reference}/questions`, `/listings/${reference}/follow`], provider, BRIEF);
  await on.browser.axe(`/listings/${reference}/endorsement`, focal, BRIEF);
});

test('its outcome ends it, and who followed is told', async () => {
  await open(agency, `/listings/${reference}/outcome`);
  await press(agency, 'form:has(#day) button');
  assert.ok(await agency.locator('#outcome-error').isVisible(), 'an outcome is needed');
  await agency.locator('input[name=outcome][value=pilot]').check();
  await agency.locator('#text').fill('A trial of one year was agreed.');
  await agency.locator('#organisation').fill('Kallora Water');
  await press(agency, 'form:has(#day) button');
  assert.match(await words(agency), /A trial of one year was agreed/);
  await openMail(provider, PROVIDER, /Outcome of a request/);
  await open(provider, `/listings/${reference}`);
  assert.equal(await provider.locator(`a[href$="/listings/${reference}/interest"]`).count(), 0, 'no interest any more');
  await open(provider, `/listings/${reference}/interest`, 409);
});
