// Takes a picture of every page, for looking at: `node shots.mjs FOLDER [LANGUAGE …]`.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { LANGUAGES, SCHEMES, SCREENS, launch, open } from "./chrome.mjs";
import { demoPages, emptyPages } from "./pages.mjs";
import { startDemo, startEmpty } from "./product.mjs";

const [folder, ...languages] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node shots.mjs FOLDER [nl|sv|en …]");
  process.exit(2);
}

const browser = await launch();
for (const lang of languages.length > 0 ? languages : LANGUAGES) {
  for (const [product, pagesOf] of [
    [await startDemo(), demoPages],
    [await startEmpty(), async (_, __, product) => emptyPages(product)],
  ]) {
    const pages = await pagesOf(browser, product.address, product);
    const context = await open(browser, product.address, lang);
    await takeAll(await context.newPage(), pages, join(folder, lang));
    await context.close();
    await product.stop();
  }
}
await browser.close();

async function takeAll(page, pages, into) {
  await mkdir(into, { recursive: true });
  for (const { name, go } of pages) {
    await page.setViewportSize(SCREENS[0]);
    await go(page);
    for (const screen of SCREENS) {
      await page.setViewportSize(screen);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        const file = `${name.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "root"}`;
        const path = join(into, `${file}-${screen.name}-${colorScheme}.png`);
        await page.screenshot({ path, fullPage: true });
      }
    }
  }
}
