/** What joserfc sealed is opened by the browser's cryptography and by noble; jose opens what they seal. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import * as jose from "jose";

import {
  fromBase64url,
  toBytes,
  toHex,
} from "../../../generator/coursewright/browser/sealed/crypt/bytes.mjs";
import {
  openByKey,
  openByPassword,
  sealed,
} from "../../../generator/coursewright/browser/sealed/crypt/jwe.mjs";
import { plain } from "../../../generator/coursewright/browser/sealed/crypt/plain.mjs";
import { subtle } from "../../../generator/coursewright/browser/sealed/crypt/subtle.mjs";

const given = JSON.parse(await readFile(new URL("../../vectors/sealed.json", import.meta.url), "utf8"));
const ENGINES = { subtle, plain };
const PART = /^[^.]*\./;

for (const [name, engine] of Object.entries(ENGINES)) {
  test(`${name} opens what a password seals, and makes the same key of it`, async () => {
    const { text, key } = await openByPassword(engine, given.byPassword, given.password);
    const { key: other } = await openByPassword(subtle, given.byPassword, given.password);
    assert.equal(text, given.text);
    assert.equal(toHex(key), toHex(other));
  });

  test(`${name} opens nothing with another password`, async () => {
    const wrong = given.password.replace("2", "3");
    await assert.rejects(openByPassword(engine, given.byPassword, wrong));
  });

  test(`${name} opens what a key seals`, async () => {
    assert.equal(await openByKey(engine, given.byKey, fromBase64url(given.key)), given.text);
    await assert.rejects(openByKey(engine, given.byKey, new Uint8Array(32)));
  });

  test(`${name} opens nothing that was altered, whichever part it is`, async () => {
    for (const at of [0, 2, 3, 4]) {
      const parts = given.byKey.split(".");
      const first = parts[at].startsWith("A") ? "B" : "A";
      parts[at] = first + parts[at].slice(1);
      await assert.rejects(openByKey(engine, parts.join("."), fromBase64url(given.key)), `part ${at}`);
    }
  });

  test(`${name} seals what only the session's key opens`, async () => {
    const text = JSON.stringify({ answers: { a: ["张三"] } });
    const made = await sealed(engine, text, given.session);
    const header = jose.decodeProtectedHeader(made);
    assert.equal(header.alg, "ECDH-ES");
    assert.equal(header.kid, given.session.kid);
    const key = await jose.importJWK(given.session, "ECDH-ES");
    const { plaintext } = await jose.compactDecrypt(made, key);
    assert.equal(new TextDecoder().decode(plaintext), text);
  });

  test(`${name} seals the same text each time otherwise`, async () => {
    const [one, other] = [await sealed(engine, "x", given.session), await sealed(engine, "x", given.session)];
    assert.notEqual(one, other);
  });

  test(`${name} agrees with the other on digests and on encryption`, async () => {
    const [key, iv, data, bound] = [new Uint8Array(32), new Uint8Array(12), toBytes("张三"), toBytes("b")];
    for (const other of Object.values(ENGINES)) {
      assert.equal(toHex(await engine.digest(data)), toHex(await other.digest(data)));
      const made = await engine.encrypt(key, iv, data, bound);
      assert.equal(toHex(await other.decrypt(key, iv, made, bound)), toHex(data));
      await assert.rejects(other.decrypt(key, iv, made, toBytes("c")));
    }
  });
}

test("too few rounds and too many are refused", async () => {
  await assert.rejects(openByPassword(subtle, given.fewRounds, given.password), RangeError);
  const header = JSON.parse(new TextDecoder().decode(fromBase64url(given.byPassword.split(".")[0])));
  const many = Buffer.from(JSON.stringify({ ...header, p2c: 2_000_001 })).toString("base64url");
  const made = given.byPassword.replace(PART, `${many}.`);
  await assert.rejects(openByPassword(subtle, made, given.password), RangeError);
});

test("another kind of sealing is refused, whatever opens it", async () => {
  await assert.rejects(openByKey(subtle, given.byPassword, fromBase64url(given.key)), TypeError);
  await assert.rejects(openByPassword(subtle, given.byKey, given.password), TypeError);
  await assert.rejects(openByKey(subtle, `${given.byKey}.more`, fromBase64url(given.key)), TypeError);
  await assert.rejects(openByKey(subtle, "", new Uint8Array(32)));
});
