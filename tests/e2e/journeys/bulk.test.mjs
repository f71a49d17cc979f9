// A table with good rows and ten kinds of bad ones, from its upload to the corrected rows; and listings given out.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { BRIEF } from '../support/browser.mjs';
import { stage } from '../support/journey.mjs';
import { open, press, until, words } from '../support/marketplace.mjs';

const on = stage();
let page;
let run;

const HEADINGS = ['No.', 'Title', 'Summary', 'Theme', 'Indicator', 'Before', 'Achieved', 'Unit', 'Counted over', 'Year before'];
const GOOD = { 'No.': '1', Title: 'Reed beds for canteens', Summary: 'In short.', Theme: '水与污水', Indicator: 'Water use', Before: '1,234.5', Achieved: '600', Unit: 'm³', 'Counted over': 'per year', 'Year before': '2024' };
const BAD = [
  [{ Title: '' }, /This is needed/],
  [{ Title: 'x'.repeat(121) }, /At most 120 characters/],
  [{ Theme: 'magic' }, /Choose one of the list/],
  [{ Unit: 'furlongs' }, /Choose one of the list/],
  [{ Unit: 'kWh' }, /does not fit the indicator/],
  [{ Achieved: '9000' }, /worse than before/],
  [{ Before: '1,234' }, /read in two ways/],
  [{ 'Year before': '1066' }, /from 1950 to 2100/],
  [{ 'No.': '1' }, /stands in an earlier row/],
  [{ Summary: 'a\0b' }, /signs that no text has/],
  [{ Title: '=1+1' }, /A formula stands here/],
];
const line = (row) => HEADINGS.map((heading) => `"${row[heading]}"`).join(',');
const table = (rows) => Buffer.from(`${[HEADINGS.join(','), ...rows.map(line)].join('\r\n')}\r\n100,too few\r\n`);

/** Opens the import again until its heading says so. */
const standsAt = (heading) => until(heading, async () => {
  await open(page, run);
  return (await page.locator('h1').innerText()) === heading;
}, 60_000);

async function send(name, buffer) {
  await open(page, '/workspace/import');
  await page.locator('#file').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await press(page, 'form[enctype] button');
  run = new URL(page.url()).pathname;
}

test('an editor sends a table, and its columns are guessed', async () => {
  page = await on.browser.person('provider@demo.example');
  const rows = [GOOD, ...BAD.map(([wrong], place) => ({ ...GOOD, 'No.': String(place + 2), ...wrong })), { ...GOOD, 'No.': '99', Title: 'Reed beds for schools' }];
  await send('offers.csv', table(rows));
  assert.equal(await page.locator('#columns-1').inputValue(), 'title');
  assert.equal(await page.locator('#columns-7').inputValue(), 'benefits.unit');
  await on.browser.axe(['/workspace/import', run], page, BRIEF);
});

test('the trial tells every bad row and changes nothing', async () => {
  await open(page, run);
  await press(page, 'form[action$="/columns"] .actions button');
  await standsAt('This would happen');
  const said = await words(page);
  for (const [, pattern] of BAD) assert.match(said, pattern);
  assert.match(said, /2 cells, and there are 10 columns/);
  assert.match(said, /Bring 2 listings in as drafts/);
  await on.browser.axe([run], page, BRIEF);
});

test('the good rows come in while the editor is elsewhere', async () => {
  await open(page, run);
  await press(page, 'button[value=start]');
  await open(page, '/listings');
  await standsAt('Done');
  await open(page, '/workspace/listings?status=draft');
  assert.match(await words(page), /Reed beds for canteens/);
  assert.match(await words(page), /Reed beds for schools/);
});

test('the refused rows are fetched, corrected and sent again', async () => {
  await open(page, run);
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('a[href$="/failed.csv"]').click()]);
  const text = readFileSync(await file.path(), 'utf8');
  assert.ok(text.startsWith('\ufeff') && text.includes("'=1+1"), 'a spreadsheet reads it and runs nothing');
  const corrected = text.split('\n').filter((row) => /No\.|magic/.test(row)).join('\n').replace('magic', 'water');
  await send('corrected.csv', Buffer.from(corrected));
  await press(page, 'form[action$="/columns"] .actions button');
  await standsAt('This would happen');
  assert.match(await words(page), /Bring 1 listing in as a draft/);
});

test('a search and the own listings are given out as files', async () => {
  for (const [from, label] of [['/listings?kind=offer', 'CSV'], ['/workspace/listings', 'XLSX']]) {
    await open(page, from);
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('main').getByRole('link', { name: label, exact: true }).click()]);
    assert.ok(readFileSync(await file.path()).length > 1000, from);
  }
});

test('a listing fits on sheets of A4, without what only a screen needs', async () => {
  const reader = await on.browser.scripted();
  await reader.goto('/listings?kind=offer');
  await reader.locator('article.listing a').first().click();
  await reader.emulateMedia({ media: 'print' });
  for (const gone of ['header.top', 'footer.foot', '.noprint']) {
    assert.equal(await reader.locator(gone).first().isVisible(), false, gone);
  }
  assert.ok(await reader.locator('.sheet-foot').isVisible());
  assert.match(await reader.locator('.sheet-foot').innerText(), /T[OR]-[A-Z]{2}-\d{4}-\d{5}/);
  const file = (await reader.pdf({ preferCSSPageSize: true })).toString('latin1');
  assert.match(file, /MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12](\.\d+)?\s*\]/, 'sheets are A4');
});
