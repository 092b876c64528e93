import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";

import { crc32 } from "../../../generator/coursewright/browser/files/crc.mjs";
import { inflated } from "../../../generator/coursewright/browser/verify/inflated.mjs";
import {
  fromBase32,
  fromBase58,
  fromBase64url,
} from "../../../generator/coursewright/browser/verify/letters.mjs";
import { dice } from "../memory.mjs";
import { GOOD, bytes, fileOf, judged } from "./vectors.mjs";

const JWT = fileOf("good, JWT");
const JSON_FILE = fileOf("good, JSON");
/** What was signed, by the kind of its file. */
const SIGNED = { JSON: (await judged(JSON_FILE)).credential, JWT: (await judged(JWT)).credential };

/** A PDF of one page with one file. */
function pdf(content, { filter = "/Filter /FlateDecode ", name = "credential.json", ...given } = {}) {
  const { packed = deflateSync(content), length = packed.length } = given;
  const names = `/Names << /EmbeddedFiles << /Names [(${name}) 3 0 R] >> >>`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${names} >>`,
    "<< /Type /Pages /Kids [] /Count 1 >>",
    `<< /Type /Filespec /F (${name}) /EF << /F 4 0 R >> >>`,
    `<< /Length ${length} ${filter}>>\nstream\n${packed.toString("latin1")}\nendstream`,
  ];
  let [text, rows] = ["%PDF-1.7\n", ""];
  for (const [at, each] of objects.entries()) {
    rows += `${String(text.length).padStart(10, "0")} 00000 n \n`;
    text += `${at + 1} 0 obj\n${each}\nendobj\n`;
  }
  const table = `xref\n0 5\n0000000000 65535 f \n${rows}trailer\n<< /Size 5 /Root 1 0 R >>\n`;
  return Buffer.from(`${text}${table}startxref\n${text.length}\n%%EOF\n`, "latin1");
}

function chunk(kind, content) {
  const made = Buffer.alloc(12 + content.length);
  made.writeUInt32BE(content.length);
  made.write(kind, 4, "latin1");
  content.copy(made, 8);
  made.writeUInt32BE(crc32(made.subarray(4, 8 + content.length)), 8 + content.length);
  return made;
}

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const text = (content, flags = "\0\0") =>
  chunk("iTXt", Buffer.concat([Buffer.from(`openbadgecredential\0${flags}en\0x\0`), Buffer.from(content)]));
const png = (...chunks) =>
  Buffer.concat([SIGNATURE, chunk("IHDR", Buffer.alloc(13)), ...chunks, chunk("IEND", Buffer.alloc(0))]);

const FILES = {
  JWT: bytes(JWT),
  JSON: bytes(JSON_FILE),
  "QR code": bytes(fileOf("as a QR code has it")),
  PDF: pdf(JSON_FILE),
  PNG: png(text(JWT)),
};

test("every kind of file is read", async () => {
  for (const [kind, file] of Object.entries(FILES)) assert.equal((await judged(file)).verdict, "valid", kind);
  assert.equal((await judged(png(text(deflateSync(JWT), "\u0001\0")))).verdict, "valid");
  const unpacked = { packed: Buffer.from(JSON_FILE), filter: "" };
  assert.equal((await judged(pdf(JSON_FILE, unpacked))).verdict, "valid");
});

test("files without one certificate are not read", async () => {
  const bomb = deflateSync(Buffer.alloc(40_000_000));
  const wrong = [
    Buffer.concat([pdf(JSON_FILE), pdf(JSON_FILE)]),
    pdf(JSON_FILE, { name: "other.json" }),
    pdf(JSON_FILE, { filter: "/Filter /LZWDecode " }),
    pdf(JSON_FILE, { filter: "/Filter /FlateDecode /DecodeParms << /Predictor 12 >> " }),
    pdf(JSON_FILE, { length: "9 0 R" }),
    pdf(JSON_FILE, { length: 7 }),
    pdf("", { packed: bomb }),
    png(),
    png(text(JWT), text(JWT)),
    png(text(bomb, "\u0001\0")),
    png(text(JWT, "\u0002\0")),
    png(text(JWT)).subarray(0, 300),
    Buffer.from("%PDF"),
    SIGNATURE,
    Buffer.alloc(33_000_000, "a"),
    Buffer.from(`{"a":"${"a".repeat(2_100_000)}"}`),
    Buffer.from([0xff, 0xfe, 0x00]),
  ];
  for (const [at, file] of wrong.entries())
    assert.equal((await judged(file)).verdict, "unreadable", String(at));
});

/** One byte, several or a piece of it, another way. */
function mutated(file, roll) {
  const made = Buffer.from(file);
  const at = roll(made.length);
  switch (roll(4)) {
    case 0:
      made[at] = roll(256);
      return made;
    case 1:
      return Buffer.concat([made.subarray(0, at), made.subarray(at + 1 + roll(9))]);
    case 2:
      return Buffer.concat([made.subarray(0, at), made.subarray(roll(made.length))]);
    default:
      for (let count = 0; count < 5; count += 1) made[roll(made.length)] ^= 1 << roll(8);
      return made;
  }
}

test("a thousand damaged files of each kind: nothing is shown that was not signed", async () => {
  const roll = dice(11);
  for (const [kind, file] of Object.entries(FILES))
    for (let round = 0; round < 1000; round += 1) {
      const { verdict, credential } = await judged(mutated(file, roll));
      const own = kind === "JSON" || kind === "PDF" ? SIGNED.JSON : SIGNED.JWT;
      assert.deepEqual(credential, GOOD.has(verdict) ? own : undefined, kind);
    }
});

test("what is packed is unpacked as far as it may go", async () => {
  const packed = deflateSync(Buffer.alloc(5000, "a"));
  assert.equal((await inflated(packed, "deflate", 5000)).length, 5000);
  await assert.rejects(inflated(packed, "deflate", 4999), RangeError);
  await assert.rejects(inflated(packed.subarray(0, -5), "deflate", 5000));
  await assert.rejects(inflated(Buffer.concat([packed, Buffer.from("x")]), "deflate", 5000));
});

test("letters have one spelling", () => {
  assert.deepEqual([...fromBase64url("_-8")], [255, 239]);
  for (const wrong of ["_-9", "a", "a b", "YQ==", "+/"]) assert.throws(() => fromBase64url(wrong), wrong);
  assert.deepEqual([...fromBase32("MZXW6")], [...bytes("foo")]);
  for (const wrong of ["MZXW7", "mzxw6", "M1"]) assert.throws(() => fromBase32(wrong), wrong);
  assert.deepEqual([...fromBase58("1112")], [0, 0, 0, 1]);
  for (const wrong of ["0", "l", "1".repeat(201)]) assert.throws(() => fromBase58(wrong), wrong);
});
