// An agency confirms what an agreement has achieved; both sides bring it onto the public ledger, and one takes it off.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BRIEF } from '../support/browser.mjs';
import { stage } from '../support/journey.mjs';
import { open, press, where, words } from '../support/marketplace.mjs';

const on = stage();
let agency;
let exchange;

/** Rows of the ledger as a visitor reads it. */
async function ledger(query = '') {
  const visitor = await on.browser.person();
  await open(visitor, `/statistics/effects${query}`);
  return visitor.locator('table.stacks tbody tr').allInnerTexts();
}

test('an agency reads what the provider entered and confirms it by name, without scripts', async () => {
  agency = await on.browser.person('agency@demo.example');
  await open(agency, '/interests?side=sent&state=agreement');
  await agency.locator('main a[href*="/interests/EOI-"]').filter({ hasText: 'Baffled reactor' }).first().click();
  exchange = new URL(agency.url()).pathname;
  await agency.locator('#effects a[href$="/effects/6"]').click();
  assert.match(await words(agency), /waits for your confirmation/, await where(agency));
  await agency.locator('#name').fill('');
  assert.equal(await press(agency, '#confirm button'), 422);
  assert.ok(await agency.locator('.summary').isVisible());
  await agency.locator('#name').fill('Pham Thu Ha');
  assert.equal(await press(agency, '#confirm button'), 303);
  assert.match(await words(agency), /Confirmed by Pham Thu Ha/, await where(agency));
});

test('a corrected version is typed row by row and asked about where something became worse', async () => {
  await agency.locator('details.fold summary').last().click();
  await press(agency, 'main button[value=add-row]');
  await agency.locator('#benefits-2-indicator').selectOption('water_use');
  await agency.locator('#benefits-2-baseline').fill('12400');
  await agency.locator('#benefits-2-achieved').fill('13000');
  await agency.locator('#benefits-2-unit').selectOption('m3');
  await agency.locator('#benefits-2-basis').selectOption('per_year');
  assert.equal(await press(agency, 'main .actions button[value=enter]'), 422);
  assert.ok(await agency.locator('#asks-2').isVisible(), await where(agency));
  await agency.locator('#benefits-2-achieved').fill('11900');
  assert.equal(await press(agency, 'main .actions button[value=enter]'), 303);
  assert.match(await words(agency), /Version 2/, await where(agency));
  await agency.locator('#name').fill('Pham Thu Ha');
  assert.equal(await press(agency, '#confirm button'), 303);
});

test('it is on the ledger while both sides consent', async () => {
  const before = (await ledger()).length;
  assert.ok(before > 0, 'the demonstration has effects of others');
  await open(agency, exchange);
  await press(agency, '#effects button[value=give]');
  const shown = await ledger();
  assert.equal(shown.length, before + 3);
  assert.ok(shown.some((row) => /Baffled reactor/.test(row) && /−94\s%/.test(row)), shown.join('\n'));
  assert.equal((await ledger('?country=VN&indicator=water_use')).length, 1);
  await press(agency, '#effects button[value=withdraw]');
  assert.equal((await ledger()).length, before);
});

test('axe finds nothing on the pages of effects', async () => {
  await on.browser.axe([exchange, `${exchange}/effects/6`], agency, BRIEF);
  await on.browser.axe(['/statistics/effects', '/statistics/effects?country=LA']);
});
