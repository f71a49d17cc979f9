// The sections of the editor that prove an offer and end it, as axe sees them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BRIEF } from '../support/browser.mjs';
import { stage } from '../support/journey.mjs';
import { open } from '../support/marketplace.mjs';

const on = stage();
const SECTIONS = ['benefits', 'performance', 'certificates', 'files', 'languages', 'languages/zh', 'check'];

test('axe finds nothing in the sections that prove an offer', async () => {
  const page = await on.browser.person('provider@demo.example');
  await open(page, '/workspace/listings?status=changes_requested');
  const reference = (await page.locator('tbody .ref').first().innerText()).trim();
  assert.match(reference, /^TO-/);
  await on.browser.axe([...SECTIONS.map((section) => `/listings/${reference}/edit/${section}`)], page, BRIEF);
});
