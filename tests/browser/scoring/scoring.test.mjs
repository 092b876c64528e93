import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { byObjective } from "../../../generator/coursewright/browser/scoring/objectives.mjs";
import { score } from "../../../generator/coursewright/browser/scoring/score.mjs";
import { passes, percent, total, verdict } from "../../../generator/coursewright/browser/scoring/scoring.mjs";

const vectors = JSON.parse(readFileSync(new URL("../../vectors/scoring.json", import.meta.url), "utf8"));

for (const { name, asked, responses } of vectors.items) {
  test(`responses earn what the vectors say: ${name}`, () => {
    for (const [response, points, of, said] of responses) {
      const reached = score(asked, response);
      const found = [reached.points, reached.of, verdict(reached, response)];
      assert.deepEqual(found, [points, of, said], JSON.stringify(response));
    }
  });
}

test("totals are what the vectors say", () => {
  for (const vector of vectors.totals) {
    const reached = total(vector.scores.map(([points, of]) => ({ points, of })), vector.worth);
    const [cut, passed] = vector.passes;
    assert.deepEqual([reached.points, reached.of], vector.total);
    assert.deepEqual([percent(reached), passes(reached, cut)], [vector.percent, passed]);
  }
});

test("what never came is no answer", () => {
  const asked = { shape: "order", key: ["a", "b"] };
  assert.equal(verdict(score(asked, undefined), undefined), "unanswered");
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
