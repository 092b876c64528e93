import assert from "node:assert/strict";
import { test } from "node:test";

import { matches, readChoice, writeChoice } from "../../../generator/coursewright/browser/roles/query.mjs";
import { dice } from "../memory.mjs";

const entry = { text: "高级客户经理 Senior RM\nRM-03", values: { family: "front", grade: "senior" } };

test("an empty choice shows everything", () => {
  assert.ok(matches(entry, {}));
  assert.ok(matches(entry, { text: "  ", family: "", grade: "" }));
});

test("every word must be found, whatever its case or width", () => {
  assert.ok(matches(entry, { text: "客户" }));
  assert.ok(matches(entry, { text: "senior 客户" }));
  assert.ok(matches(entry, { text: "ＲＭ-03" }));
  assert.ok(!matches(entry, { text: "senior 风险" }));
});

test("every value chosen must be the entry's own", () => {
  assert.ok(matches(entry, { family: "front" }));
  assert.ok(!matches(entry, { family: "front", grade: "junior" }));
  assert.ok(!matches(entry, { other: "x" }));
  assert.ok(!matches(entry, { text: "风险", family: "front" }));
});

test("narrowing a choice never shows more", () => {
  const roll = dice(9);
  const entries = Array.from({ length: 60 }, () => ({
    text: `w${roll(5)} w${roll(5)}`,
    values: { a: `${roll(3)}`, b: `${roll(3)}` },
  }));
  for (let round = 0; round < 200; round += 1) {
    const choice = { text: `w${roll(5)}`, a: roll(2) ? `${roll(3)}` : "" };
    const narrower = { ...choice, b: `${roll(3)}` };
    for (const each of entries) if (matches(each, narrower)) assert.ok(matches(each, choice));
  }
});

test("a choice survives its way through the address, and other parameters too", () => {
  const names = ["text", "family"];
  for (const text of ["", "客户 经理", "a&b=c#d", "100 %", "+"]) {
    const search = writeChoice("?highlight=x&text=old", { text, family: "front" });
    assert.deepEqual(readChoice(search, names), { text, family: "front" });
    assert.equal(new URLSearchParams(search).get("highlight"), "x");
  }
  assert.equal(writeChoice("?text=old", { text: "" }), "");
  assert.deepEqual(readChoice("", names), { text: "", family: "" });
});
