import assert from "node:assert/strict";
import { test } from "node:test";

import {
  chapterResults,
  examResults,
  quizResults,
} from "../../../generator/coursewright/browser/dashboard/results.mjs";

const DAY = 86400000;
const ITEMS = {
  pages: ["quizzes/a/"],
  objectives: [
    ["o", "learn/a/", 1],
    ["p", "learn/b/", 1],
  ],
  items: [
    ["one", 1, 0, 0],
    ["two", 2, 1, 0],
  ],
};
const section = (id) => ({ id, title: id, url: `${id}/`, minutes: 5 });
const CATALOGUE = {
  chapters: [
    {
      ...{ id: "a", number: 1, title: "A", url: "a/", sections: [section("a/1"), section("a/2")] },
      quizzes: [{ id: "a", title: "Quiz A", url: "quizzes/a/", cut: 80, questions: 10 }],
    },
    { id: "b", number: 2, title: "B", url: "b/", sections: [section("b/1")], quizzes: [] },
  ],
  quizzes: [{ id: "all", title: "All", url: "quizzes/all/", cut: 60, questions: 10 }],
};
const RECORD = {
  items: {
    one: { tries: [{ at: DAY, points: 1, of: 1 }] },
    two: { tries: [{ at: DAY, points: 1, of: 1 }] },
  },
  quizzes: {
    a: { tries: [{ at: 1, points: 9, of: 10 }, { at: 2, points: 5, of: 10 }], earlier: 3 },
  },
  sections: {
    "a/1": { title: "a", url: "/", at: 1, read: 1 },
    "a/2": { title: "a", url: "/", at: 1, read: 0 },
  },
};

test("a chapter says what was read, answered and shown, of how much", () => {
  const [a, b] = chapterResults(CATALOGUE, ITEMS, RECORD, DAY);
  assert.deepEqual([a.read, a.answered, a.items, a.standing], [1, 1, 2, { share: 0.25, asked: 1, total: 2 }]);
  assert.deepEqual([b.read, b.answered, b.items, b.standing], [0, 0, 0, undefined]);
  assert.deepEqual(chapterResults(CATALOGUE, null, RECORD, DAY)[0].standing, undefined);
});

test("quizzes are listed with their best and last result, and those that were never taken", () => {
  const results = quizResults(CATALOGUE, RECORD, DAY);
  assert.deepEqual(
    results.map(({ best, last, ...one }) => [one.title, one.cut, best?.at, last?.at, one.count]),
    [
      ["Quiz A", 80, 1, 2, 5],
      ["All", 60, undefined, undefined, 0],
    ],
  );
  assert.deepEqual(
    results.map(({ state }) => state),
    ["passed", "below"],
  );
});

test("a pass at questions that have changed since is told apart from a result below the cut score", () => {
  const raised = structuredClone(CATALOGUE);
  raised.chapters[0].quizzes[0].raised = [["one", 2]];
  assert.equal(quizResults(raised, RECORD, DAY)[0].state, "changed");
  raised.chapters[0].quizzes[0].cut = 95;
  assert.equal(quizResults(raised, RECORD, DAY)[0].state, "below");
});

test("mock exams are read as they come, and what is none is left out", () => {
  const exams = { final: { tries: [{ at: 5, points: 40, of: 60, passed: true, cut: 65 }] }, odd: "?" };
  const named = { ...CATALOGUE, exams: [{ id: "final", title: "Final", cut: 60 }] };
  const told = (results) => results.map(({ title, cut, count, state }) => [title, cut, count, state]);
  assert.deepEqual(told(examResults(named, { ...RECORD, exams }, DAY)), [["Final", 60, 1, "passed"]]);
  assert.deepEqual(told(examResults(CATALOGUE, { ...RECORD, exams }, DAY)), [["final", 65, 1, "passed"]]);
  named.exams[0].cut = 70;
  assert.deepEqual(told(examResults(named, { ...RECORD, exams }, DAY)), [["Final", 70, 1, "below"]]);
  const unsaid = { final: { tries: [{ at: 5, points: 40, of: 60, passed: "yes", cut: "<b>" }] } };
  const results = examResults(CATALOGUE, { ...RECORD, exams: unsaid }, DAY);
  assert.deepEqual(told(results), [["final", null, 1, "below"]]);
  assert.deepEqual(examResults(CATALOGUE, { ...RECORD, exams: {} }, DAY), []);
});

test("a result of a day to come has no day, and is not the last once there is another", () => {
  const far = { at: 9 * DAY, points: 9, of: 10 };
  const quizzes = { a: { tries: [far, { at: DAY, order: far.at + 1, points: 5, of: 10 }] } };
  const [{ best, last }] = quizResults(CATALOGUE, { ...RECORD, quizzes }, 2 * DAY);
  assert.deepEqual([best.points, best.at, last.points, last.at], [9, 0, 5, DAY]);
});
