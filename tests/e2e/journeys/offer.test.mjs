// An offer with everything, from its first section to the public page, and a newer revision beside the approved one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BRIEF } from '../support/browser.mjs';
import { stage } from '../support/journey.mjs';
import { beginOffer, claim, fillOffer, open, pdf, png, press, section, stateOf, submit, until, where, words } from '../support/marketplace.mjs';

const on = stage();
const TITLE = 'Coir sedge mats for quillfen drains';
const CHINESE = '用于缓流沟渠的椰壳纤维莎草垫';
let provider;
let moderator;
let visitor;
let reference;

/** Opens what is folded, as a reader who wants to fill everything does. */
const unfold = (page) => page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
const fill = async (fields) => {
  await unfold(provider);
  for (const [id, value] of Object.entries(fields)) {
    const field = provider.locator(`[id="${id}"]`);
    if (await field.evaluate((element) => element.tagName === 'SELECT')) await field.selectOption(value);
    else await field.fill(value);
  }
};
const tick = async (name, values) => {
  await unfold(provider);
  for (const value of values) await provider.locator(`input[name="${name}"][value="${value}"]`).check();
};
const upload = async (file, kind, visibility, caption) => {
  await provider.locator('#file').setInputFiles([file]);
  if (kind) await provider.locator('#kind').selectOption(kind);
  await provider.locator('#visibility').selectOption(visibility);
  await provider.locator('#caption').fill(caption);
  await press(provider, 'main form[enctype="multipart/form-data"] button');
};

test('a provider fills every section of an offer', async () => {
  provider = await on.browser.person('provider@demo.example');
  moderator = await on.browser.person('moderator@demo.example');
  visitor = await on.browser.person();
  reference = await beginOffer(provider);
  await fillOffer(provider, reference, TITLE);
  await section(provider, reference, 'texts', () => fill({ advantages: 'No pumps and no chemicals.' }));
  await section(provider, reference, 'themes', async () => {
    await tick('keywords[]', ['WAT-RAI', 'ENV-BIO']);
    await tick('industries[]', ['36', '37']);
    await tick('sdgs[]', ['6', '15']);
  });
  await section(provider, reference, 'treatments', () => fill({ 'treatments-0-step': { index: 1 } }));
  await section(provider, reference, 'ip', async () => {
    await tick('ip', ['granted']);
    await fill({ patents: 'SG 10202600117' });
    await tick('patent_classes[]', ['Y02W']);
  });
  await section(provider, reference, 'cooperation', async () => {
    await tick('partner_sectors[]', ['public']);
    await tick('partner_sizes[]', ['medium']);
  });
  await section(provider, reference, 'countries', async () => {
    await tick('developed_in[]', ['SG']);
    await tick('deployed_in[]', ['VN']);
  });
  await section(provider, reference, 'cost', () => fill({
    currency: 'SGD', capital_from: '12500', capital_to: '48000', operating_from: '300', operating_to: '900',
    basis: 'per 100 m of drain', annual_saving: '25000', note: 'Planting is included.',
  }));

  await open(provider, `/listings/${reference}/edit/files`);
  await upload({ name: 'trial.pdf', mimeType: 'application/pdf', buffer: pdf() }, 'report', 'public', 'Report of the trial');
  await upload({ name: 'layout.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([pdf(), Buffer.from('\n% b')]) }, 'report', 'after_acceptance', 'Layout');
  await upload({ name: 'recipe.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([pdf(), Buffer.from('\n% c')]) }, 'report', 'after_nda', 'Recipe of the coir');
  await upload({ name: 'mats.png', mimeType: 'image/png', buffer: png() }, '', 'public', 'Mats in a drain');
  await provider.locator('#link').fill('https://video.example.org/mats');
  await press(provider, 'main form[action$="/files/link"] button');

  await section(provider, reference, 'benefits', () => fill({
    'benefits-0-indicator': 'water_use', 'benefits-0-baseline': '100000', 'benefits-0-achieved': '72000',
    'benefits-0-unit': 'm3', 'benefits-0-basis': 'per_year', 'benefits-0-product': 'tonne of fabric',
    'benefits-0-baseline_year': '2024', 'benefits-0-period': '12 months of 2025', 'benefits-0-output_baseline': '5000',
    'benefits-0-output_achieved': '6000', 'benefits-0-document': { label: 'trial.pdf' },
    'benefits-0-evidence_note': 'Sealed meters', 'benefits-0-audit': 'voluntary', 'benefits-0-option_class': 'no_low_cost',
    'benefits-0-option_type': 'process_control',
  }));
  await section(provider, reference, 'performance', () => fill({
    'performance-0-parameter': 'Chemical oxygen demand (COD)', 'performance-0-influent': '900', 'performance-0-effluent': '25',
    'performance-0-effluent_flag': '<', 'performance-0-unit': 'mg/L', 'performance-0-statistic': 'average',
    'performance-0-scale': 'full_scale', 'performance-0-document': { label: 'trial.pdf' },
    'performance-0-conditions': '28 °C, dry season',
  }));
  await section(provider, reference, 'references', () => fill({
    'references-0-site': 'Drain 7, Hinthada', 'references-0-country': 'MM', 'references-0-year': '2024',
    'references-0-scale': '400 m', 'references-0-result': 'Two thirds of the nitrogen stayed in the sedges.',
  }));
  await section(provider, reference, 'certificates', () => fill({
    'certificates-0-scheme': 'TH-TGL', 'certificates-0-number': 'TGL-EVERYTHING', 'certificates-0-holder': 'Kallora Water Reuse',
    'certificates-0-product': 'Sedge mat',
  }));
  await open(provider, `/listings/${reference}/edit/languages/zh`);
  await fill({ 'zh-title': CHINESE, 'zh-summary': '莎草吸收养分，椰壳纤维垫固定在沟渠中。', 'zh-description': '每年收割**两次**，就地堆肥。' });
  await press(provider, 'main .actions button[value=list]');
});

/** The words of a page with plain spaces, where the page keeps figure and unit together. */
const plain = (text) => text.replaceAll('\u00a0', ' ');

/** What must be found of it on a page. */
const EVERYTHING = [
  TITLE, 'No pumps and no chemicals.', 'Rain water', 'Clean Water and Sanitation', 'SG 10202600117', 'Y02W', 'Public', 'Medium',
  'Viet Nam', '12,500', '48,000', 'per 100 m of drain', 'Planting is included.', '−28 %', 'saves 28,000', '20 → 12', '−40 %',
  '12 months of 2025', 'Sealed meters', '> 97.2 %', '28 °C, dry season', 'Drain 7, Hinthada', 'Two thirds of the nitrogen',
  'TGL-EVERYTHING', 'trial.pdf', 'layout.pdf', 'recipe.pdf', 'video.example.org', '中文',
];

test('the preview and the page of answers show what the public will see', async () => {
  await open(provider, `/listings/${reference}/edit/check`);
  const answers = await words(provider);
  for (const part of [TITLE, CHINESE, 'TGL-EVERYTHING', 'mats.png', '12,500']) assert.ok(answers.includes(part), `${part} is among the answers`);
  await open(provider, `/listings/${reference}/edit`);
  await provider.getByRole('link', { name: /preview|as the public/i }).first().click();
  const preview = plain(await words(provider));
  for (const part of EVERYTHING) assert.ok(preview.includes(part), `${part} is in the preview:\n${preview}`);
});

test('once approved everybody reads all of it, in both languages, and opens what is public', async () => {
  await submit(provider, reference);
  await claim(moderator, reference);
  await press(moderator, '.decide button[value=approved]');
  await until('the listing is public', async () => (await visitor.goto(`/listings/${reference}`)).status() === 200);
  const read = plain(await words(visitor));
  for (const part of EVERYTHING) assert.ok(read.includes(part), `${part} is on the page`);
  assert.ok(await visitor.locator('main img[alt="Mats in a drain"]').isVisible());
  assert.equal(await visitor.locator('main a', { hasText: 'trial.pdf' }).count(), 1);
  for (const closed of ['layout.pdf', 'recipe.pdf']) assert.equal(await visitor.locator('main a', { hasText: closed }).count(), 0, `${closed} waits`);
  await open(visitor, `/zh/listings/${reference}`);
  assert.equal(await visitor.locator('h1').innerText(), CHINESE);
  await on.browser.axe([`/listings/${reference}`], undefined, BRIEF);
});

test('a change waits for a moderator, who sees what changed, while the approved one stays public', async () => {
  await section(provider, reference, 'benefits', () => fill({ 'benefits-0-achieved': '60000' }));
  await submit(provider, reference);
  await open(visitor, `/listings/${reference}`);
  assert.ok((await words(visitor)).includes('saves 28,000'), await where(visitor));
  await claim(moderator, reference);
  const change = await moderator.locator('table.diff').innerText();
  assert.match(change, /72,000[\s\S]*60,000/, change);
  await press(moderator, '.decide button[value=approved]');
  await until('the newer one is public', async () => {
    await open(visitor, `/listings/${reference}`);
    return (await words(visitor)).includes('saves 40,000');
  });
  assert.equal(await stateOf(provider, reference), 'published');
});
