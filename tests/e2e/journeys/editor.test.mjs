// The sections of the editor that say what an offer is and how to work together, as axe sees them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BRIEF } from '../support/browser.mjs';
import { stage } from '../support/journey.mjs';
import { open } from '../support/marketplace.mjs';

const on = stage();
const SECTIONS = ['texts', 'themes', 'readiness', 'ip', 'cooperation', 'countries', 'cost'];

test('axe finds nothing in the editor', async () => {
  const page = await on.browser.person('provider@demo.example');
  await open(page, '/workspace/listings?status=changes_requested');
  const reference = (await page.locator('tbody .ref').first().innerText()).trim();
  assert.match(reference, /^TO-/);
  await on.browser.axe(['/listings/new', `/listings/${reference}/edit`, ...SECTIONS.map((section) => `/listings/${reference}/edit/${section}`)], page, BRIEF);
});
