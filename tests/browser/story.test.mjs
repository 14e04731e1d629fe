// The main road, walked as people walk it on their first day: a company begins, a history comes in, a date is asked,
// offered and accepted, it drifts, is agreed again, delivered and confirmed, and the receipt holds. Once with scripts,
// once without.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch, open } from "./chrome.mjs";
import { TEAM, history } from "./history.mjs";
import { LOGIN, PASSWORD, choose, signIn, submit } from "./pages.mjs";
import { run, startEmpty } from "./product.mjs";

const SUBJECT = "Berth planner shows the tide of both locks";
/** Days after which it must have drifted: nobody works on it. */
const MOST_DAYS = 90;

let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`the main road ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const product = await startEmpty();
    const folder = await mkdtemp(join(tmpdir(), "handslag-"));
    const options = { javaScriptEnabled, acceptDownloads: true };
    const context = await open(browser, product.address, "en", options);
    try {
      const page = await context.newPage();
      await found(page, product.setUp);
      await bringHistory(page);
      const { account, customer } = await meetCustomer(page);
      const promise = await offer(page, account);
      await answer(page, customer, "accept");
      assert.match(await stateOf(page, promise), /is-plan/);
      await drift(page, promise);
      await renegotiate(page, promise);
      await answer(page, customer, "agree");
      await deliver(page, promise);
      await confirm(page, customer);
      assert.match(await stateOf(page, promise), /is-kept/);
      const file = await receipt(page, customer, folder);
      assert.match(await run("verify", file), /The receipt holds: \d+ events/);
    } finally {
      await context.close();
      await product.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
}

/** The link that is printed at the first start asks who we are. */
async function found(page, setUp) {
  await page.goto("/");
  assert.equal(new URL(page.url()).pathname, "/sign-in");
  await page.goto(setUp);
  await page.fill("#name", "Havenhuis Software");
  await page.fill("#admin", "Rikst Boonstra");
  await page.fill("#zone", "Europe/Amsterdam");
  await page.selectOption("#country", "NL");
  await page.fill("#login", LOGIN);
  await page.fill("#password", PASSWORD);
  await submit(page, page.locator("main form button"));
}

/** Import: the file, its columns, the dry run, the yes. */
async function bringHistory(page) {
  await page.goto("/import");
  const file = { name: "harbour.csv", mimeType: "text/csv", buffer: Buffer.from(history()) };
  await page.setInputFiles("#file", file);
  await submit(page, page.locator("main form button"));
  assert.equal(await page.inputValue("#col_id"), "Key", "the columns are guessed");
  await submit(page, page.locator('button[value="columns"]'));
  assert.match(await page.textContent("main"), new RegExp(TEAM), "the dry run names the team");
  const beside = await page.context().newPage();
  await beside.goto("/settings");
  assert.doesNotMatch(await beside.textContent("main"), new RegExp(TEAM), "nothing is stored yet");
  await beside.close();
  await submit(page, page.locator('form[action$="/take"] button'));
  assert.match(await page.textContent("main"), new RegExp(TEAM));
}

/** A customer with one contact; their ids and the contact's secret link. */
async function meetCustomer(page) {
  await page.goto("/accounts/new");
  await page.fill("#name", "Sluisbeheer Terneuzen");
  await submit(page, page.locator("main form button"));
  const account = new URL(page.url()).pathname.split("/").pop();
  await unfold(page);
  const form = page.locator(`form[action="/accounts/${account}/contacts"]`);
  await form.locator("#name").fill("Ilse de Caluwe");
  await form.locator("#language").selectOption("en");
  await submit(page, form.locator("p.acts button"));
  const customer = await page.locator('a[href^="/c/"]').getAttribute("href");
  return { account, customer };
}

/** Quote and offer; the promise's page. */
async function offer(page, account) {
  await page.goto("/quote");
  await page.fill("#what", SUBJECT);
  await page.selectOption("#account", account);
  await page.selectOption("#team", TEAM);
  await page.fill("#hours", "24");
  await submit(page, page.locator("form#ask button.btn-first"));
  assert.match(await page.textContent(".answer"), /\d/, "the answer has a date");
  await page.locator('.menu input[name="date"]').first().check();
  await unfold(page);
  await page.fill("#because", "Part of the yearly contract");
  await page.fill("#acceptance", "Both locks show the tide of tomorrow");
  await choose(page, "#contact", 0);
  await page.locator('#strictness input[value="target"]').check();
  await choose(page, "#owner", 0);
  await page.selectOption("#remedy", "none");
  await submit(page, page.locator('button[formaction="/offers"]'));
  const path = new URL(page.url()).pathname;
  assert.match(path, /^\/promises\/\d+$/, await page.textContent("main"));
  return path;
}

/** The article of our promise on the customer's page. */
function vow(page) {
  return page.locator("article.vow", { hasText: SUBJECT }).first();
}

async function answer(page, customer, verb) {
  await page.goto(customer);
  const form = vow(page).locator(`form[action$="/${verb}"]`);
  await submit(page, form.locator("button"));
  assert.equal(await vow(page).locator(`form[action$="/${verb}"]`).count(), 0, `${verb} is done`);
}

/** The state that a promise's page shows: its mark's class and its word. */
async function stateOf(page, promise) {
  await page.goto(promise);
  const state = page.locator("figcaption .state").first();
  return `${await state.getAttribute("class")} ${await state.textContent()}`;
}

/** Lets days pass until the promise is off plan, which its page and the page of today say. */
async function drift(page, promise) {
  for (let day = 0; day < MOST_DAYS; day += 1) {
    await submit(page, page.locator('form[action="/clock"] button[value="day"]'));
    // Whoever was away for a night signs in again.
    assert.equal(new URL(page.url()).pathname, "/sign-in");
    await signIn(page);
    if (/\bis-off\b/.test(await stateOf(page, promise))) {
      await page.goto("/");
      assert.ok((await page.textContent("main")).includes(SUBJECT), "today asks for a word on it");
      return;
    }
  }
  assert.fail(`not off plan after ${MOST_DAYS} days: ${await stateOf(page, promise)}`);
}

async function renegotiate(page, promise) {
  await page.goto(promise);
  await unfold(page);
  const form = page.locator('form[action$="/renegotiate"]');
  assert.match(await form.locator("#other-date").inputValue(), /^\d{4}-/, "a new date is proposed");
  await choose(page, "#renegotiate-reason", 0);
  await form.locator("#renegotiate-words").fill("The crew was called away for a storm.");
  await submit(page, form.locator("p.acts button"));
  assert.match(new URL(page.url()).pathname, /^\/promises\/\d+$/, await page.textContent("main"));
}

async function deliver(page, promise) {
  await page.goto(promise);
  await unfold(page);
  const form = page.locator('form[action$="/deliver"]');
  await form.locator("#reference").fill("Release 26.1");
  await submit(page, form.locator("p.acts button"));
}

async function confirm(page, customer) {
  await page.goto(customer);
  await unfold(page);
  const form = vow(page).locator('form[action$="/confirm"]');
  await submit(page, form.locator("button"));
  assert.equal(await vow(page).locator('form[action$="/confirm"]').count(), 0, "it is settled");
}

/** Fetches the receipt as the customer does. */
async function receipt(page, customer, folder) {
  await page.goto(customer);
  const link = vow(page).locator('a[href$="/receipt"]');
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const file = join(folder, "receipt.json");
  await download.saveAs(file);
  return file;
}

/** Unfolds what is folded away, as a reader does: by its summary. */
async function unfold(page) {
  const closed = page.locator("details:not([open]) > summary:visible");
  while ((await closed.count()) > 0) {
    await closed.first().click();
  }
}
