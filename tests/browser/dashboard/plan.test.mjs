import assert from "node:assert/strict";
import { test } from "node:test";

import { minutesOf, plan } from "../../../generator/coursewright/browser/dashboard/plan.mjs";
import { dice } from "../memory.mjs";

const DAY = 86400000;
const NOW = new Date(2026, 5, 1, 12).getTime();
const section = (id, minutes = 5) => ({ id, title: `T ${id}`, url: `learn/${id}/`, minutes });
const quiz = (id, questions = 20) => ({ id, title: `Q ${id}`, url: `quizzes/${id}/`, cut: 80, questions });
const CATALOGUE = {
  chapters: [
    { id: "a", number: 1, sections: [section("a/1"), section("a/2", 4)], quizzes: [quiz("a")] },
    { id: "b", number: 2, sections: [section("b/1", 30)], quizzes: [quiz("b", 2)] },
  ],
};
const ITEMS = {
  pages: ["quizzes/a/", "learn/a/1/"],
  objectives: Array.from({ length: 20 }, (_, at) => [`o${at}`, "learn/a/1/", 1]),
  items: [
    ...Array.from({ length: 20 }, (_, at) => [`i${at}`, 1, at, 0]),
    ["check-1", 1, 0, 1],
    ["check-2", 1, 1, 1],
  ],
};

const read = (...ids) => Object.fromEntries(ids.map((id) => [id, { title: id, url: "/", at: 1, read: 1 }]));
const tried = (points, of = 20, at = NOW - DAY) => ({ tries: [{ at, points, of }] });
const record = (parts = {}) => ({ items: {}, quizzes: {}, sections: {}, sheets: {}, levels: {}, ...parts });
const told = (steps) => steps.map(({ kind, url, minutes, total }) => [kind, url, minutes, total]);
const missed = (count) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`i${at}`, tried(0, 1, NOW - 9 * DAY)]));

test("who is new reads, and begins no third thing in ten minutes", () => {
  assert.deepEqual(told(plan(CATALOGUE, ITEMS, record(), [], NOW)), [
    ["section", "learn/a/1/", 5, 5],
    ["section", "learn/a/2/", 4, 4],
  ]);
});

test("what has come back comes first, and leaves time to go on", () => {
  const steps = plan(CATALOGUE, ITEMS, record({ items: missed(12) }), [], NOW);
  assert.deepEqual(told(steps), [
    ["review", "quizzes/review/", 5, 12],
    ["section", "learn/a/1/", 5, 5],
  ]);
});

test("the questions of a section that was read and a quiz below its cut fill the time", () => {
  const known = record({
    sections: read("a/1", "a/2"),
    quizzes: { a: tried(10) },
    items: Object.fromEntries(ITEMS.items.slice(0, 20).map(([id]) => [id, tried(1, 1, NOW)])),
  });
  // The quiz is both what comes next and what is below its cut: it is named once.
  assert.deepEqual(told(plan(CATALOGUE, ITEMS, known, [], NOW)), [["quiz", "quizzes/a/", 10, 20]]);
  const begun = record({ ...known, quizzes: {}, sections: read("a/1") });
  assert.deepEqual(told(plan(CATALOGUE, ITEMS, begun, [], NOW)), [
    ["section", "learn/a/2/", 4, 4],
    ["check", "learn/a/1/", 2, 2],
    ["new quiz", "quizzes/a/", 4, 20],
  ]);
});

test("a quiz under way is finished before anything new, with what of it there is time for", () => {
  const half = (id, questions, done) => ({ ...quiz(id, questions), done });
  const steps = plan(CATALOGUE, ITEMS, record({ items: missed(3) }), [half("a", 20, 15)], NOW);
  assert.deepEqual(told(steps), [
    ["review", "quizzes/review/", 3, 3],
    ["begun quiz", "quizzes/a/", 5, 5],
  ]);
  const known = record({ sections: read("a/1", "a/2"), quizzes: { a: tried(10) } });
  assert.deepEqual(told(plan(CATALOGUE, null, known, [half("a", 20, 1)], NOW)), [
    ["begun quiz", "quizzes/a/", 10, 19],
  ]);
});

test("a long section is begun where there is nothing else, and reviews take what time is left", () => {
  const known = record({ sections: read("a/1", "a/2"), quizzes: { a: tried(20) } });
  assert.deepEqual(told(plan(CATALOGUE, null, known, [], NOW))[0], ["section", "learn/b/1/", 10, 30]);
  const all = record({
    sections: read("a/1", "a/2", "b/1"),
    quizzes: { a: tried(20), b: tried(2, 2) },
    items: { ...missed(8), "check-1": tried(0, 1, NOW - DAY), "check-2": tried(0, 1, NOW - DAY) },
  });
  assert.deepEqual(told(plan(CATALOGUE, ITEMS, all, [], NOW)), [["review", "quizzes/review/", 8, 8]]);
});

test("there is nothing to do when all is done", () => {
  const all = record({ sections: read("a/1", "a/2", "b/1"), quizzes: { a: tried(20), b: tried(2, 2) } });
  assert.deepEqual(plan(CATALOGUE, ITEMS, all, [], NOW).map(({ kind }) => kind), ["check"]);
  assert.deepEqual(plan(CATALOGUE, null, all, [], NOW), []);
});

test("a plan is of about ten minutes, the same each time, and names nothing twice", () => {
  const roll = dice(71);
  const ids = CATALOGUE.chapters.flatMap(({ sections }) => sections.map(({ id }) => id));
  for (let round = 0; round < 500; round += 1) {
    const known = record({
      sections: read(...ids.filter(() => roll(2))),
      quizzes: Object.fromEntries(["a", "b"].filter(() => roll(2)).map((id) => [id, tried(roll(21))])),
      items: missed(roll(20)),
    });
    const begun = ["a", "b"].filter(() => roll(2)).map((id) => ({ ...quiz(id), done: 1 + roll(19) }));
    const steps = plan(CATALOGUE, ITEMS, known, begun, NOW);
    assert.ok(minutesOf(steps) <= 12);
    assert.ok(steps.every(({ minutes, total }) => minutes > 0 && minutes <= total));
    assert.equal(new Set(steps.map(({ url }) => url)).size, steps.length);
    assert.deepEqual(plan(CATALOGUE, ITEMS, known, begun, NOW), steps);
  }
});
