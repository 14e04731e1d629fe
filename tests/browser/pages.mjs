// Every page there is: how to get to it. Found by following what the product itself shows, so that each state of a
// promise has its page here too.

import { readFile } from "node:fs/promises";

import { history } from "./history.mjs";

/** A page by its address. */
const at = (path, name = path) => ({ name, go: (page) => page.goto(path) });

/** A mail with everything that is found in mails. */
const MAIL = `Beste Ebba,

We komen zo snel mogelijk terug; de koppeling is vrijdag klaar. Eerder kan helaas niet. U moet eerst de server \
herstarten. Kunt u ons uiterlijk dinsdag de testgegevens sturen? De drukker levert woensdag.

Groet, Fenna`;

/** Looks a mail through. */
async function written(page) {
  await page.goto("/wording");
  await page.fill("#text", MAIL);
  await page.waitForSelector(".mark-row");
}

/** The pages of the invented company. */
export async function demoPages(browser, address) {
  const context = await browser.newContext({ baseURL: address });
  const page = await context.newPage();
  const pages = [
    at("/", "today"),
    at("/me"),
    at("/keys"),
    at("/promises"),
    at("/promises?q=nobody-ever-said-this", "promises, none found"),
    at("/accounts"),
    at("/accounts?q=nobody-is-called-this", "accounts, none found"),
    at("/accounts/new"),
    at("/settings"),
    at("/capabilities", "what the product does"),
    at("/capabilities?place=https://kornoelje.example/sv/funktioner", "what a page claims"),
    { name: "what the product does, refused", go: namedTwice },
    at("/record"),
    at("/import"),
    at("/wording", "what do you write"),
    { name: "what do you write, looked through", go: written },
    at("/backtest", "would it have held"),
    at("/backtest?question=effort", "would it have held, how much work"),
    at("/backtest?question=promise", "would it have held, promises"),
    at("/backtest?question=soon", "would it have held, refused"),
    at("/nothing-here", "no such page"),
    at("/promises/999999", "no such promise"),
    at("/c/not-a-link", "no such customer"),
  ];
  for (const [state, path] of await promiseOfEachState(page)) {
    pages.push(at(path, `promise, ${state}`));
    if (state === "open") {
      pages.push(at(`${path}/domino`, "what falls with a promise"));
      pages.push(at(`${path}/domino?days=0`, "what falls, refused"));
    }
  }
  const capabilities = await linksOf(page, "/capabilities", 'th a[href^="/capabilities/"]');
  pages.push(...capabilities.map((path) => at(path, "a capability")));
  pages.push({ name: "a capability, refused", go: (page) => answerNothing(page, capabilities[0]) });
  const accounts = await linksOf(page, "/accounts", 'th a[href^="/accounts/"]');
  pages.push(...accounts.slice(0, 2).map((path) => at(path, "account")));
  for (const path of await customers(page, accounts)) {
    pages.push(at(path, "customer"));
  }
  pages.push(
    at("/quote", "quote, unasked"),
    { name: "quote, answered", go: ask },
    { name: "quote, with prices", go: askPrices },
    { name: "quote, offer refused", go: offerTooLittle },
    { name: "account, refused", go: nameless },
    { name: "import, columns", go: chooseFile },
    { name: "import, no table", go: (page) => upload(page, "letter.csv", "") },
    { name: "import, dry run", go: lookAtFile },
    { name: "import, dry run of a bad file", go: (page) => lookAtFile(page, withBadRows()) },
  );
  await context.close();
  return pages;
}

/** The pages of an empty ledger and of whoever signs in, in the order in which they can be reached. */
export const emptyPages = ({ setUp }) => [
  at("/sign-in", "sign in, nobody can"),
  at(setUp, "welcome"),
  { name: "welcome, refused", go: (page) => foundNothing(page, setUp) },
  { name: "today, before anything", go: (page) => found(page, setUp) },
  at(setUp, "join, link used"),
  at("/promises", "no promises"),
  at("/accounts", "no accounts"),
  at("/quote", "nobody to promise to"),
  at("/wording", "nobody to write to"),
  at("/capabilities", "an empty register"),
  at("/backtest", "nothing to replay"),
  at("/me", "me, signed in"),
  { name: "me, a token once", go: makeToken },
  at("/me", "me, with a token"),
  { name: "me, refused", go: refusedToken },
  { name: "second step", go: secondStep },
  { name: "settings, members", go: addColleague },
  { name: "settings, a link once", go: invite },
  { name: "join", go: join },
  { name: "second step, demanded", go: demanded },
  { name: "sign in, refused", go: refusedSignIn },
  at("/sign-in/code", "sign in, code"),
];

/** What the first member signs in with. */
export const LOGIN = "fenna@kornoelje.example";
export const PASSWORD = "a sentence to come in by";

/** The addresses of pages in the router; what is fetched but no page is left out. */
export async function routes() {
  const router = await readFile(new URL("../../crates/web/src/routes.rs", import.meta.url), "utf8");
  const found = [...router.matchAll(/\.get\(\s*"([^"]+)",/g)].map((match) => match[1]);
  // A provider's address leads away from here.
  const files = ["/receipt", "/rejects", "/static/", ".jsonl", "/sign-in/oidc/"];
  return found.filter((route) => !files.some((file) => route.includes(file)));
}

async function linksOf(page, path, selector) {
  await page.goto(path);
  const links = page.locator(selector);
  const hrefs = await links.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  return [...new Set(hrefs)];
}

async function promiseOfEachState(page) {
  await page.goto("/promises");
  const values = await page
    .locator("#f3 option")
    .evaluateAll((options) => options.map((option) => option.value).filter(Boolean));
  const found = [];
  for (const state of values) {
    const links = await linksOf(page, `/promises?state=${state}`, 'th a[href^="/promises/"]');
    if (links.length > 0) {
      found.push([state, links[0]]);
    }
  }
  return found;
}

/** The pages of a customer of each language, as far as there are some. */
async function customers(page, accounts) {
  const byLanguage = new Map();
  for (const account of accounts) {
    for (const link of await linksOf(page, account, 'a[href^="/c/"]')) {
      await page.goto(link);
      const language = await page.locator("html").getAttribute("lang");
      if (!byLanguage.has(language) && (await page.locator("article.vow").count()) > 0) {
        byLanguage.set(language, link);
      }
    }
    if (byLanguage.size === 3) break;
  }
  return byLanguage.values();
}

/** Asks what can be promised to the first customer. */
async function ask(page) {
  await page.goto("/quote");
  await page.fill("#what", "Export of all meter readings of a year");
  await choose(page, "#account", 0);
  await choose(page, "#team", 0);
  await page.fill("#hours", "40");
  await submit(page, page.locator("form#ask button.btn-first"));
}

/** Asks what earlier dates would cost, and opens what stands beside them. */
async function askPrices(page) {
  await ask(page);
  await submit(page, page.locator('button[name="menu"]'));
  await page.locator("#dates details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
}

async function offerTooLittle(page) {
  await ask(page);
  await submit(page, page.locator('button[formaction="/offers"]'));
}

async function nameless(page) {
  await page.goto("/accounts/new");
  await page.locator("#name").evaluate((input) => input.removeAttribute("required"));
  await submit(page, page.locator("main form button"));
}

/** Asks for what is in the register already. */
async function namedTwice(page) {
  await page.goto("/capabilities");
  const named = await page.locator('th a[href^="/capabilities/"]').first().textContent();
  await page.fill("#name", named.toUpperCase());
  await submit(page, page.locator('form[action="/capabilities"] button'));
}

/** Answers for product without saying what. */
async function answerNothing(page, path) {
  await page.goto(path);
  await page.check("#forecast");
  await submit(page, page.locator('form[action$="/answer"] button'));
}

async function foundNothing(page, setUp) {
  await page.goto(setUp);
  await page.locator("#admin").evaluate((input) => input.removeAttribute("required"));
  await page.fill("#name", "Kornoelje Software");
  await page.fill("#login", LOGIN);
  await page.fill("#password", PASSWORD);
  await submit(page, page.locator("main form button"));
}

async function found(page, setUp) {
  await page.goto(setUp);
  await page.fill("#name", "Kornoelje Software");
  await page.fill("#admin", "Fenna Oldenzand");
  await page.fill("#zone", "Europe/Amsterdam");
  await page.fill("#login", LOGIN);
  await page.fill("#password", PASSWORD);
  await submit(page, page.locator("main form button"));
}

/** Opens every part of a page that is folded away. */
const unfold = (page) =>
  page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));

async function makeToken(page) {
  await page.goto("/me");
  await unfold(page);
  await page.fill("#token-name", "Drafts of our assistant");
  await page.selectOption("#token-scope", "draft");
  await submit(page, page.locator('form[action="/me/tokens"] button'));
}

async function refusedToken(page) {
  await page.goto("/me");
  await unfold(page);
  await page.fill("#token-name", "For ever");
  await page.fill("#token-days", "9999");
  await submit(page, page.locator('form[action="/me/tokens"] button'));
}

async function secondStep(page) {
  await page.goto("/me");
  await unfold(page);
  await page.fill("#on-p", PASSWORD);
  await submit(page, page.locator('form[action="/me/second-factor"] button'));
}

/** Where a second step is demanded of everybody, and whoever asks has none. */
async function demanded(page) {
  await page.goto("/settings");
  if (page.url().endsWith("/settings")) {
    await page.check("#demanded");
    await submit(page, page.locator('form[action="/settings/second-factor"] button'));
  }
  await page.goto("/me/second-factor");
}

async function addColleague(page) {
  await page.goto("/settings");
  await unfold(page);
  await page.fill("#member-name", "Rikst Boonstra");
  await submit(page, page.locator('form[action="/settings/members"] button'));
}

async function invite(page) {
  await page.goto("/settings");
  await unfold(page);
  const name = page.locator('form[action$="/invite"] button[aria-label$="Rikst Boonstra"]');
  await submit(page, name);
}

/** The page of whoever got the link. */
async function join(page) {
  await invite(page);
  await page.goto(await page.locator(".secrets code").textContent());
}

/** Signs in on the page that is shown. */
export async function signIn(page) {
  await page.fill("#login", LOGIN);
  await page.fill("#password", PASSWORD);
  await submit(page, page.locator("main form button"));
}

async function refusedSignIn(page) {
  await page.context().clearCookies({ name: "handslag" });
  await page.goto("/sign-in");
  await page.fill("#login", LOGIN);
  await page.fill("#password", "not the right sentence");
  await submit(page, page.locator("main form button"));
}

async function upload(page, name, text) {
  await page.goto("/import");
  const buffer = Buffer.from(text);
  await page.setInputFiles("#file", { name, mimeType: "text/csv", buffer });
  await submit(page, page.locator("main form button"));
}

const chooseFile = (page) => upload(page, "harbour.csv", history());

async function lookAtFile(page, text = history()) {
  await upload(page, "harbour.csv", text);
  await submit(page, page.locator('button[value="columns"]'));
}

function withBadRows() {
  const [header, first, second, ...rest] = history().split("\n");
  return [header, first.replace(/,20\d\d-/, ",the 20th of "), second, second, ...rest].join("\n");
}

/** Chooses from a list by place, leaving out what says that nothing is chosen. */
export async function choose(page, selector, place) {
  const values = await page
    .locator(`${selector} option`)
    .evaluateAll((options) => options.map((option) => option.value).filter(Boolean));
  await page.selectOption(selector, values[place]);
}

/** Presses a button and waits for the page that follows. */
export async function submit(page, button) {
  await Promise.all([page.waitForEvent("framenavigated"), button.click()]);
  await page.waitForLoadState("load");
}
