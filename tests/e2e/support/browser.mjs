// A real browser that reaches nothing but this machine.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const CHROMIUM = process.env.GREENBRIDGE_CHROMIUM
  ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
/** A folder for pictures of every page that axe looks at; without it none are taken. */
const PICTURES = process.env.GREENBRIDGE_PICTURES;

/** Every colour scheme at every width. */
const FULL = ['light', 'dark'].flatMap((colorScheme) => [320, 1280].map((width) => ({ colorScheme, width })));
/** Each colour scheme and each width once, for pages that are built from parts which others show in full. */
export const BRIEF = [{ colorScheme: 'light', width: 320 }, { colorScheme: 'dark', width: 1280 }];

/** How many looks a page gets: on PostgreSQL the same templates draw it from the same data, so one is enough there. */
const LOOKS = process.env.GREENBRIDGE_TEST_DATABASE_URL ? 1 : FULL.length;

/** The password of all people of the demonstration. */
export const PASSWORD = 'greenbridge-demo';

/** Opens a browser for one file of journeys on a started server. */
export async function openBrowser(server) {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ],
  });
  const outside = [];
  const complaints = [];

  async function context(options) {
    const made = await browser.newContext({ baseURL: server.url, locale: 'en-GB', timezoneId: 'Asia/Singapore', ...options });
    made.setDefaultTimeout(10_000);
    await made.route(() => true, (route) => {
      const address = new URL(route.request().url());
      if (address.origin === server.url || address.protocol === 'data:') return route.continue();
      outside.push(address.href);
      return route.abort();
    });
    return made;
  }

  return {
    /** A person's browser without scripts, signed in as `email` if one is given. Gives one page. */
    async person(email) {
      const page = await (await context({ javaScriptEnabled: false })).newPage();
      if (email) await signIn(page, email);
      return page;
    },

    /** A browser with scripts, for what scripts improve; complaints of the page fail the file's last check. */
    async scripted(options = {}) {
      const page = await (await context(options)).newPage();
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error}`));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
      });
      return page;
    },

    /**
     * Fails on anything that axe finds at an address, in light and dark, at 320 and 1280 pixels, in English and
     * Chinese, and on a page that is wider than its window. `as` is a page whose person is signed in, `looks` are the
     * colour schemes and widths if not all; on PostgreSQL the first of them.
     */
    async axe(paths, as, looks = FULL) {
      const storageState = as ? await as.context().storageState() : undefined;
      for (const { colorScheme, width } of looks.slice(0, LOOKS)) {
        // The content policy would keep the checker's own script out.
        const made = await context({ bypassCSP: true, colorScheme, viewport: { width, height: 900 }, storageState });
        const page = await made.newPage();
        for (const path of [paths].flat()) {
          for (const language of ['en', 'zh']) {
            const where = `/${language}${path === '/' ? '' : path}`;
            const answer = await page.goto(where);
            assert.ok(answer.status() < 500, `${where}: ${answer.status()}`);
            const what = `${where} (${colorScheme}, ${width} px)`;
            if (PICTURES) await picture(page, `${where}-${colorScheme}-${width}`);
            assert.equal(await page.getAttribute('html', 'lang'), language, what);
            assert.ok(!(await page.content()).includes('No localization'), `${what} lacks a text`);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
            assert.ok(wide <= 0, `${what} is ${wide} px too wide`);
            await page.addScriptTag({ path: AXE });
            const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
            const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`);
            assert.deepEqual(found, [], what);
          }
        }
        await made.close();
      }
    },

    /** Closes the browser; fails if a page asked for something from elsewhere or complained. */
    async close() {
      await browser.close();
      assert.deepEqual(outside, [], 'pages asked for something from elsewhere');
      assert.deepEqual(complaints, [], 'pages complained');
    },
  };
}

/** Signs a person of the demonstration in through the form. */
export async function signIn(page, email, password = PASSWORD) {
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('main form button').first().click();
  assert.doesNotMatch(page.url(), /\/sign-in/, await page.locator('main').innerText());
}

async function picture(page, name) {
  mkdirSync(PICTURES, { recursive: true });
  const file = `${name.replace(/[^a-z0-9]+/gi, '-').replace(/^-+|-+$/g, '')}.png`;
  await page.screenshot({ path: join(PICTURES, file), fullPage: true });
}
