// Files of a listing: several in one form, with and without scripts, and the page as axe sees it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signIn } from '../support/browser.mjs';
import { stage } from '../support/journey.mjs';
import { beginOffer, open, pdf, png, press, until, where } from '../support/marketplace.mjs';

const on = stage();
const document = (name) => ({ name, mimeType: 'application/pdf', buffer: pdf() });
const FORM = 'main form[enctype="multipart/form-data"]';
let page;
let reference;

test('a provider without scripts sends several files, and each has its own result', async () => {
  page = await on.browser.person('provider@demo.example');
  reference = await beginOffer(page);
  await open(page, `/listings/${reference}/edit/files`);
  const photo = { name: 'mats.png', mimeType: 'image/png', buffer: png() };
  const wrong = { name: 'letter.docx', mimeType: 'application/pdf', buffer: Buffer.from('PK\x03\x04') };
  await page.locator('#file').setInputFiles([photo, wrong, document('trial.pdf')]);
  await page.locator('#caption').fill('From the trial');
  await page.locator('#visibility').selectOption('after_acceptance');
  assert.equal(await press(page, `${FORM} button`), 422);
  assert.equal(await page.locator('.summary li').count(), 1);
  assert.match(await page.locator('.summary li').innerText(), /letter\.docx/);
  assert.deepEqual(await page.locator('#results b').allInnerTexts(), ['mats.png', 'letter.docx', 'trial.pdf']);
  assert.equal(await page.locator('#caption').inputValue(), 'From the trial', 'what was typed is kept');
  assert.equal(await page.locator('#visibility').inputValue(), 'after_acceptance');
  assert.ok(await page.locator('main img[alt="From the trial"]').isVisible(), await where(page));
});

test('a link to a video is shown as a link', async () => {
  await page.locator('#link').fill('http://video.example.org/mats');
  assert.equal(await press(page, 'main form[action$="/files/link"] button'), 422);
  await page.locator('#link').fill('https://video.example.org/mats');
  await press(page, 'main form[action$="/files/link"] button');
  const link = page.locator('main a', { hasText: 'video.example.org' });
  assert.equal(await link.getAttribute('rel'), 'nofollow noopener');
});

test('with scripts the page shows how far it is, and what became of it', async () => {
  const scripted = await on.browser.scripted();
  await signIn(scripted, 'provider@demo.example');
  await open(scripted, `/listings/${reference}/edit/files`);
  await scripted.locator('#file').setInputFiles([{ ...document('drawings.pdf'), buffer: Buffer.concat([pdf(), Buffer.alloc(500_000)]) }]);
  await scripted.locator('#caption').fill('Drawings');
  await scripted.locator(`${FORM} button`).click();
  await until('the file in the list', () => scripted.locator('main h2 a', { hasText: 'drawings.pdf' }).count());
  assert.match(await scripted.locator('main .notice').first().innerText(), /file is there/);
  await scripted.locator('#file').setInputFiles([document('second.pdf')]);
  await scripted.locator(`${FORM} button`).click();
  await until('the page answers', () => scripted.locator(`${FORM} button:enabled`).count());
});

test('axe finds nothing on the page of files', async () => {
  await on.browser.axe([`/listings/${reference}/edit/files`], page);
});
