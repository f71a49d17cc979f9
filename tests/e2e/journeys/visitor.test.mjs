// A visitor who has no account and no scripts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stage } from '../support/journey.mjs';

const on = stage();
/** The title of a result. */
const TITLE = 'article :is(h2, h3) a';

test('a visitor finds a listing by facet', async () => {
  const page = await on.browser.person();
  await page.goto('/');
  await page.locator('.tiles a.tile').first().click();
  assert.match(page.url(), /theme=/);
  const all = await page.locator('article').count();
  assert.ok(all > 0, 'the theme has listings');
  const offers = page.locator('input[name=kind][value=offer]');
  if (!(await offers.isVisible())) await page.locator('form.filters details > summary').first().click();
  await offers.check();
  await page.locator('form.filters button').click();
  assert.match(page.url(), /kind=offer/);
  assert.match(page.url(), /theme=/, 'the theme is kept');
  const title = await page.locator(TITLE).first().innerText();
  await page.locator(TITLE).first().click();
  assert.match(page.url(), /\/listings\/TO-/);
  assert.equal(await page.locator('h1').innerText(), title);
});

test('a visitor finds a listing by a Chinese query', async () => {
  const page = await on.browser.person();
  await page.goto('/zh');
  await page.locator('input[name=q]').first().fill('印染废水');
  await page.locator('form[role=search] button').first().click();
  assert.match(page.url(), /\/zh\/listings\?q=/);
  assert.equal(await page.getAttribute('html', 'lang'), 'zh');
  assert.ok((await page.locator('article').count()) > 0, 'something is found');
  await page.locator(TITLE).first().click();
  assert.match(page.url(), /\/zh\/listings\/T[OR]-/);
});

test('what cannot be found says what to do next', async () => {
  const page = await on.browser.person();
  await page.goto('/listings?q=qqxxzzqq');
  assert.equal(await page.locator('article').count(), 0);
  assert.ok(await page.locator('.empty').isVisible());
  const answer = await page.goto('/listings/TO-XX-1999-00001');
  assert.equal(answer.status(), 404);
  assert.ok(await page.locator('h1').isVisible());
});

test('axe finds nothing on what a visitor sees', async () => {
  const page = await on.browser.person();
  await page.goto('/listings?kind=offer');
  const offer = new URL(await page.locator(TITLE).first().getAttribute('href'), on.server.url).pathname;
  await page.goto('/listings?kind=request');
  const request = new URL(await page.locator(TITLE).first().getAttribute('href'), on.server.url).pathname;
  await on.browser.axe(['/', '/listings', '/listings?q=water&kind=offer', '/listings?q=qqxxzzqq', offer, request, '/about', '/help', '/contact', '/not-here']);
});

test('scripts, where they are on, complain of nothing', async () => {
  const page = await on.browser.scripted();
  for (const path of ['/', '/listings', '/listings?q=water']) await page.goto(path);
});
