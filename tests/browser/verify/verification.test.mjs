import assert from "node:assert/strict";
import { test } from "node:test";

import { bitsOf, isSet } from "../../../generator/coursewright/browser/verify/status.mjs";
import { verified } from "../../../generator/coursewright/browser/verify/verification.mjs";
import { GOOD, bytes, cases, fileOf, judged, older, published } from "./vectors.mjs";

/** Nobody has a parser of SVG here; the page's own is tested in a browser. */
const readable = cases.filter(({ file }) => !file.trim().startsWith("<"));

async function agree() {
  for (const { name, file, now, issuer, verdict } of readable) {
    const found = await judged(file, { now, issuer });
    assert.equal(found.verdict, verdict, name);
    assert.equal("credential" in found, GOOD.has(verdict), name);
  }
}

test("every verdict is that of the other reader", async () => {
  assert.ok(readable.length > 60);
  await agree();
});

test("every verdict is the same without a browser's help", async (context) => {
  const own = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  context.after(() => Object.defineProperty(globalThis, "crypto", own));
  const chance = { getRandomValues: crypto.getRandomValues.bind(crypto) };
  Object.defineProperty(globalThis, "crypto", { value: chance, configurable: true });
  assert.equal(globalThis.crypto.subtle, undefined);
  await agree();
});

/** Every place of a document, with something else there. */
function* alterations(document, place = document) {
  for (const [key, old] of Object.entries(place)) {
    if (typeof old === "object") yield* alterations(document, old);
    else {
      place[key] = typeof old === "boolean" ? !old : typeof old === "number" ? old + 1 : `${old}a`;
      yield structuredClone(document);
      delete place[key];
      yield structuredClone(document);
      place[key] = old;
    }
  }
}

test("nothing of an altered JSON is shown, whatever was altered", async () => {
  let count = 0;
  for (const altered of alterations(JSON.parse(fileOf("good, JSON")))) {
    const { verdict, credential } = await judged(JSON.stringify(altered));
    assert.ok(!GOOD.has(verdict) && !credential, JSON.stringify(altered));
    count += 1;
  }
  assert.ok(count > 90);
});

test("nothing of an altered JWT is shown, whatever was altered", async () => {
  const [head, payload, signature] = fileOf("good, JWT").split(".");
  for (const altered of alterations(JSON.parse(Buffer.from(payload, "base64url")))) {
    const other = Buffer.from(JSON.stringify(altered)).toString("base64url");
    const { verdict, credential } = await judged([head, other, signature].join("."));
    assert.ok(!GOOD.has(verdict) && !credential, other);
  }
});

test("a list that cannot be had leaves the status unknown, unless the old one knew of it", async () => {
  const issuer = published("ours");
  const told = async (name, fetched) =>
    (await verified(bytes(fileOf(name)), issuer, "2026-12-01T00:00:00Z", fetched)).verdict;
  const none = () => Promise.reject(new Error("no connection"));
  const away = [async () => null, none, async () => "<html>"];
  for (const fetched of away) {
    assert.equal(await told("good, JWT", fetched), "unknown");
    assert.equal(await told("revoked, JSON", fetched), "revoked");
  }
});

test("an old list that is handed out takes nothing back, and says nothing of what came later", async () => {
  const issuer = published("ours");
  const told = (name, by = issuer) =>
    verified(bytes(fileOf(name)), by, "2026-12-01T00:00:00Z", async () => older);
  assert.equal((await told("revoked, JWT")).verdict, "revoked");
  assert.deepEqual([(await told("good, JWT")).verdict, (await told("good, JWT")).listed], [
    "unknown",
    "2026-11-01T08:00:00Z",
  ]);
  const built = await told("good, JWT", { ...issuer, kept: older });
  assert.deepEqual([built.verdict, built.listed], ["valid", "2026-01-01T00:00:00Z"]);
});

test("a list of somebody else, or an altered one, is none", async () => {
  const issuer = published("ours");
  const [head, payload, signature] = issuer.kept.split(".");
  const list = JSON.parse(Buffer.from(payload, "base64url"));
  const later = JSON.stringify({ ...list, validFrom: "2026-11-02T00:00:00Z" });
  const other = Buffer.from(later).toString("base64url");
  const file = bytes(fileOf("revoked, JWT"));
  for (const kept of ["-", fileOf("good, JWT"), [head, other, signature].join(".")]) {
    const found = await verified(file, { ...issuer, kept }, "2026-12-01T00:00:00Z", async () => kept);
    assert.equal(found.verdict, "unknown");
  }
});

test("the first bit of a list is the most significant one", () => {
  assert.equal(isSet(new Uint8Array([0b1000_0000, 1]), 0), true);
  assert.equal(isSet(new Uint8Array([0b1000_0000, 1]), 15), true);
  assert.equal(isSet(new Uint8Array([0b1000_0000, 1]), 7), false);
  assert.equal(isSet(new Uint8Array([0b1000_0000, 1]), 16), null);
});

test("a list that is short, huge or damaged is refused", async () => {
  const { gzipSync } = await import("node:zlib");
  const text = (size) => `u${gzipSync(Buffer.alloc(size)).toString("base64url")}`;
  assert.equal((await bitsOf(text(16_384))).length, 16_384);
  for (const wrong of [text(16_383), text(300_000), "u", "uAAAA", text(16_384).slice(1)])
    await assert.rejects(bitsOf(wrong));
});
