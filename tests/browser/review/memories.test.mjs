import assert from "node:assert/strict";
import { test } from "node:test";

import { due, dueFrom, remembered } from "../../../generator/coursewright/browser/review/memories.mjs";
import { isMisled, itemFor, missed } from "../../../generator/coursewright/browser/review/questions.mjs";
import { after } from "../../../generator/coursewright/browser/review/fsrs.mjs";

const DAY = 86400000;
const NOON = new Date(2026, 5, 1, 12).getTime();
const ITEMS = {
  pages: ["quizzes/a/", "learn/b/"],
  objectives: [
    ["name layers", "learn/b/", 1],
    ["dig", "learn/c/", 2],
  ],
  competencies: [["garden", "Gardening"]],
  items: [
    ["one", 1, 0, 0, [0]],
    ["two", 1, 0, 0, [0]],
    ["three", 2, 1, 1, []],
  ],
};

/** A record in which items were answered at some days from noon with some points of two. */
function record(answers) {
  const items = {};
  for (const [id, day, points, edition = 1] of answers) {
    items[id] ??= { tries: [] };
    items[id].tries.push({ at: NOON + day * DAY, points, of: 2, edition });
  }
  return { items, quizzes: {}, sections: {}, sheets: {} };
}

const dueAt = (answers, day) =>
  due(remembered(ITEMS, record(answers)), NOON + day * DAY).map(({ objective }) => objective);

test("nothing comes back that was never asked", () => {
  assert.deepEqual(remembered(ITEMS, record([])), []);
  assert.deepEqual(dueAt([], 9), []);
});

test("what was right does not come back on the same day, and comes back later", () => {
  assert.deepEqual(dueAt([["one", 0, 2]], 0.4), []);
  assert.deepEqual(dueAt([["one", 0, 2]], 1), [0]);
});

test("what was wrong comes back from the first minute of tomorrow, before what is nearly forgotten", () => {
  assert.deepEqual(dueAt([["one", 0, 0]], 0.01), []);
  assert.deepEqual(dueAt([["one", 0, 0]], 0.499), []);
  assert.deepEqual(dueAt([["one", 0, 0]], 0.5), [0]);
  const [{ memory }] = remembered(ITEMS, record([["one", 0, 0]]));
  assert.deepEqual([memory.due - NOON, dueFrom(memory) - NOON], [60_000, DAY / 2]);
  assert.deepEqual(
    dueAt(
      [
        ["one", -30, 2],
        ["three", -1, 0, 2],
      ],
      0,
    ),
    [1, 0],
  );
});

test("what comes back at any time of a day is due all day, and is done for the day by an answer", () => {
  const evening = [["one", -9, 2], ["one", 0.4, 2]];
  const [{ memory }] = remembered(ITEMS, record(evening));
  const day = Math.floor((memory.due - NOON) / DAY + 0.5);
  assert.equal(dueFrom(memory), NOON + (day - 0.5) * DAY);
  assert.ok(memory.due > NOON + day * DAY, "it comes back after noon");
  assert.deepEqual(dueAt(evening, day - 0.51), []);
  assert.deepEqual(dueAt(evening, day - 0.5), [0]);
  for (const points of [0, 1, 2]) {
    assert.deepEqual(dueAt([...evening, ["one", day, points]], day + 0.49), []);
  }
});

test("in the course of a day there are never more, whatever is answered", () => {
  const ids = ["one", "two", "three"];
  for (let pattern = 0; pattern < 3 ** 4; pattern += 1) {
    const digits = [0, 1, 2, 3].map((place) => Math.floor(pattern / 3 ** place) % 3);
    const answers = [["one", -digits[0], 0], ["three", -5, digits[1], 2]];
    const counts = [dueAt(answers, 0).length];
    digits.forEach((points, at) => {
      answers.push([ids[at % 3], at / 10, points, ids[at % 3] === "three" ? 2 : 1]);
      counts.push(dueAt(answers, at / 10 + 0.01).length, dueAt(answers, at / 10 + 0.09).length);
    });
    assert.deepEqual(counts.toSorted((one, other) => other - one), counts);
  }
});

test("the better it is known, the later it comes back", () => {
  const often = [0, 1, 4, 12].map((day) => ["one", day, 2]);
  const waits = [1, 2, 3, 4].map((count) => {
    const [{ memory }] = remembered(ITEMS, record(often.slice(0, count)));
    return memory.due - memory.last;
  });
  assert.deepEqual(
    waits.toSorted((one, other) => one - other),
    waits,
  );
  assert.ok(waits[3] > 10 * DAY);
});

test("every item of an objective counts for it, and the other one is asked next", () => {
  const answers = record([
    ["one", -3, 2],
    ["two", -9, 2],
  ]);
  assert.equal(remembered(ITEMS, answers).length, 1);
  assert.deepEqual(itemFor(ITEMS, 0, answers), [ITEMS.items[1]]);
  assert.deepEqual(itemFor(ITEMS, 0, record([["one", -3, 2]])), [ITEMS.items[1]]);
  assert.deepEqual(itemFor(ITEMS, 1, answers), [ITEMS.items[2]]);
});

test("answers to an earlier edition are no longer known, nor mistakes", () => {
  assert.deepEqual(remembered(ITEMS, record([["three", -3, 0, 1]])), []);
  assert.deepEqual(missed(ITEMS, record([["three", -3, 0, 1]])), []);
});

test("mistakes are those whose last answer was not right, the latest first", () => {
  const answers = record([
    ["one", -5, 2],
    ["one", -4, 1],
    ["two", -3, 0],
    ["two", -2, 2],
    ["three", -1, 0, 2],
  ]);
  assert.deepEqual(
    missed(ITEMS, answers).map(([id]) => id),
    ["three", "one"],
  );
});

test("what was right by a guess or after a hint was hard, as the reference calls it", () => {
  const tries = [
    { at: NOON, points: 2, of: 2 },
    { at: NOON + 3 * DAY, points: 2, of: 2, sure: 1 },
    { at: NOON + 9 * DAY, points: 2, of: 2, hints: 2, sure: 3 },
    { at: NOON + 20 * DAY, points: 2, of: 2, sure: 3 },
  ];
  const [{ memory }] = remembered(ITEMS, { ...record([]), items: { one: { tries } } });
  const ratings = [3, 2, 2, 3];
  const wanted = tries.reduce((before, { at }, place) => after(before, ratings[place], at), null);
  assert.deepEqual(memory, wanted);
});

test("how sure one was of a wrong answer changes nothing of when it comes back", () => {
  const tries = (sure) => [{ at: NOON, points: 0, of: 2, sure }];
  const wrong = (sure) =>
    remembered(ITEMS, { ...record([]), items: { one: { tries: tries(sure) } } }).map(({ memory }) => memory);
  assert.deepEqual(wrong(3), wrong(undefined));
});

test("what one was sure of and got wrong comes before other mistakes and before what else is due", () => {
  const answers = record([
    ["one", -3, 0],
    ["three", -1, 0, 2],
  ]);
  answers.items.one.tries[0].sure = 3;
  assert.deepEqual(
    missed(ITEMS, answers).map((item) => [item[0], isMisled(item, answers)]),
    [
      ["one", true],
      ["three", false],
    ],
  );
  const found = due(remembered(ITEMS, answers), NOON + DAY);
  assert.deepEqual(
    found.map(({ objective, isMisled: misled }) => [objective, misled]),
    [
      [0, true],
      [1, false],
    ],
  );
});

test("one who was sure once and is right since is misled no more", () => {
  const answers = record([
    ["one", -3, 0],
    ["one", -1, 2],
  ]);
  answers.items.one.tries.forEach((one) => (one.sure = 3));
  assert.equal(isMisled(ITEMS.items[0], answers), false);
});
