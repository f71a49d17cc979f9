// Both sides of an exchange write with files, change and report a message, and accept a non-disclosure agreement, which
// opens files of the listing until the exchange ends without agreement. Without scripts, but for the last journeys.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BRIEF, signIn } from '../support/browser.mjs';
import { stage } from '../support/journey.mjs';
import { beginOffer, claim, expressInterest, fillOffer, open, openMail, pdf, press, step, submit, until, where, words } from '../support/marketplace.mjs';

const on = stage();
const AGENCY = 'agency@demo.example';
const PROVIDER = 'provider@demo.example';
const file = (name, buffer = pdf()) => ({ name, mimeType: 'application/pdf', buffer });
let agency;
let provider;
let moderator;
let listing;
let reference;
let secret;

/** The status with which a file is answered to a person. */
const answers = async (page, address) => (await page.request.get(address, { maxRedirects: 0 })).status();

test('a provider publishes an offer with a file that waits for an agreement', async () => {
  provider = await on.browser.person(PROVIDER);
  agency = await on.browser.person(AGENCY);
  moderator = await on.browser.person('moderator@demo.example');
  listing = await beginOffer(provider);
  await fillOffer(provider, listing, 'Coir mats for slow drains');
  await open(provider, `/listings/${listing}/edit/files`);
  await provider.locator('#file').setInputFiles([file('drawings.pdf')]);
  await provider.locator('#caption').fill('Drawings');
  await provider.locator('#visibility').selectOption('after_nda');
  await press(provider, 'main form[enctype="multipart/form-data"] button');
  secret = await provider.locator('main a[href^="/files/"]').first().getAttribute('href');
  await submit(provider, listing);
  await claim(moderator, listing);
  for (const box of await moderator.locator('.decide input[type=checkbox]').all()) await box.check();
  await press(moderator, '.decide button[value=approved]');
  assert.equal(await answers(agency, secret), 404, 'before');
});

test('messages go with files, and what is refused loses nothing', async () => {
  reference = await expressInterest(agency, listing, 'We look after 40 km of drains. **May we try one?**');
  await open(provider, `/interests/${reference}`);
  assert.equal(await provider.locator('.thread strong').innerText(), 'May we try one?');
  await provider.locator('#body').fill('Yes. See the plan.');
  await provider.locator('#file').setInputFiles([file('plan.pdf'), file('letter.docx', Buffer.from('PK\x03\x04'))]);
  assert.equal(await press(provider, '#reply button[value=send]'), 422);
  assert.match(await provider.locator('.summary').innerText(), /letter\.docx/);
  assert.equal(await provider.locator('#body').inputValue(), 'Yes. See the plan.');
  assert.deepEqual(await provider.locator('#waiting a').allInnerTexts(), ['plan.pdf']);
  await press(provider, '#reply button[value=send]');
  const plan = await provider.locator('.thread a', { hasText: 'plan.pdf' }).getAttribute('href');
  assert.equal(await answers(agency, plan), 200);
  assert.equal(await answers(moderator, plan), 404);
  assert.equal(await answers(await on.browser.person(), plan), 404);
});

test('an answer is kept for later, and a way to be reached is asked about once', async () => {
  await open(agency, `/interests/${reference}`);
  await press(agency, '.noprint[data-read] button');
  await provider.reload();
  assert.match(await provider.locator('.message.mine').first().innerText(), /read/);
  await agency.locator('#body').fill('Write to me at drains@agency.example, please.');
  await press(agency, '#reply button[value=keep]');
  assert.match(await agency.locator('#body').inputValue(), /drains@agency\.example/);
  assert.equal(await press(agency, '#reply button[value=send]'), 422);
  assert.match(await agency.locator('#asks').innerText(), /drains@agency\.example/);
  await on.browser.axe([`/interests/${reference}`], agency, BRIEF);
  await open(agency, `/interests/${reference}`);
  await press(agency, '#reply button[value=send]');
  await press(agency, '#reply button[value=send]');
  assert.match(await words(agency), /drains@agency\.example/);
  await openMail(provider, PROVIDER, /written to you/);
  assert.doesNotMatch(await words(provider), /drains@agency\.example/, 'no mail holds it before acceptance');
});

test('a message is changed, and its first wording stays', async () => {
  await open(agency, `/interests/${reference}`);
  await agency.locator('.thread a[href$="/edit"]').first().click();
  await on.browser.axe([new URL(agency.url()).pathname], agency, BRIEF);
  await agency.locator('#body').fill('Let us write here.');
  await press(agency, 'main form button');
  await open(provider, `/interests/${reference}`);
  const message = provider.locator('.message').filter({ hasText: 'Let us write here.' });
  await message.locator('summary').click();
  assert.match(await message.innerText(), /drains@agency\.example/);
});

test('both sides accept a text by name, and the files open', async () => {
  await open(agency, `/interests/${reference}/nda`);
  await on.browser.axe([`/interests/${reference}/nda`], agency, BRIEF);
  await open(agency, `/interests/${reference}/nda`);
  await agency.locator('#name').fill('Lan Anh');
  assert.equal(await press(agency, '#accept button'), 422, 'the box is not ticked');
  assert.equal(await agency.locator('#name').inputValue(), 'Lan Anh');
  await agency.locator('#agree').check();
  await press(agency, '#accept button');
  assert.equal(await answers(agency, secret), 404, 'when one side has accepted');
  await open(provider, `/interests/${reference}/nda`);
  await provider.locator('#name').fill('Mara Voss');
  await provider.locator('#agree').check();
  await press(provider, '#accept button');
  assert.match(await words(provider), /Lan Anh[\s\S]*Mara Voss/);
  assert.match(await provider.locator('.hash').innerText(), /^[0-9a-f]{64}$/);
  assert.equal(await answers(agency, secret), 200, 'during');
  await open(agency, `/listings/${listing}`);
  assert.equal(await agency.locator(`main a[href="${secret}"]`).count(), 1, await where(agency));
  await on.browser.axe([`/interests/${reference}/nda`], provider, BRIEF);
});

test('an organisation writes a text of its own', async () => {
  await open(provider, '/organisations/kallora-water');
  await provider.locator('main a[href$="/nda"]').click();
  const at = new URL(provider.url()).pathname;
  await provider.locator('input[name=kind][value=own]').check();
  assert.equal(await press(provider, 'main form button'), 422, 'an own text needs words');
  await provider.locator('#body').fill('## Secrecy\n\n{sender} and {receiver} keep quiet.');
  await press(provider, 'main form button');
  await on.browser.axe([at], provider, BRIEF);
});

test('a reported message is read by moderators and hidden', async () => {
  await open(agency, `/interests/${reference}`);
  await agency.locator('.thread a[href$="/report"]').first().click();
  await on.browser.axe([new URL(agency.url()).pathname], agency, BRIEF);
  await agency.locator('#reason').fill('It is not true.');
  await press(agency, 'main form button');
  await open(moderator, '/moderation');
  await moderator.locator('a[href$="/moderation/messages"]').click();
  await on.browser.axe(['/moderation/messages'], moderator, BRIEF);
  await open(moderator, '/moderation/messages');
  await moderator.locator('.list a').first().click();
  await on.browser.axe([new URL(moderator.url()).pathname], moderator, BRIEF);
  await moderator.locator('#reason').fill('Nobody can judge it here.');
  await press(moderator, 'main form button[value=hide]');
  await agency.reload();
  await open(agency, `/interests/${reference}`);
  assert.match(await words(agency), /Nobody can judge it here/);
  assert.doesNotMatch(await words(agency), /See the plan/);
});

test('with scripts a page marks what it shows as read, and keeps what is written', async () => {
  await open(provider, `/interests/${reference}`);
  await provider.locator('#body').fill('One thing more.');
  await press(provider, '#reply button[value=send]');
  const scripted = await on.browser.scripted();
  await signIn(scripted, AGENCY);
  await open(scripted, `/interests/${reference}`);
  await until('the mark', async () => !(await scripted.locator('form[data-read]').isVisible()));
  await provider.reload();
  assert.match(await provider.locator('.message.mine').last().innerText(), /read/);
  await scripted.locator('#body').fill('Half a sent');
  await until('the words of the script', async () => /Kept/.test(await scripted.locator('#autosave').innerText()));
  await agency.reload();
  await open(agency, `/interests/${reference}`);
  assert.equal(await agency.locator('#body').inputValue(), 'Half a sent');
});

test('the files close when the exchange ends without agreement', async () => {
  await open(agency, `/interests/${reference}`);
  await step(agency, 'withdraw', { reason: 'The budget was cut.' });
  assert.equal(await answers(agency, secret), 404, 'after');
  assert.equal(await answers(provider, secret), 200);
  await open(agency, `/interests/${reference}/nda`);
  assert.match(await words(agency), /closed again/);
});
