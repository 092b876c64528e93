import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";

import { crc32 } from "../../../generator/coursewright/browser/files/crc.mjs";
import { readZip, writeZip } from "../../../generator/coursewright/browser/files/zip.mjs";
import { dice } from "../memory.mjs";

const bytes = (text) => new TextEncoder().encode(text);
const files = new Map([
  ["[Content_Types].xml", bytes("<Types/>")],
  ["word/岗位.xml", bytes("客户经理 ".repeat(500))],
  ["empty", bytes("")],
]);

test("the checksum is the standard's", () => {
  assert.equal(crc32(bytes("123456789")), 0xcbf43926);
  assert.equal(crc32(bytes("")), 0);
});

test("what is written is read again, in its order", async () => {
  const read = await readZip(await writeZip(files));
  assert.deepEqual([...read], [...files]);
});

test("the same files give the same bytes, and repetition is packed", async () => {
  const [one, other] = [await writeZip(files), await writeZip(files)];
  assert.deepEqual(one, other);
  assert.ok(one.length < 1000);
});

test("any bytes survive", async () => {
  const roll = dice(5);
  for (let round = 0; round < 30; round += 1) {
    const content = Uint8Array.from({ length: roll(3000) }, () => roll(round % 2 ? 256 : 3));
    assert.deepEqual((await readZip(await writeZip(new Map([["a", content]])))).get("a"), content);
  }
});

test("an archive inside a larger buffer, and one with a comment, are read", async () => {
  const archive = await writeZip(files);
  const around = new Uint8Array(archive.length + 20);
  around.set(archive, 9);
  assert.deepEqual([...(await readZip(around.subarray(9, 9 + archive.length))).keys()], [...files.keys()]);
  const commented = new Uint8Array(archive.length + 5);
  commented.set(archive);
  commented[archive.length - 2] = 5;
  assert.deepEqual([...(await readZip(commented)).keys()], [...files.keys()]);
});

test("an entry that names its sizes behind its content is read by the directory", async () => {
  const archive = await writeZip(new Map([["a", bytes("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]]));
  const view = new DataView(archive.buffer);
  assert.equal(view.getUint32(18, true), deflateRawSync(bytes("a".repeat(32))).length);
  for (const field of [14, 18, 22]) view.setUint32(field, 0, true);
  assert.equal(new TextDecoder().decode((await readZip(archive)).get("a")), "a".repeat(32));
});

test("what is no archive, or a damaged one, is a RangeError", async () => {
  const archive = await writeZip(files);
  await assert.rejects(readZip(bytes("")), RangeError);
  await assert.rejects(readZip(bytes("<html>not here</html>".repeat(9))), RangeError);
  await assert.rejects(readZip(archive.slice(0, -30)), RangeError);
  const stored = await writeZip(new Map([["a", bytes("b")]]));
  stored[31] ^= 1;
  await assert.rejects(readZip(stored), RangeError);
  const packed = await writeZip(new Map([["a", bytes("ab".repeat(99))]]));
  packed.fill(0xff, 31, 35);
  await assert.rejects(readZip(packed), RangeError);
});
