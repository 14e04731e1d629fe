// A mail is written: what cannot be kept is marked while it is typed, the date that holds is taken, the promise is
// written down. Once with scripts, once without.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, open } from "./chrome.mjs";
import { choose, submit } from "./pages.mjs";
import { startDemo } from "./product.mjs";

const MAIL = "We komen zo snel mogelijk terug; de koppeling is vrijdag klaar.";
const COPY = `Met onze software werkt elke koppeling altijd foutloos.

In 2025 zijn 51 van onze 60 beloften nagekomen, geteld op de dag die was beloofd.`;

let browser;
let product;

before(async () => {
  browser = await launch();
  product = await startDemo();
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

/** Pastes a text, and waits until it is looked through. */
async function paste(page, text, javaScriptEnabled) {
  await page.fill("#text", text);
  if (javaScriptEnabled) {
    await page.waitForFunction(
      (begin) => document.querySelector(".under").textContent.startsWith(begin) && document.querySelector(".looked"),
      text.slice(0, 20),
    );
    await page.waitForSelector(".mark-row");
  } else {
    await submit(page, page.locator("form#letter .filters .btn-first"));
  }
}

/** Presses a button beside a mark, and waits until the text is looked through again. */
async function press(page, button, javaScriptEnabled) {
  if (!javaScriptEnabled) return submit(page, button);
  const looked = page.waitForResponse((response) => response.url().endsWith("/wording/look"));
  await button.click();
  await looked;
}

for (const javaScriptEnabled of [true, false]) {
  test(`a mail becomes a promise ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const context = await open(browser, product.address, "nl", { javaScriptEnabled });
    try {
      const page = await context.newPage();
      const complaints = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto("/wording");
      await paste(page, MAIL, javaScriptEnabled);

      const marked = (words) => page.locator(".mark-row", { has: page.locator("q", { hasText: words }) });
      const vague = marked("zo snel mogelijk");
      const friday = marked("vrijdag");
      assert.equal(await vague.count(), 1);
      assert.equal(await friday.count(), 1);
      assert.match(await friday.textContent(), /vrijdag 13 maart: <?\d+% kans/, "its chance stands beside the date");
      const holds = /uiterlijk (\w+dag \d+ \w+), (\d+)% kans/;
      const [, day, chance] = (await friday.textContent()).match(holds) ?? assert.fail("no date that holds");
      assert.ok(Number(chance) >= 85, `${chance}% is what it says of the date that holds`);
      assert.match(await vague.textContent(), holds, "both marks have the forecast's date");
      if (javaScriptEnabled) {
        const under = await page.locator(".under mark").allTextContents();
        assert.deepEqual(under, ["zo snel mogelijk", "vrijdag"]);
      }

      await press(page, friday.locator("button[name=take]"), javaScriptEnabled);
      assert.equal(
        await page.inputValue("#text"),
        `We komen zo snel mogelijk terug; de koppeling is ${day} klaar.`,
      );
      const kept = page.locator(".mark-row.is-plan", { hasText: day });
      await kept.waitFor();

      // Another customer each time: what stands in the ledger already is not written down again.
      await choose(page, "#account", javaScriptEnabled ? 0 : 1);
      if (javaScriptEnabled) await page.waitForResponse((r) => r.url().endsWith("/wording/look"));
      await submit(page, kept.locator("button[name=record]"));
      const promise = await page.locator(".notice a").getAttribute("href");
      assert.match(promise, /^\/promises\/\d+$/);
      assert.match(await kept.textContent(), /Al vastgelegd als/);
      await page.goto(promise);
      assert.match(await page.textContent("main"), new RegExp(day), "what was promised stands in the ledger");
      assert.deepEqual(complaints, []);
    } finally {
      await context.close();
    }
  });
}

test("a claim without ground is marked, a measured one is not", async () => {
  const context = await open(browser, product.address, "nl");
  try {
    const page = await context.newPage();
    await page.goto("/wording");
    await paste(page, COPY, true);
    const marked = await page.locator(".under mark").allTextContents();
    assert.ok(marked.length > 0);
    for (const words of marked) assert.ok(COPY.split("\n")[0].includes(words), words);
  } finally {
    await context.close();
  }
});

const EML = `From: Rikst Boonstra <rikst@kornoelje.example>
To: klant@example.com
Date: Thu, 5 Mar 2026 15:10:00 +0100
Subject: De koppeling
Content-Type: text/plain; charset=utf-8

Beste Torsten,

De koppeling is morgen klaar. De rest volgt zo snel mogelijk.

Met vriendelijke groet,

--\x20
Rikst Boonstra
Altijd de beste software

Dit bericht is vertrouwelijk; wij garanderen 100% veiligheid.

Op 4 maart 2026 schreef Torsten:
> Wij sturen de gegevens zo snel mogelijk. Dat kan niet eerder.
`;

test("a mail that is dropped on the text is opened, and only its writer's own words are marked", async () => {
  const context = await open(browser, product.address, "nl");
  try {
    const page = await context.newPage();
    await page.goto("/wording");
    await Promise.all([
      page.waitForEvent("framenavigated"),
      page.evaluate((eml) => {
        const dropped = new DataTransfer();
        dropped.items.add(new File([eml], "koppeling.eml", { type: "message/rfc822" }));
        const drop = new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true });
        document.getElementById("text").dispatchEvent(drop);
      }, EML),
    ]);
    await page.waitForSelector(".mark-row");
    assert.deepEqual(await page.locator(".under mark").allTextContents(), ["morgen", "zo snel mogelijk"]);
    assert.match(await page.textContent(".mark-row"), /Vrijdag 6 maart is voorbij/);
  } finally {
    await context.close();
  }
});
