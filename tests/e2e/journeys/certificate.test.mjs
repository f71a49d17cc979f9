// A certificate from claim to expiry: claimed with its document, verified, worth something abroad, and gone by itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BRIEF } from '../support/browser.mjs';
import { stage } from '../support/journey.mjs';
import { advance, beginOffer, claim, fillOffer, open, openMail, pdf, press, section, submit, until, where, words } from '../support/marketplace.mjs';

const on = stage();
const NUMBER = 'TGL-JOURNEY-1';
const NAME = `Thai Green Label ${NUMBER}`;
let provider;
let moderator;
let visitor;
let reference;
let certificate;

/** The last day of a certificate that ends in so many days. */
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Whether a search for labels that count in China finds the offer. */
const counts = async () => {
  await open(visitor, '/listings?q=quillfen&recognised_in=CN');
  return visitor.locator('article').filter({ hasText: reference }).count();
};

test('a provider claims a certificate with its document, and a moderator verifies it', async () => {
  provider = await on.browser.person('provider@demo.example');
  moderator = await on.browser.person('moderator@demo.example');
  visitor = await on.browser.person();
  reference = await beginOffer(provider);
  await fillOffer(provider, reference, 'Coir sedge mats for quillfen drains');
  await open(provider, `/listings/${reference}/edit/files`);
  await provider.locator('#file').setInputFiles([{ name: 'certificate.pdf', mimeType: 'application/pdf', buffer: pdf() }]);
  await provider.locator('#kind').selectOption('certificate');
  await press(provider, 'main form[enctype="multipart/form-data"] button');
  await section(provider, reference, 'certificates', async () => {
    await provider.locator('#certificates-0-scheme').selectOption('TH-TGL');
    await provider.locator('#certificates-0-number').fill(NUMBER);
    await provider.locator('#certificates-0-holder').fill('Kallora Water Reuse');
    await provider.locator('#certificates-0-product').fill('Sedge mat');
    await provider.locator('#certificates-0-valid_until').fill(day(120));
    await provider.locator('#certificates-0-document').selectOption({ label: 'certificate.pdf' });
  });
  await submit(provider, reference);
  await claim(moderator, reference);
  await press(moderator, '.decide button[value=approved]');
  await until('the listing is public', async () => (await visitor.goto(`/listings/${reference}`)).status() === 200);
  assert.equal(await visitor.locator('.chip.label').count(), 0, 'no badge before anybody has looked');
  assert.equal(await counts(), 0);

  await open(moderator, '/moderation/certificates');
  const row = moderator.locator('li, tr, article').filter({ hasText: NUMBER }).last();
  await press(moderator, row.locator('button[value=verified]'));
  await until('the badge', async () => {
    await open(visitor, `/listings/${reference}`);
    return visitor.locator('.chip.label', { hasText: 'Thai Green Label' }).count();
  });
  await until('a search finds what counts in China', counts);
  await openMail(visitor, 'provider@demo.example', new RegExp(`verified: ${NAME}`));
});

test('its page says what it is worth, and prints', async () => {
  await open(visitor, `/listings/${reference}`);
  await visitor.getByRole('link', { name: `Number ${NUMBER}` }).click();
  certificate = new URL(visitor.url()).pathname;
  assert.match(await words(visitor), /It holds\.[\s\S]*China[\s\S]*Recognised under an agreement/, await where(visitor));
  await visitor.emulateMedia({ media: 'print' });
  const tall = await visitor.evaluate(() => document.documentElement.scrollHeight / document.documentElement.clientWidth);
  assert.ok(tall < 1.42 * 1.5, `it takes ${tall} of its width`);
  await visitor.emulateMedia({ media: 'screen' });
  await on.browser.axe([certificate, '/demo/clock'], undefined, BRIEF);
});

test('its owner is told 90, 30, 14 and 0 days before its last day, and then the badge goes by itself', async () => {
  for (const [days, said] of [[30, /ends in 90 days/], [60, /ends in 30 days/], [16, /ends in 14 days/], [14, /ends today/]]) {
    await advance(visitor, days);
    await openMail(visitor, 'provider@demo.example', new RegExp(`${said.source}: ${NAME}`));
    assert.ok((await words(visitor)).includes(NUMBER), await where(visitor));
  }
  await open(visitor, `/listings/${reference}`);
  assert.equal(await visitor.locator('.chip.label').count(), 1, 'on its last day it still counts');

  await advance(visitor, 1);
  await open(visitor, `/listings/${reference}`);
  assert.equal(await visitor.locator('.chip.label').count(), 0, 'the badge has gone');
  await until('the search has let it go', async () => (await counts()) === 0);
  await open(visitor, certificate);
  assert.match(await words(visitor), /Its last day is over/, await where(visitor));
});
