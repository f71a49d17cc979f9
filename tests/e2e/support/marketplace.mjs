// Steps that several journeys take, in the words of the product: sections, mails, cases, interests.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { deflateSync, crc32 } from 'node:zlib';

/** Asks again until `ask` gives something, and fails when it gives nothing in `patience` milliseconds. */
export async function until(what, ask, patience = 10_000) {
  const end = Date.now() + patience;
  for (;;) {
    const given = await ask();
    if (given) return given;
    if (Date.now() > end) throw new Error(`${what}: not within ${patience} ms`);
    await pause(25);
  }
}

/** The words of the page, for what must or must not stand on it. */
export const words = (page) => page.locator('main').innerText();

/** Where a person is and how the page begins, for messages. */
export const where = async (page) => `${page.url()}: ${(await words(page)).slice(0, 400)}`;

/** Presses a button of the page and waits for the answer, which must not be an error of the server. */
export async function press(page, button) {
  const target = typeof button === 'string' ? page.locator(button) : button;
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().isNavigationRequest() && response.request().method() === 'POST'),
    target.click(),
  ]);
  await page.waitForLoadState();
  assert.ok(answer.status() < 500, `${page.url()}: ${answer.status()}`);
  return answer.status();
}

/** Opens an address, which must answer with `status`. */
export async function open(page, path, status = 200) {
  const answer = await page.goto(path);
  assert.equal(answer.status(), status, await where(page));
}

/** Opens the newest mail to somebody in the mailbox of the demonstration whose subject fits. */
export async function openMail(page, to, subject = /./) {
  await until(`a mail to ${to} about ${subject}`, async () => {
    await page.goto('/demo/mailbox');
    const mail = page.locator('.mails a').filter({ hasText: to }).filter({ hasText: subject }).first();
    if (!(await mail.count())) return false;
    await mail.click();
    return true;
  });
}

/** Moves the clock of the demonstration ahead. */
export async function advance(page, days) {
  await open(page, '/demo/clock');
  await page.locator('#days').fill(String(days));
  assert.equal(await press(page, 'main form[action$="/demo/clock"] button'), 303, await where(page));
}

/** Saves a section of the editor and comes back to the task list, which then shows it as done. */
export async function section(page, reference, name, fill) {
  await open(page, `/listings/${reference}/edit/${name}`);
  await fill(page);
  await press(page, 'main .actions button[name=action][value=list]');
  assert.match(page.url(), new RegExp(`/listings/${reference}/edit$`), await where(page));
  const task = page.locator('.tasks li').filter({ has: page.locator(`a[href$="/edit/${name}"]`) }).last();
  assert.equal(await task.locator('.state').getAttribute('data-state'), 'done', `${name} is done`);
}

/** Begins an offer in English; gives its reference number. */
export async function beginOffer(page) {
  await open(page, '/listings/new');
  await page.locator('input[name=kind][value=offer]').check();
  await page.locator('#language').selectOption('en');
  await press(page, 'main .actions button');
  const [, reference] = page.url().match(/\/listings\/(TO-[A-Z]{2}-\d{4}-\d{5})\/edit$/) ?? [];
  assert.ok(reference, await where(page));
  return reference;
}

/** Fills the sections that an offer needs. */
export async function fillOffer(page, reference, title) {
  await section(page, reference, 'texts', async () => {
    await page.locator('#title').fill(title);
    await page.locator('#summary').fill('Woven coir mats carry sedges that take up nutrients from slow drains.');
    await page.locator('#description').fill('Mats are anchored in the drain.\n\nSedges are cut **twice a year** and composted.');
  });
  await section(page, reference, 'themes', async () => {
    await page.locator('input[name="themes[]"][value=water]').check();
    await page.locator('input[name="themes[]"][value=nature]').check();
  });
  await section(page, reference, 'readiness', () => page.locator('input[name=readiness][value="7"]').check());
  await section(page, reference, 'ip', () => page.locator('input[name=ip][value=none]').check());
  await section(page, reference, 'cooperation', async () => {
    await page.locator('input[name="cooperation[]"][value=sale]').check();
    await page.locator('#partner_role').fill('Drainage boards that give a site and a crew for cutting.');
  });
  await section(page, reference, 'countries', () => page.locator('input[name="offered_to[]"][value=all]').check());
}

/** Hands in what the check page shows. */
export async function submit(page, reference) {
  await open(page, `/listings/${reference}/edit/check`);
  await press(page, `main form[action$="/listings/${reference}/submit"] button`);
  assert.doesNotMatch(page.url(), /\/submit$/, await where(page));
}

/** The state that a person's page of the listing's tasks shows. */
export async function stateOf(page, reference) {
  await open(page, `/listings/${reference}/edit`);
  return page.locator('main .state').first().getAttribute('data-state');
}

/** Opens the waiting case of a listing from the moderation queue, and claims it. */
export async function claim(page, reference) {
  await open(page, '/moderation');
  const row = page.locator('tbody tr').filter({ hasText: reference });
  await press(page, row.locator('form[action$="/claim"] button'));
  const held = page.locator('tbody tr').filter({ hasText: reference }).locator('th a');
  if (await held.count()) await held.click();
  assert.match(page.url(), /\/moderation\/\d+$/);
  assert.ok(await page.locator('.decide').isVisible(), await where(page));
}

/** Expresses interest in a listing; gives the reference number of the interest. */
export async function expressInterest(page, listing, message) {
  await open(page, `/listings/${listing}`);
  await page.locator(`a[href$="/listings/${listing}/interest"]:visible`).first().click();
  await page.locator('input[name="purpose[]"]').first().check();
  await page.locator('#message').fill(message);
  await page.locator('#country').selectOption('VN');
  await page.locator('#site').fill('Thanh Phu drainage area');
  await press(page, 'main button[name=then][value=send]');
  const [, reference] = page.url().match(/\/interests\/([A-Z0-9-]+)/) ?? [];
  assert.ok(reference, await where(page));
  return reference;
}

/** The state that the page of an interest shows. */
export const interestState = (page) => page.locator('main .notice .state').first().getAttribute('data-state');

/** Takes a step of an interest, filling the fields of its form. */
export async function step(page, action, fields = {}) {
  const form = page.locator(`#act form[action$="/${action}"]`);
  const button = form.locator('button').last();
  if (!(await button.isVisible())) await page.locator('#act details').filter({ has: page.locator(`form[action$="/${action}"]`) }).locator('summary').click();
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`);
    if (await field.evaluate((element) => element.tagName === 'SELECT')) await field.selectOption(value);
    else await field.fill(value);
  }
  return press(page, button);
}

/** A small picture of `width` times `height` points, as PNG. */
export function png(width = 320, height = 200) {
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width * 3, 0x6a)]);
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(Array(height).fill(row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A document of one empty page, as PDF. */
export function pdf() {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text);
}
