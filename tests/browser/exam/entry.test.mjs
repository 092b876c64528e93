import assert from "node:assert/strict";
import { test } from "node:test";

import * as entry from "../../../generator/coursewright/browser/exam/entry.mjs";
import { CONCERNS } from "../../../generator/coursewright/browser/record/concerns.mjs";
import { Sitting } from "../../../generator/coursewright/browser/exam/sitting.mjs";
import { Draft } from "../../../generator/coursewright/browser/record/draft.mjs";
import { Place } from "../../../generator/coursewright/browser/record/place.mjs";
import { Store } from "../../../generator/coursewright/browser/record/store.mjs";
import { Memory } from "../memory.mjs";

/** An entry as a device may have it: some of these sittings, of which each is a try. */
function entryOf(sittings) {
  const inOrder = [...sittings].sort((one, other) => one - other);
  const tryAt = (began) => ({
    at: began + 5000,
    points: began % 3,
    of: 3,
    began,
    minutes: 10,
    cut: 60,
    questions: [["a", 1, began % 3, 3]],
  });
  return { tries: inOrder.map(tryAt) };
}

const { enterAnswers, enterResult, metLast, triesAt } = entry;
const QUESTIONS = [
  { id: "a", edition: 1, answered: true, response: ["x"], score: { points: 1, of: 1 } },
  { id: "b", edition: 2, answered: true, response: ["y"], score: { points: 1, of: 2 } },
  { id: "c", edition: 1, answered: false, response: [], score: { points: 0, of: 1 } },
];

function opened(memory) {
  const store = new Store((end) => new Place(() => memory, `key${end}`));
  return { store, sitting: new Sitting(new Draft(new Place(() => memory, "key:draft")), "first") };
}

function submitted(memory, began) {
  const { sitting, store } = opened(memory);
  sitting.begin({ seed: 1, began, minutes: 10, items: QUESTIONS.map(({ id, edition }) => [id, edition]) });
  sitting.submit(began + 5000);
  return { sitting, store };
}

test("every answer is a try at its item, at the time of submission; what was left open is none", () => {
  const { store } = opened(new Memory());
  enterAnswers(store, QUESTIONS, 77);
  assert.deepEqual({ ...store.record.items }, {
    a: { tries: [{ at: 77, points: 1, of: 1, response: ["x"] }] },
    b: { tries: [{ at: 77, points: 1, of: 2, edition: 2, response: ["y"] }] },
  });
});

test("the result can be computed again from what is kept of it", () => {
  const { store, sitting } = submitted(new Memory(), 1000);
  enterResult(store, "first", sitting, QUESTIONS, 60);
  const [one] = triesAt(store.record, "first");
  assert.deepEqual(one, {
    at: 6000,
    points: 1,
    of: 2,
    passed: false,
    began: 1000,
    minutes: 10,
    cut: 60,
    questions: [["a", 1, 1, 1], ["b", 2, 1, 2], ["c", 1, 0, 1]],
  });
  const share = one.questions.reduce((sum, [, , points, of]) => sum + points / of, 0) / one.questions.length;
  assert.equal(share, one.points / one.of);
});

test("a sitting is entered once, whatever windows and reloads there are", () => {
  const memory = new Memory();
  const { store, sitting } = submitted(memory, 1000);
  enterResult(store, "first", sitting, QUESTIONS, 60);
  enterResult(store, "first", sitting, QUESTIONS, 60);
  const other = opened(memory);
  other.sitting.begin({ ...other.sitting.frame, entered: false });
  enterResult(other.store, "first", other.sitting, QUESTIONS, 60);
  assert.equal(triesAt(other.store.record, "first").length, 1);
});

test("nothing is entered before the end", () => {
  const { store, sitting } = opened(new Memory());
  sitting.begin({ seed: 1, began: 1000, minutes: 10, items: [["a", 1]] });
  enterResult(store, "first", sitting, QUESTIONS, 60);
  assert.deepEqual(triesAt(store.record, "first"), []);
});

test("what was met last is what the latest exam asked, whichever it was, and whatever a clock said", () => {
  const memory = new Memory();
  const { store, sitting } = submitted(memory, 1000);
  assert.deepEqual([...metLast(store.record, 20_000)], []);
  enterResult(store, "first", sitting, QUESTIONS, 60);
  const later = submitted(memory, 9000);
  enterResult(later.store, "second", later.sitting, QUESTIONS.slice(0, 1), 60);
  assert.deepEqual([...metLast(later.store.record, 20_000)], ["a"]);
  assert.deepEqual([...metLast(later.store.record, 7000)], ["a", "b", "c"]);
});

test("what two devices know of an exam comes together in any order, once, with all that was kept", () => {
  const { merged } = CONCERNS.exams;
  const subsets = Array.from({ length: 16 }, (_, bits) =>
    [100, 200, 300, 400].filter((_, at) => (bits >> at) & 1),
  ).slice(1);
  const sorted = (entry) => ({ ...entry, earlier: entry.earlier || 0 });
  for (const one of subsets)
    for (const other of subsets) {
      const [a, b, c] = [entryOf(one), entryOf(other), entryOf([200, 400])];
      assert.deepEqual(merged(a, b).tries, entryOf(new Set([...one, ...other])).tries);
      assert.deepEqual(sorted(merged(a, b)), sorted(merged(b, a)));
      assert.deepEqual(sorted(merged(merged(a, b), c)), sorted(merged(a, merged(b, c))));
      assert.deepEqual(sorted(merged(merged(a, b), b)), sorted(merged(a, b)));
    }
});
