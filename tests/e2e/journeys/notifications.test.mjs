// A provider is told of what happens, reads it, and chooses how to be told; an administrator looks after jobs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BRIEF } from '../support/browser.mjs';
import { stage } from '../support/journey.mjs';
import { expressInterest, open, press, where, words } from '../support/marketplace.mjs';

const on = stage();
const PROVIDER = 'provider@demo.example';
let provider;

test('what happened stands on a page, and is read without scripts', async () => {
  const agency = await on.browser.person('agency@demo.example');
  provider = await on.browser.person(PROVIDER);
  await open(agency, '/organisations/kallora-water');
  const links = await agency.locator('main a[href*="/listings/TO-"]').evaluateAll((all) => all.map((link) => link.href.match(/TO-[A-Z]{2}-\d{4}-\d{5}/)[0]));
  let sent;
  for (const offer of new Set(links)) {
    // Where the agency has an open interest, the form leads to that one.
    await open(agency, `/listings/${offer}/interest`);
    if (!agency.url().endsWith('/interest')) continue;
    sent = await expressInterest(agency, offer, 'Could it be fitted into the present tanks?');
    break;
  }
  assert.ok(sent, 'the provider has an offer that is free');
  await open(provider, '/notifications');
  assert.ok((await words(provider)).includes(sent), await where(provider));
  await on.browser.axe(['/notifications'], provider);
  const unread = await provider.locator('.notices .unread').count();
  await press(provider, provider.locator('.notices .unread button').first());
  assert.ok(provider.url().endsWith(`/interests/${sent}`), provider.url());
  await open(provider, '/notifications');
  assert.equal(await provider.locator('.notices .unread').count(), unread - 1);
});

test('everybody chooses what comes by mail, and when', async () => {
  await open(provider, '/account/notifications');
  await provider.locator('[id="mail[message]"]').selectOption('daily');
  await provider.locator('#quiet_from').selectOption('22');
  await press(provider, 'main form .actions button');
  assert.ok(await provider.locator('.summary').isVisible(), await where(provider));
  assert.equal(await provider.locator('[id="mail[message]"]').inputValue(), 'daily', 'what was chosen is kept');
  await provider.locator('#quiet_until').selectOption('7');
  await press(provider, 'main form .actions button');
  assert.ok(await provider.locator('.notice.good').isVisible(), await where(provider));
  await on.browser.axe(['/account/notifications'], provider);
});

test('an administrator sees what is to be done', async () => {
  const administrator = await on.browser.person('admin@demo.example');
  await open(administrator, '/admin/jobs');
  await on.browser.axe(['/admin/jobs'], administrator, BRIEF);
});
