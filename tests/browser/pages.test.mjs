// Every page, in three languages, on a desk and on a phone, in light and dark: nothing that an accessibility check
// finds, and nothing that has to be pushed sideways.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";

import { LANGUAGES, SCHEMES, SCREENS, launch, open } from "./chrome.mjs";
import { demoPages, emptyPages, routes } from "./pages.mjs";
import { startDemo, startEmpty } from "./product.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Where somebody becomes known. */
const entrance = ["/me/second-factor", "/sign-in", "/sign-in/code", "/join/{secret}"];

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
let demo;
let pages;

// Looking changes nothing: one company serves all languages.
before(async () => {
  browser = await launch();
  demo = await startDemo();
  pages = await demoPages(browser, demo.address);
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

// Two at a time: one waits for the program while the other computes.
describe("pages", { concurrency: 2 }, () => {
  for (const lang of LANGUAGES) {
    it(`the pages of the company in ${lang}`, async (t) => {
      const seen = await lookAtAll(t, demo.address, lang, pages);
      const missed = (await routes()).filter((route) => !seen.some((path) => fits(route, path)));
      // How somebody comes in is looked at below: in the demo everybody is.
      assert.deepEqual(missed.filter((route) => !entrance.includes(route)), [], "pages never looked at");
    });

    it(`the pages of an empty ledger in ${lang}`, async (t) => {
      const empty = await startEmpty();
      try {
        const seen = await lookAtAll(t, empty.address, lang, emptyPages(empty));
        const missed = entrance.filter((route) => !seen.some((path) => fits(route, path)));
        assert.deepEqual(missed, [], "pages never looked at");
      } finally {
        await empty.stop();
      }
    });
  }
});

/** Looks at pages one after another; the paths that were seen. */
async function lookAtAll(t, address, lang, pages) {
  const context = await open(browser, address, lang);
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  const seen = [];
  for (const { name, go } of pages) {
    await t.test(name, async () => {
      await page.setViewportSize(SCREENS[0]);
      await go(page);
      seen.push(new URL(page.url()).pathname);
      const faults = await lookAt(page);
      assert.deepEqual([...faults, ...complaints.splice(0)], [], page.url());
    });
  }
  await context.close();
  return seen;
}

/** What is wrong with the page that is shown, on every screen and in both schemes. */
async function lookAt(page) {
  const faults = [];
  await page.evaluate(axe);
  // What is folded away is part of the page.
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  for (const screen of SCREENS) {
    await page.setViewportSize(screen);
    const wider = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const reaches = (e) => e.getBoundingClientRect().right > clientWidth + 1;
      const out = [...document.querySelectorAll("main *, header *")].filter(reaches).slice(0, 3);
      const names = out.map((e) => `${e.tagName.toLowerCase()}.${e.className}`);
      return scrollWidth > clientWidth ? `${scrollWidth} of ${clientWidth} px: ${names}` : null;
    });
    if (wider) {
      faults.push(`${screen.name}: wider than the screen, ${wider}`);
    }
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const violation of await violations(page)) {
        faults.push(`${screen.name}, ${colorScheme}: ${violation}`);
      }
    }
  }
  return faults;
}

async function violations(page) {
  const found = await page.evaluate(async (rules) => {
    const results = await globalThis.axe.run(document, {
      runOnly: { type: "tag", values: rules },
      resultTypes: ["violations"],
    });
    return results.violations.map((violation) => ({
      id: violation.id,
      help: violation.help,
      nodes: violation.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)),
    }));
  }, RULES);
  return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.join(" | ")}`);
}

/** Whether a path is one of a route. */
function fits(route, path) {
  const pattern = route.replace(/\{[^}]+\}/g, "[^/]+");
  return new RegExp(`^${pattern}$`).test(path);
}
