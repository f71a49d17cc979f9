// What everybody who is signed in sees, as axe sees it.
import { test } from 'node:test';
import { BRIEF } from '../support/browser.mjs';
import { stage } from '../support/journey.mjs';

const on = stage();

test('axe finds nothing on the pages of a workspace and an organisation', async () => {
  const page = await on.browser.person('provider@demo.example');
  await on.browser.axe(['/workspace', '/workspace/listings', '/organisations', '/organisations/kallora-water', '/organisations/kallora-water/edit', '/organisations/kallora-water/members', '/acting', '/account', '/labels'], page, BRIEF);
});
