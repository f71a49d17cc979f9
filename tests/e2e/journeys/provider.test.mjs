// A provider from signing up to an offer that waits for review, without scripts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stage } from '../support/journey.mjs';
import { beginOffer, fillOffer, open, openMail, pdf, png, press, section, stateOf, submit, where, words } from '../support/marketplace.mjs';

const on = stage();
const EMAIL = 'hui@orchid-weir.example';
const SECRET = 'seven reeds below the weir';
let page;

test('a provider signs up and proves the address by the mailed link', async () => {
  page = await on.browser.person();
  await open(page, '/sign-up');
  await page.locator('#name').fill('Lim Hui');
  await page.locator('#email').fill(EMAIL);
  await page.locator('#password').fill('short');
  await press(page, 'main form button');
  assert.ok(await page.locator('.summary').isVisible(), 'a short password and unread terms are refused');
  assert.equal(await page.locator('#email').inputValue(), EMAIL, 'what was entered is kept');
  await page.locator('#password').fill(SECRET);
  await page.locator('#terms').check();
  await press(page, 'main form button');
  assert.match(page.url(), /\/verify$/);
  await openMail(page, EMAIL);
  await page.locator('.mailtext a[href*="/verify/"]').click();
  assert.match(await words(page), new RegExp(EMAIL));
  await press(page, 'main form button');
  assert.match(page.url(), /\/organisations\/new$/, 'the next step is an organisation');
});

test('a provider registers an organisation', async () => {
  await page.locator('#name').fill('Orchid Weir Water');
  await press(page, 'main .actions button');
  assert.ok(await page.locator('.summary').isVisible(), 'what is missing is said');
  assert.equal(await page.locator('#name').inputValue(), 'Orchid Weir Water', 'what was entered is kept');
  await page.locator('#legal_name').fill('Orchid Weir Water Pte Ltd');
  await page.locator('#registration_number').fill('201912345K');
  await page.locator('#country').selectOption('SG');
  await page.locator('#sector').selectOption('private');
  await page.locator('#size').selectOption('small');
  await page.locator('#website').fill('https://orchid-weir.example');
  await page.locator('#description').fill('We plant slow drains.');
  await press(page, 'main .actions button');
  assert.match(page.url(), /\/organisations\/orchid-weir-water$/);
  await open(page, '/workspace');
  assert.match(await words(page), /Orchid Weir Water/);
});

test('a provider fills an offer section by section, with files, checks it and sends it to review', async () => {
  const reference = await beginOffer(page);
  const title = 'Floating sedge mats for slow drains';

  // What is not complete cannot be sent, and the page says what is missing.
  await open(page, `/listings/${reference}/edit/check`);
  assert.ok((await page.locator('main .notice li a').count()) >= 5, 'what is missing is linked');
  await press(page, 'main form[action$="/submit"] button');
  assert.ok(await page.locator('.summary li a').first().isVisible(), 'what is missing is said again');
  assert.equal(await stateOf(page, reference), 'draft');

  await fillOffer(page, reference, title);
  await section(page, reference, 'cost', async () => {
    await page.locator('#currency').selectOption('SGD');
    await page.locator('#capital_from').fill('12500');
    await page.locator('#capital_to').fill('48000');
    await page.locator('#basis').fill('per 100 m of drain');
  });

  await open(page, `/listings/${reference}/edit/files`);
  const upload = async (file, caption) => {
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('#caption').fill(caption);
    await press(page, 'main form[enctype="multipart/form-data"] button');
  };
  await upload({ name: 'notes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no document at all') }, 'Not a document');
  assert.ok(await page.locator('.summary').isVisible(), 'what only pretends to be a PDF is refused');
  await upload({ name: 'trial-2025.pdf', mimeType: 'application/pdf', buffer: pdf() }, 'Report of the trial');
  assert.ok(await page.locator('main a', { hasText: 'trial-2025.pdf' }).isVisible(), await where(page));
  await upload({ name: 'mats.png', mimeType: 'image/png', buffer: png() }, 'Mats in a drain');
  const picture = page.locator('main img[alt="Mats in a drain"]');
  assert.ok(await picture.isVisible(), await where(page));
  const drawn = await page.request.get(await picture.getAttribute('src'));
  assert.equal(drawn.status(), 200);
  assert.equal(drawn.headers()['content-type'], 'image/webp');

  await open(page, `/listings/${reference}/edit/benefits`);
  const row = (name) => page.locator(`[name="benefits[0][${name}]"]`);
  await row('indicator').selectOption('water_use');
  await row('baseline').fill('twelve');
  await press(page, 'main .actions button[name=action][value=stay]');
  assert.ok(await page.locator('.summary').isVisible(), 'a number in words is refused');
  assert.equal(await row('baseline').inputValue(), 'twelve', 'what was entered is kept');
  await section(page, reference, 'benefits', async () => {
    await row('indicator').selectOption('water_use');
    await row('baseline').fill('12');
    await row('achieved').fill('9');
    await row('unit').selectOption('m3');
    await row('basis').selectOption({ index: 1 });
    await row('product').fill('drain');
    await row('document').selectOption({ index: 1 });
  });
  await open(page, `/listings/${reference}/edit/benefits`);
  assert.match(await words(page), /25/, 'the change is computed');

  await section(page, reference, 'certificates', async () => {
    const field = (name) => page.locator(`[name="certificates[0][${name}]"]`);
    await field('scheme').selectOption({ index: 1 });
    await field('number').fill('OW-2026-118');
    await field('holder').fill('Orchid Weir Water Pte Ltd');
    await field('product').fill('Sedge mat');
    await field('issued').fill('2026-01-15');
    await field('valid_until').fill('2029-01-14');
  });

  await open(page, `/listings/${reference}/edit/check`);
  const answers = await words(page);
  for (const part of [title, 'trial-2025.pdf', 'mats.png', 'OW-2026-118', '12,500']) assert.ok(answers.includes(part), `${part} is among the answers`);
  await submit(page, reference);
  assert.equal(await stateOf(page, reference), 'submitted');
  await open(page, '/workspace');
  assert.match(await words(page), new RegExp(title));

  const visitor = await on.browser.person();
  await open(visitor, `/listings/${reference}`, 404);
});
