// Runs one step of the build, unless nothing it depends on has changed since it last succeeded, and prints its
// output only if it fails.
//
//   node tools/step.mjs STAMP OUTPUT INPUT[,INPUT…] COMMAND [ARGUMENT…]
//
// STAMP is the file that remembers the hash of the inputs, OUTPUT a file that the step makes. Without either of them
// the step runs again.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

function filesUnder(path) {
  return readdirSync(path, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]))
    .sort();
}

function hashOf(inputs, command) {
  const hash = createHash("sha256").update(JSON.stringify([process.version, process.platform, command]));
  for (const input of inputs) {
    const files = input.endsWith("/") ? filesUnder(input) : [input];
    for (const file of files) {
      hash.update(`\0${file}\0`).update(readFileSync(file));
    }
  }
  return hash.digest("hex");
}

const [stamp, output, inputs, ...command] = process.argv.slice(2);
const hash = hashOf(inputs.split(","), command);
if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) {
  process.exit(0);
}

rmSync(stamp, { force: true });
const run = spawnSync(command[0], command.slice(1), { encoding: "utf8", maxBuffer: 1 << 26 });
if (run.error?.code === "ENOENT") {
  console.error(
    `build: ${command[0]} was not found. The web client and the voices are built with Node 20 (or newer) and npm.`,
  );
  process.exit(1);
}
if (run.status !== 0) {
  process.stderr.write(`build: "${command.join(" ")}" failed:\n${run.stdout ?? ""}${run.stderr ?? ""}`);
  process.exit(run.status ?? 1);
}
mkdirSync(dirname(stamp), { recursive: true });
writeFileSync(stamp, hash);
