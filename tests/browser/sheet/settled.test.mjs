import assert from "node:assert/strict";
import { test } from "node:test";

import { settled } from "../../../generator/coursewright/browser/sheet/settled.mjs";

const NAMES = [
  ["spade", "p2-1"],
  ["boots", "p2-2"],
  ["table.a.depth", "p3-1-2"],
];
const before = { at: 5, fields: { "p2-1": true, "p3-1-2": "30 cm", "p9-1": "gone" } };

test("fields are filed under the names that stay, and places that are gone are kept", () => {
  assert.deepEqual(settled({ at: 0, fields: {}, before }, NAMES, 9), {
    at: 5,
    fields: { spade: true, "table.a.depth": "30 cm" },
    before: { at: 0, fields: { "p9-1": "gone" } },
  });
});

test("settling again changes nothing", () => {
  const once = settled({ at: 0, fields: {}, before }, NAMES, 9);
  assert.deepEqual(settled(once, NAMES, 9), once);
});

test("bringing in the same old sheet once more brings nothing back", () => {
  const emptied = { at: 9, fields: { spade: false, "table.a.depth": "" } };
  assert.deepEqual(settled({ ...emptied, before }, NAMES, 9).fields, emptied.fields);
});

test("what the old site entered last wins over what was there", () => {
  const mine = { at: 3, fields: { spade: false, boots: true } };
  assert.deepEqual(settled({ ...mine, before }, NAMES, 9).fields, {
    spade: true,
    boots: true,
    "table.a.depth": "30 cm",
  });
});

test("a sheet without a past stays as it is", () => {
  const sheet = { at: 3, fields: { spade: true }, note: "n" };
  assert.deepEqual(settled(sheet, NAMES, 9), sheet);
});

test("a time to come does not say that the old site was the last", () => {
  const mine = { at: 3, fields: { spade: false } };
  assert.deepEqual(settled({ ...mine, before }, NAMES, 4).fields, {
    spade: false,
    "table.a.depth": "30 cm",
  });
});
