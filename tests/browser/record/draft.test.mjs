import assert from "node:assert/strict";
import { test } from "node:test";

import { Draft } from "../../../generator/coursewright/browser/record/draft.mjs";
import { Place } from "../../../generator/coursewright/browser/record/place.mjs";
import { Memory } from "../memory.mjs";

const KEPT = { edition: 1, response: ["a", "b"], checked: true };

test("a draft survives a reload but not a new edition of its item", () => {
  const memory = new Memory();
  const draft = () => new Draft(new Place(() => memory, "draft"));
  draft().keep("quiz", "a", KEPT);
  draft().keep("", "a", { ...KEPT, response: [] });
  assert.deepEqual(draft().answer("quiz", "a", 1), KEPT);
  assert.deepEqual(draft().answer("", "a", 1).response, []);
  assert.equal(draft().answer("quiz", "a", 2), null);
  assert.equal(draft().answer("other", "a", 1), null);
  draft().keep("quiz", "a", null);
  assert.equal(draft().answer("quiz", "a", 1), null);
});

test("what cannot be kept is told", () => {
  const memory = new Memory();
  const draft = new Draft(new Place(() => memory, "draft"));
  assert.equal(draft.keep("quiz", "a", KEPT), true);
  memory.full = true;
  assert.equal(draft.keep("quiz", "a", KEPT), false);
  memory.denied = true;
  assert.equal(draft.keep("quiz", "a", KEPT), false);
});

test("what could not be kept is kept with the next that can, and is known until then", () => {
  const memory = new Memory();
  const draft = new Draft(new Place(() => memory, "draft"));
  draft.keep("quiz", "a", KEPT);
  memory.full = true;
  draft.keep("quiz", "a", null);
  draft.keep("quiz", "b", KEPT);
  draft.keep("other", "c", KEPT);
  const places = [["quiz", "a"], ["quiz", "b"], ["other", "c"], ["quiz", "d"]];
  const known = (one) => places.map(([quiz, item]) => one.answer(quiz, item, 1));
  assert.deepEqual(known(draft), [null, KEPT, KEPT, null]);
  memory.full = false;
  assert.equal(draft.keep("quiz", "d", KEPT), true);
  for (const one of [draft, new Draft(new Place(() => memory, "draft"))])
    assert.deepEqual(known(one), [null, KEPT, KEPT, KEPT]);
  memory.full = true;
  draft.keep("quiz", "e", KEPT);
  draft.clear();
  assert.equal(draft.answer("quiz", "e", 1), null);
});

test("a broken draft is none", () => {
  const memory = new Memory();
  const draft = new Draft(new Place(() => memory, "draft"));
  for (const broken of [
    "{",
    "null",
    "7",
    '{"quiz":7}',
    '{"quiz":{"a":7}}',
    '{"quiz":{"a":{"digest":"d","chosen":[1]}}}',
  ]) {
    memory.setItem("draft", broken);
    assert.equal(draft.answer("quiz", "a", 1), null);
  }
  memory.setItem("draft", "{");
  draft.keep("quiz", "a", KEPT);
  assert.deepEqual(draft.answer("quiz", "a", 1), KEPT);
});

test("a quiz and an item may be called by any word", () => {
  const draft = new Draft(new Place(() => new Memory(), "draft"));
  for (const name of ["constructor", "__proto__"]) assert.equal(draft.answer(name, name, 1), null);
  const memory = new Memory();
  const kept = new Draft(new Place(() => memory, "draft"));
  for (const name of ["constructor", "__proto__"]) kept.keep(name, name, KEPT);
  for (const name of ["constructor", "__proto__"]) assert.deepEqual(kept.answer(name, name, 1), KEPT);
});
