import assert from "node:assert/strict";
import { test } from "node:test";

import {
  byChapter,
  byCompetency,
  bySection,
  inPercent,
  mastery,
  standings,
} from "../../../generator/coursewright/browser/learn/mastery.mjs";
import { dice } from "../memory.mjs";

const DAY = 86400000;
const NOON = new Date(2026, 5, 1, 12).getTime();
const ITEMS = {
  pages: ["quizzes/a/"],
  objectives: [
    ["name layers", "learn/b/", 1, ["soil", "care"]],
    ["dig", "learn/c/", 1, ["care"]],
    ["sow", "learn/d/", 2],
  ],
  items: [
    ["one", 1, 0, 0],
    ["two", 1, 0, 0],
    ["three", 2, 1, 0],
    ["four", 1, 2, 0],
  ],
};

/** A record of answers: item, day from noon, points of two, edition. */
function record(answers) {
  const items = {};
  for (const [id, day, points, edition = 1] of answers) {
    items[id] ??= { tries: [] };
    items[id].tries.push({ at: NOON + day * DAY, points, of: 2, edition });
  }
  return { items, quizzes: {}, sections: {}, sheets: {}, levels: {} };
}

const shareOf = (answers, day = 0, objective = 0) =>
  mastery(ITEMS, record(answers), NOON + day * DAY).get(objective) ?? 0;

test("what was never asked counts as none", () => {
  assert.deepEqual([...mastery(ITEMS, record([]), NOON)], []);
  const all = standings(ITEMS, new Map(), byChapter);
  assert.deepEqual([...all], [
    [1, { share: 0, asked: 0, total: 2 }],
    [2, { share: 0, asked: 0, total: 1 }],
  ]);
});

test("one right answer may have been a guess and counts for half, two for all", () => {
  assert.equal(shareOf([["one", 0, 2]]), 0.5);
  assert.equal(
    shareOf([
      ["one", 0, 2],
      ["two", 0, 2],
    ]),
    1,
  );
});

test("the last three tries count, whichever items of the objective they are at", () => {
  const answers = [
    ["one", -0.5, 0],
    ["two", -0.4, 2],
    ["one", -0.3, 1],
    ["two", -0.2, 2],
  ];
  assert.equal(shareOf(answers), 2.5 / 3);
});

test("it is less with every week that nothing is reviewed, and whole again after a review", () => {
  const answers = [
    ["one", 0, 2],
    ["two", 0, 2],
  ];
  const weeks = [0, 7, 14, 28, 200].map((day) => shareOf(answers, day));
  assert.deepEqual(
    weeks.toSorted((one, other) => other - one),
    weeks,
  );
  assert.ok(weeks[0] > weeks[4] && weeks[4] > 0);
  assert.equal(shareOf([...answers, ["one", 28, 2]], 28), 1);
});

test("answers to an earlier edition are no evidence", () => {
  assert.equal(shareOf([["three", 0, 2, 1]], 0, 1), 0);
  assert.equal(shareOf([["three", 0, 2, 2]], 0, 1), 0.5);
});

test("chapters, sections and competencies have the mean of their objectives", () => {
  const known = mastery(ITEMS, record([["one", 0, 2]]), NOON);
  assert.deepEqual(standings(ITEMS, known, byChapter).get(1), { share: 0.25, asked: 1, total: 2 });
  assert.deepEqual(standings(ITEMS, known, bySection).get("learn/b/"), { share: 0.5, asked: 1, total: 1 });
  assert.deepEqual(
    [...standings(ITEMS, known, byCompetency).keys()],
    ["soil", "care"],
  );
  assert.equal(standings(ITEMS, known, byCompetency).get("care").share, 0.25);
});

test("a share in percent is rounded down, and never by what a machine cannot write", () => {
  assert.equal(inPercent({ share: 0.29, asked: 1, total: 1 }), 29);
  assert.equal(inPercent({ share: 0.999, asked: 1, total: 1 }), 99);
  assert.equal(inPercent(undefined), 0);
});

/** Answers of a learner over some weeks. */
function history(roll) {
  const days = Array.from({ length: roll(12) }, () => -roll(4000) / 100).toSorted((a, b) => a - b);
  return days.map((day) => [ITEMS.items[roll(4)][0], day, roll(3), 1 + roll(2)]);
}

test("mastery is a share, of anyone and at any time", () => {
  const roll = dice(61);
  for (let round = 0; round < 500; round += 1) {
    const answers = history(roll);
    for (const share of mastery(ITEMS, record(answers), NOON + roll(900) * DAY).values())
      assert.ok(share >= 0 && share <= 1);
  }
});

test("a right answer more makes no mastery less, now or later", () => {
  const roll = dice(67);
  for (let round = 0; round < 500; round += 1) {
    const answers = history(roll);
    const [id, edition, objective] = ITEMS.items[roll(4)];
    const more = [...answers, [id, 0, 2, edition]];
    for (const day of [0, 1, 9, 90]) {
      const [before, after] = [answers, more].map((all) => shareOf(all, day, objective));
      assert.ok(after >= before - 1e-12, `${before} > ${after} on day ${day}`);
    }
  }
});
