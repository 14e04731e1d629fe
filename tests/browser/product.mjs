// Starts the program that was built, and stops it. What it serves is the invented company of `handslag demo`, or an
// empty ledger.

import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** The program: as `cargo build` leaves it, unless HANDSLAG says otherwise. */
export const PROGRAM =
  process.env.HANDSLAG ?? fileURLToPath(new URL("../../target/debug/handslag", import.meta.url));

/** How long the program may take to say its address. */
const PATIENCE_MS = 120_000;

/** Starts the invented company on a free port. */
export const startDemo = () => start(["demo", "--port", "0"]);

/** When an empty ledger begins: its clock stands, and can be moved on as the demo's can. */
const NOW = "2026-03-09T08:40:00Z";

/** Starts on an empty ledger in a folder of its own. */
export async function startEmpty() {
  const folder = await mkdtemp(join(tmpdir(), "handslag-"));
  const product = await start(["serve", "--listen", "127.0.0.1:0", "--now", NOW], folder);
  const setUp = await product.says(/\/join\/[\w-]+/);
  const stop = async () => {
    await product.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...product, setUp, stop };
}

/** Runs a command of the program to its end; what it printed. */
export async function run(...args) {
  const { stdout } = await promisify(execFile)(PROGRAM, args);
  return stdout;
}

/** Runs a command that ends with 1 when it has something to say; what it printed. */
export async function marks(...args) {
  try {
    return await run(...args);
  } catch (error) {
    if (error.code !== 1) throw error;
    return error.stdout;
  }
}

async function start(args, cwd) {
  const child = spawn(PROGRAM, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  let printed = "";
  let complained = "";
  child.stderr.on("data", (data) => (complained += data));
  const address = await new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`handslag ${args.join(" ")} ${why}\n${complained}`));
    const timer = setTimeout(() => fail(`said no address: ${printed}`), PATIENCE_MS);
    child.once("error", (error) => fail(`did not start: ${error.message}`));
    child.once("exit", (code) => fail(`ended with ${code}`));
    child.stdout.on("data", (data) => {
      printed += data;
      const line = printed.match(/^(http:\/\/127\.0\.0\.1:\d+)\n/);
      if (line) {
        clearTimeout(timer);
        resolve(line[1]);
      }
    });
  }).catch(async (error) => {
    child.kill();
    throw error;
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
  };
  /** The first thing of a form that the program prints, now or later. */
  const says = (pattern) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = printed.match(pattern);
        if (found) resolve(found[0]);
      };
      child.stdout.on("data", look);
      child.once("exit", () => reject(new Error(`handslag never said ${pattern}: ${printed}`)));
      look();
    });
  return { address, stop, says, complaints: () => complained };
}
