import assert from "node:assert/strict";
import { test } from "node:test";

import { standing } from "../../../generator/coursewright/browser/exam/standing.mjs";

const NOTHING = { points: 0, of: 1 };

/** A sitting with so many points of ten questions, and some that wait. */
function stands(points, waiting) {
  const scored = Array.from({ length: 10 - waiting }, (_, at) => ({
    id: `scored-${at}`,
    score: { points: Math.max(0, Math.min(2, points * 2 - at * 2)), of: 2 },
  }));
  const open = Array.from({ length: waiting }, (_, at) => ({ id: `open-${at}`, score: NOTHING }));
  return standing([...scored, ...open], open.map(({ id }) => id), 65);
}

test("with nothing to judge the points decide", () => {
  assert.equal(stands(6.5, 0), true);
  assert.equal(stands(6, 0), false);
});

test("what is still to be judged leaves open what it can still change, and nothing else", () => {
  assert.equal(stands(6.5, 1), true);
  assert.equal(stands(6, 1), null);
  assert.equal(stands(5.5, 1), null);
  assert.equal(stands(5, 1), false);
  assert.equal(stands(5, 2), null);
});

test("of no questions at all nothing is reached", () => {
  assert.equal(standing([], [], 65), false);
});
