// What somebody sees before signing in, as axe sees it.
import { test } from 'node:test';
import { BRIEF } from '../support/browser.mjs';
import { stage } from '../support/journey.mjs';

const on = stage();

test('axe finds nothing on the pages before signing in', async () => {
  await on.browser.axe(['/sign-in', '/sign-up', '/forgot', '/verify', '/demo/mailbox', '/labels/recognition'], undefined, BRIEF);
});
