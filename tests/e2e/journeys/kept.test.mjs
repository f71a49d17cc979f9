// What somebody typed is not lost: not when something is still missing, and not when their sign-in has ended.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BRIEF, signIn } from '../support/browser.mjs';
import { stage } from '../support/journey.mjs';
import { beginOffer, open, press, where, words } from '../support/marketplace.mjs';

const on = stage();
const EMAIL = 'provider@demo.example';
let page;
let reference;

const task = (name) => page.locator('.tasks li').filter({ has: page.locator(`a[href$="/edit/${name}"]`) }).last();

test('a benefit that lacks its figures is kept, and its section waits to be finished', async () => {
  page = await on.browser.person(EMAIL);
  reference = await beginOffer(page);
  await open(page, `/listings/${reference}/edit/benefits`);
  if (!(await page.locator('#benefits-0-indicator').count())) await press(page, 'button[name=action][value=add-row]');
  await page.locator('#benefits-0-indicator').selectOption({ index: 1 });
  await page.locator('#benefits-0-baseline').fill('480');
  assert.equal(await page.locator('button[name=action][value=unfinished]').count(), 0, 'nothing is wrong yet');
  await press(page, 'main .actions button[name=action][value=list]');
  assert.ok(await page.locator('.summary').isVisible(), await where(page));
  await press(page, 'button[name=action][value=unfinished]');
  await open(page, `/listings/${reference}/edit`);
  assert.equal(await task('benefits').locator('.state').getAttribute('data-state'), 'unfinished');
  await open(page, `/listings/${reference}/edit/benefits`);
  assert.equal(await page.locator('#benefits-0-baseline').inputValue(), '480');
  await open(page, `/listings/${reference}/edit/check`);
  assert.ok(await page.locator(`main a[href$="/edit/benefits"]`).count(), await where(page));
  await on.browser.axe([`/listings/${reference}/edit`, `/listings/${reference}/edit/benefits`, `/listings/${reference}/preview`], page, BRIEF);
});

test('what is unfinished can be thrown away', async () => {
  await open(page, `/listings/${reference}/edit/benefits`);
  await page.locator('details.fold summary').first().click();
  await press(page, 'button[name=action][value=discard]');
  await open(page, `/listings/${reference}/edit`);
  assert.notEqual(await task('benefits').locator('.state').getAttribute('data-state'), 'unfinished');
});

test('a text whose writer was signed out meanwhile is sent again from the page that keeps it', async () => {
  const title = 'Reed beds for a “quiet” valley <1 ha';
  await open(page, `/listings/${reference}/edit/texts`);
  await page.locator('#title').fill(title);
  await page.context().clearCookies();
  assert.equal(await press(page, 'main .actions button[name=action][value=list]'), 401, await where(page));
  assert.match(await words(page), /signed out/i);
  const beside = await page.context().newPage();
  await signIn(beside, EMAIL);
  assert.equal(await press(page, 'main form .actions button'), 303, await where(page));
  await open(page, `/listings/${reference}/edit/texts`);
  assert.equal(await page.locator('#title').inputValue(), title);
});
