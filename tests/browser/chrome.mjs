// Debian's Chromium, without anything that reaches for the network.

import { existsSync } from "node:fs";

import { chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The widths that pages are looked at: a desk, and a phone. */
export const SCREENS = [
  { name: "desk", width: 1280, height: 900 },
  { name: "phone", width: 390, height: 844 },
];

export const SCHEMES = ["light", "dark"];

export const LANGUAGES = ["nl", "sv", "en"];

/** Starts the browser. */
export function launch() {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (!executablePath) {
    throw new Error(`no Chromium in ${PLACES.join(", ")}; install it, or name it in CHROMIUM`);
  }
  const args = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--force-prefers-reduced-motion",
  ];
  // Root cannot have Chromium's sandbox; it shows nothing here but our own pages.
  return chromium.launch({ executablePath, args, chromiumSandbox: process.getuid?.() !== 0 });
}

/** A window of its own, reading a language. */
export async function open(browser, address, lang, options = {}) {
  const context = await browser.newContext({ baseURL: address, locale: lang, ...options });
  await context.addCookies([{ name: "handslag-lang", value: lang, url: address }]);
  return context;
}
