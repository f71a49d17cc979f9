// What every file of journeys begins with: a started server and an open browser, closed when the file is done.
import { after, before } from 'node:test';
import { openBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

/** Starts both before the first journey of a file, and gives an object that then holds `server` and `browser`. */
export function stage() {
  const stage = {};
  before(async () => {
    stage.server = await startServer();
    stage.browser = await openBrowser(stage.server);
  });
  after(async () => {
    try {
      await stage.browser?.close();
    } finally {
      await stage.server?.stop();
    }
  });
  return stage;
}
