import assert from "node:assert/strict";
import { test } from "node:test";

import { due, dueFrom, remembered } from "../../../generator/coursewright/browser/review/memories.mjs";
import { isMisled, itemFor, missed } from "../../../generator/coursewright/browser/review/questions.mjs";
import { after } from "../../../generator/coursewright/browser/review/fsrs.mjs";
import { tried } from "../../../generator/coursewright/browser/record/tries.mjs";
import { dice } from "../memory.mjs";

const DAY = 86400000;
const NOON = new Date(2026, 5, 1, 12).getTime();
const LATER = NOON + 999 * DAY;
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

const dueAt = (answers, day) => dueOn(record(answers).items, day);
function dueOn(items, day) {
  const now = NOON + day * DAY;
  return due(remembered(ITEMS, { items }, now), now).map(({ objective }) => objective);
}

test("nothing comes back that was never asked", () => {
  assert.deepEqual(remembered(ITEMS, record([]), LATER), []);
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
  const [{ memory }] = remembered(ITEMS, record([["one", 0, 0]]), LATER);
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
  const [{ memory }] = remembered(ITEMS, record(evening), LATER);
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
    const [{ memory }] = remembered(ITEMS, record(often.slice(0, count)), LATER);
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
  assert.equal(remembered(ITEMS, answers, LATER).length, 1);
  assert.deepEqual(itemFor(ITEMS, 0, answers, LATER), [ITEMS.items[1]]);
  assert.deepEqual(itemFor(ITEMS, 0, record([["one", -3, 2]]), LATER), [ITEMS.items[1]]);
  assert.deepEqual(itemFor(ITEMS, 1, answers, LATER), [ITEMS.items[2]]);
});

test("answers to an earlier edition are no longer known, nor mistakes", () => {
  assert.deepEqual(remembered(ITEMS, record([["three", -3, 0, 1]]), LATER), []);
  assert.deepEqual(missed(ITEMS, record([["three", -3, 0, 1]]), LATER), []);
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
    missed(ITEMS, answers, LATER).map(([id]) => id),
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
  const [{ memory }] = remembered(ITEMS, { ...record([]), items: { one: { tries } } }, LATER);
  const ratings = [3, 2, 2, 3];
  const wanted = tries.reduce((before, { at }, place) => after(before, ratings[place], at), null);
  assert.deepEqual(memory, wanted);
});

test("how sure one was of a wrong answer changes nothing of when it comes back", () => {
  const tries = (sure) => [{ at: NOON, points: 0, of: 2, sure }];
  const wrong = (sure) =>
    remembered(ITEMS, { items: { one: { tries: tries(sure) } } }, LATER).map(({ memory }) => memory);
  assert.deepEqual(wrong(3), wrong(undefined));
});

test("what one was sure of and got wrong comes before other mistakes and before what else is due", () => {
  const answers = record([
    ["one", -3, 0],
    ["three", -1, 0, 2],
  ]);
  answers.items.one.tries[0].sure = 3;
  assert.deepEqual(
    missed(ITEMS, answers, LATER).map((item) => [item[0], isMisled(item, answers)]),
    [
      ["one", true],
      ["three", false],
    ],
  );
  const found = due(remembered(ITEMS, answers, NOON + DAY), NOON + DAY);
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

// clocks that were wrong

/** A day of a clock that ran two years ahead. */
const AHEAD = 730;
const entry = (...tries) =>
  tries.reduce((known, [day, points]) => tried(known, { at: NOON + day * DAY, points, of: 2 }), undefined);

test("what a clock that ran ahead dated is due once the clock is right, until it is answered", () => {
  for (const points of [0, 2]) {
    const items = { one: entry([AHEAD, points]) };
    for (const day of [0, 2, 5, 30, 365]) assert.deepEqual(dueOn(items, day), [0]);
  }
});

test("what is answered again once the clock is right comes back as if it had never been wrong", () => {
  for (const points of [0, 2]) {
    const items = { one: entry([AHEAD, 0], [0, points]) };
    assert.deepEqual(dueOn(items, 0.4), []);
    const days = [1, 2, 5, 30, 365].map((day) => dueOn(items, day).length);
    assert.ok(days.at(-1) === 1 && days.toSorted().join() === days.join(), "it comes back, and stays due");
    if (!points) assert.deepEqual(days, [1, 1, 1, 1, 1]);
    const [{ memory, isKnown }] = remembered(ITEMS, { items }, NOON + 9 * DAY);
    const same = [1, points ? 3 : 1].reduce((before, rating) => after(before, rating, NOON), null);
    assert.deepEqual([memory, isKnown], [same, points > 0]);
  }
});

test("another question of the objective is not passed over for the sake of a day to come", () => {
  const items = { one: entry([AHEAD, 0]), two: entry([-2, 2]) };
  const now = NOON + 30 * DAY;
  const [{ memory }] = remembered(ITEMS, { items }, now);
  assert.equal(memory.last, NOON - 2 * DAY);
  assert.deepEqual(itemFor(ITEMS, 0, { items }, now), [ITEMS.items[0]]);
});

test("a clock that was years behind holds nothing back, and what was answered by it is the last", () => {
  const items = { one: entry([-9, 0], [-3000, 2]) };
  assert.deepEqual(dueOn(items, -3000), []);
  const [{ memory, isKnown }] = remembered(ITEMS, { items }, NOON);
  assert.ok(isKnown);
  assert.equal(memory.last, NOON - 9 * DAY);
  const right = { one: tried(items.one, { at: NOON, points: 2, of: 2 }) };
  assert.equal(remembered(ITEMS, { items: right }, NOON + DAY)[0].memory.last, NOON);
});

test("a clock that jumps between two answers loses no answer, whatever it says", () => {
  const roll = dice(71);
  for (let round = 0; round < 300; round += 1) {
    let right = 0;
    const jumps = [0, AHEAD, -3000, 0.5, -0.5];
    const tries = Array.from({ length: 1 + roll(8) }, () => [(right += roll(20)) + jumps[roll(5)], roll(3)]);
    const items = { one: entry(...tries) };
    const now = NOON + (right + 1) * DAY;
    const [{ memory, tries: all }] = remembered(ITEMS, { items }, now);
    assert.deepEqual(
      all.map(({ points }) => points),
      tries.map(([, points]) => points),
    );
    assert.ok(memory.last <= now);
    assert.equal(dueOn(items, (memory.due - NOON) / DAY + 2).length, 1);
  }
});
