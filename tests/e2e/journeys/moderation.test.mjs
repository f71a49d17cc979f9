// A moderator and a provider take an offer from review to the public, without scripts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BRIEF } from '../support/browser.mjs';
import { stage } from '../support/journey.mjs';
import { beginOffer, claim, fillOffer, open, openMail, press, section, stateOf, submit, until, where, words } from '../support/marketplace.mjs';

const on = stage();
const TITLE = 'Coir sedge mats for quillfen drains';
const REASON = 'Say how often the sedges are cut and where they go.';
let provider;
let moderator;
let visitor;
let reference;

/** How many results a visitor gets for a word that stands in no other listing. */
const found = async (word) => {
  await open(visitor, `/listings?q=${word}`);
  return visitor.locator('article').filter({ hasText: reference }).count();
};

test('a moderator asks for changes with a reason, and the provider reads it', async () => {
  provider = await on.browser.person('provider@demo.example');
  moderator = await on.browser.person('moderator@demo.example');
  visitor = await on.browser.person();
  reference = await beginOffer(provider);
  await fillOffer(provider, reference, TITLE);
  await submit(provider, reference);

  await claim(moderator, reference);
  // A request for changes needs a reason.
  await press(moderator, '.decide button[value=changes_requested]');
  assert.ok(await moderator.locator('.summary').isVisible(), await where(moderator));
  const ask = moderator.locator('details').filter({ has: moderator.locator('[name="reasons[description]"]') });
  if (!(await ask.locator('textarea').isVisible())) await ask.locator('summary').click();
  await ask.locator('textarea').fill(REASON);
  await press(moderator, '.decide button[value=changes_requested]');
  assert.doesNotMatch(moderator.url(), /\/decide$/, await where(moderator));

  assert.equal(await stateOf(provider, reference), 'changes_requested');
  assert.ok((await words(provider)).includes(REASON), 'the reason stands above the tasks');
  await open(provider, '/workspace');
  assert.ok((await words(provider)).includes(REASON), 'the reason stands in the workspace');
  await openMail(provider, 'provider@demo.example', new RegExp(TITLE));
  assert.ok((await words(provider)).includes(REASON), 'the reason stands in the mail');
});

test('the provider mends it, a moderator approves it, and a visitor finds it within a second', async () => {
  await section(provider, reference, 'texts', () => provider.locator('#description').fill('Sedges are cut twice a year and composted at the quillfen yard.'));
  await submit(provider, reference);
  assert.equal(await stateOf(provider, reference), 'submitted');
  assert.equal(await found('quillfen'), 0, 'nobody finds it before it is approved');

  await claim(moderator, reference);
  assert.ok(await moderator.locator('table.diff').isVisible(), 'the moderator sees what changed');
  await press(moderator, '.decide button[value=approved]');
  await until('the visitor finds it', () => found('quillfen'), 1_000);
  await visitor.locator('article').filter({ hasText: reference }).locator(':is(h2, h3) a').click();
  assert.equal(await visitor.locator('h1').innerText(), TITLE);
  assert.equal(await stateOf(provider, reference), 'published');
});

test('a published offer stays as it was approved until the change is approved', async () => {
  await section(provider, reference, 'texts', () => provider.locator('#title').fill('Coir sedge mats, second make, for brindlemoor drains'));
  await submit(provider, reference);
  await open(visitor, `/listings/${reference}`);
  assert.equal(await visitor.locator('h1').innerText(), TITLE);
  assert.equal(await found('brindlemoor'), 0);
  await claim(moderator, reference);
  assert.match(await moderator.locator('table.diff').innerText(), /second make/);
  await press(moderator, '.decide button[value=approved]');
  await until('the visitor finds the change', () => found('brindlemoor'), 1_000);
});

test('two moderators cannot decide the same case', async () => {
  const second = await on.browser.person('moderator2@demo.example');
  await section(provider, reference, 'texts', () => provider.locator('#title').fill('Coir sedge mats, third make'));
  await submit(provider, reference);
  await claim(moderator, reference);
  const address = new URL(moderator.url()).pathname;
  await open(second, address);
  assert.equal(await second.locator('.decide').count(), 0, 'a held case has no buttons');
  await press(moderator, '.decide button[formaction$="/release"]');
  await open(second, address);
  await press(second, 'form[action$="/claim"] button');
  await open(second, address);
  await press(second, '.decide button[value=approved]');
  await open(moderator, address);
  assert.equal(await moderator.locator('.decide').count(), 0, 'a decided case has no buttons');
});

test('axe finds nothing on what a moderator sees', async () => {
  await open(moderator, '/moderation');
  await press(moderator, moderator.locator('form[action$="/claim"] button').first());
  await open(moderator, '/moderation');
  const held = await moderator.locator('tbody tr').filter({ hasNot: moderator.locator('form') }).locator('th a').evaluateAll((links) => links.map((link) => new URL(link.href).pathname));
  assert.ok(held.length > 0, 'a case is held');
  await on.browser.axe(['/moderation', '/moderation?show=decided', '/moderation/certificates', held[0]], moderator, BRIEF);
});
