import assert from "node:assert/strict";
import { test } from "node:test";

import { begunQuizzes } from "../../../generator/coursewright/browser/learn/begun.mjs";

const quiz = (id, raised) => ({ id, title: id, url: `quizzes/${id}/`, cut: 80, questions: 2, raised });
const CATALOGUE = { chapters: [{ quizzes: [quiz("a"), quiz("b", [["b2", 3]])] }], quizzes: [quiz("c")] };
const answer = (checked, edition = 1) => ({ edition, response: [0], checked });
const ATTEMPT = { "": { edition: 1, response: { seed: 5 }, checked: false } };

const told = (answers) => {
  const draft = { all: (/** @type {string} */ id) => answers[id] ?? {} };
  return begunQuizzes(CATALOGUE, draft).map(({ id, done }) => [id, done]);
};

test("a quiz is under way from its first answer to before its last", () => {
  assert.deepEqual(told({}), []);
  assert.deepEqual(told({ a: ATTEMPT, c: { ...ATTEMPT, c1: answer(false) } }), []);
  const half = { a: { ...ATTEMPT, a1: answer(true) }, c: { c1: answer(true), c2: answer(false) } };
  assert.deepEqual(told(half), [["a", 1], ["c", 1]]);
  assert.deepEqual(told({ a: { ...ATTEMPT, a1: answer(true), a2: answer(true) } }), []);
  assert.deepEqual(told({ a: { a1: answer(true), a2: null } }), [["a", 1]]);
});

test("an answer to an earlier edition of an item is none", () => {
  assert.deepEqual(told({ b: { b1: answer(true), b2: answer(true) } }), [["b", 1]]);
  assert.deepEqual(told({ b: { b1: answer(true), b2: answer(true, 3) } }), []);
  assert.deepEqual(told({ b: { b2: answer(true, 2) } }), []);
});
