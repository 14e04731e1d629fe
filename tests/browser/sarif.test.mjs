// What `handslag check --format sarif` prints is SARIF 2.1.0 by its schema: code scanners refuse anything else.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";

import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";

import { marks } from "./product.mjs";

const require = createRequire(import.meta.url);
const SCHEMAS = join(dirname(require.resolve("@microsoft/jest-sarif")), "schemas");

/** Texts that have every kind of mark between them, and a file name that an address must quote. */
const TEXTS = {
  "nl aanbod.md":
    "# Aanbod\n\nWij leveren vóór vrijdag 4 december.\n\nU hoort zo spoedig mogelijk van ons 🙂. Dat kan niet.\n",
  "sv.html":
    "<p>Vi löser det snarast m&ouml;jligt.</p><p>Du måste fylla i formuläret. Alltid 100&nbsp;% nöjda kunder.</p>",
  "en.txt": "We'll get back to you shortly. That is against our policy. We will come next Friday.\r\n",
  "empty.txt": "",
};

let folder;
let isSarif;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "handslag-"));
  for (const [name, text] of Object.entries(TEXTS)) await writeFile(join(folder, name), text);
  const schema = JSON.parse(await readFile(join(SCHEMAS, "sarif-2.1.0-rtm.5.json"), "utf8"));
  // A pattern of the schema is none in the newer grammar of expressions.
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  isSarif = ajv.compile(schema);
});

after(() => rm(folder, { recursive: true, force: true }));

async function check(...files) {
  const printed = await marks("check", "--format", "sarif", ...files.map((name) => join(folder, name)));
  const log = JSON.parse(printed);
  assert.ok(isSarif(log), JSON.stringify(isSarif.errors, null, 2));
  return log.runs.flatMap((run) => run.results);
}

test("marks of every kind are SARIF by its schema", async () => {
  const results = await check(...Object.keys(TEXTS));
  const rules = new Set(results.map((result) => result.ruleId));
  assert.ok(rules.size >= 5, [...rules].join());
});

test("nothing to mark is SARIF too", async () => {
  assert.deepEqual(await check("empty.txt"), []);
});

test("the schema is one that refuses", () => {
  assert.equal(isSarif({ version: "2.1.0", runs: [{ tool: {}, results: [] }] }), false);
});
