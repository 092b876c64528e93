import assert from "node:assert/strict";
import { test } from "node:test";

import { readCode } from "../../../generator/coursewright/browser/sealed/code.mjs";

test("a code is read however it is written", () => {
  const ways = ["k7m2 3456 7acd efhj", "Ｋ７Ｍ２—３４５６—７ＡＣＤ—ＥＦＨＪ", " k7m23456.7acdefhj "];
  for (const typed of ["K7M2-3456-7ACD-EFHJ", ...ways])
    assert.deepEqual(readCode(typed), {
      shown: "K7M2-3456-7ACD-EFHJ",
      strange: [],
      missing: 0,
      ticket: "K7M",
      secret: "234567ACDEFHJ",
    });
});

test("letters that are like others mean these", () => {
  assert.equal(readCode("BGSZ U").shown, "8652-V");
});

test("signs that no code has are named, each once", () => {
  assert.deepEqual(readCode("0O1IL0中").strange, ["0", "O", "1", "I", "L", "中"]);
});

test("what is missing is counted, and what is too much", () => {
  assert.equal(readCode("").missing, 16);
  assert.equal(readCode("K7M2").missing, 12);
  assert.equal(readCode("K7M2-3456-7ACD-EFHJ-2").missing, -1);
});
