import assert from "node:assert/strict";
import { test } from "node:test";

import { tried } from "../../../generator/coursewright/browser/record/tries.mjs";
import { answered, agreed, due } from "../../../generator/coursewright/browser/xapi/account.mjs";
import { happenings } from "../../../generator/coursewright/browser/xapi/happenings.mjs";

/** A record of one item that was tried when the clock said these times. */
const record = (...times) => ({
  items: { one: times.reduce((entry, at) => tried(entry, { at, points: 1, of: 1 }), undefined) },
  sections: {},
});

test("tries are told in the order in which they were made, each at the time that the clock said", () => {
  assert.deepEqual(
    happenings(record(50, 9000, 60, 61, 70)).map(({ at }) => at),
    [50, 9000, 60, 61, 70],
  );
});

test("what is done once a clock is right is told, though one was told that was dated later", () => {
  const account = agreed({ endpoint: "e", actor: {}, launched: false }, undefined, 40);
  const told = answered(account, due(account, record(50, 9000)), true, 60);
  assert.deepEqual(
    due(told, record(50, 9000, 60, 70)).map(({ at }) => at),
    [60, 70],
  );
});
