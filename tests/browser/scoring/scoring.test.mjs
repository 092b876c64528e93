import assert from "node:assert/strict";
import { test } from "node:test";

import {
  byObjective,
  grade,
  passes,
  percent,
  score,
} from "../../../generator/coursewright/browser/scoring/scoring.mjs";
import { dice } from "../memory.mjs";

test("a single choice is right or wrong", () => {
  assert.equal(grade(["c"], ["c"]), "right");
  assert.equal(grade(["b"], ["c"]), "wrong");
  assert.equal(grade([], ["c"]), "unanswered");
});

test("a multiple choice is right only with all keys and no distractor", () => {
  assert.equal(grade(["a", "c"], ["a", "c"]), "right");
  assert.equal(grade(["c", "a"], ["a", "c"]), "right");
  assert.equal(grade(["a"], ["a", "c"]), "partly");
  assert.equal(grade(["a", "b", "c"], ["a", "c"]), "partly");
  assert.equal(grade(["a", "b"], ["a", "c"]), "partly");
  assert.equal(grade(["b", "d"], ["a", "c"]), "wrong");
});

test("for any keys and choice the verdict follows from the sets", () => {
  const roll = dice(7);
  for (let round = 0; round < 2000; round += 1) {
    const options = Array.from({ length: 2 + roll(7) }, (_, at) => `o${at}`);
    const keys = options.filter(() => roll(2));
    const chosen = options.filter(() => roll(2));
    if (!keys.length) continue;
    const hits = chosen.filter((at) => keys.includes(at));
    const same = String(chosen) === String(keys);
    const expected = !chosen.length ? "unanswered" : same ? "right" : hits.length ? "partly" : "wrong";
    assert.equal(grade(chosen, keys), expected, `${chosen} of ${keys}`);
  }
});

test("a partly right response earns nothing", () => {
  assert.deepEqual(score(["right", "partly", "wrong", "unanswered", "right"]), { score: 2, total: 5 });
  assert.deepEqual(score([]), { score: 0, total: 0 });
});

test("the cut score is reached at exactly the cut, for every whole number of points", () => {
  for (let total = 1; total <= 100; total += 1) {
    for (let cut = 0; cut <= 100; cut += 5) {
      const least = Math.ceil((cut * total) / 100);
      assert.ok(passes(least, total, cut), `${least}/${total} at ${cut}`);
      if (least > 0) assert.ok(!passes(least - 1, total, cut), `${least - 1}/${total} at ${cut}`);
    }
  }
  assert.ok(!passes(0, 0, 0));
});

test("the percentage shown reaches the cut only if the score does", () => {
  for (let total = 1; total <= 100; total += 1) {
    for (let points = 0; points <= total; points += 1) {
      assert.equal(percent(points, total) >= 80, passes(points, total, 80));
    }
  }
  assert.equal(percent(0, 0), 0);
});

test("objectives fare by their own items, in the order given", () => {
  const verdicts = new Map([["a", "right"], ["b", "wrong"], ["c", "partly"], ["d", "wrong"]]);
  const objectives = [
    { id: "all", items: ["a"] },
    { id: "some", items: ["a", "b"] },
    { id: "half", items: ["c"] },
    { id: "none", items: ["b", "d"] },
    { id: "elsewhere", items: ["z"] },
  ];
  assert.deepEqual(byObjective(objectives, verdicts), [
    { id: "all", right: 1, total: 1, verdict: "right" },
    { id: "some", right: 1, total: 2, verdict: "partly" },
    { id: "half", right: 0, total: 1, verdict: "partly" },
    { id: "none", right: 0, total: 2, verdict: "wrong" },
    { id: "elsewhere", right: 0, total: 0, verdict: "unanswered" },
  ]);
});
