import assert from "node:assert/strict";
import { test } from "node:test";

import {
  MOST_TRIES,
  bestTry,
  isTried,
  lastTry,
  mergedTries,
  tried,
} from "../../../generator/coursewright/browser/record/tries.mjs";
import { dice } from "../memory.mjs";

const one = (at, points = 1) => ({ at, points, of: 1 });

/** An entry after tries at these times. */
const after = (...times) => times.reduce((entry, at) => tried(entry, one(at)), undefined);

/** How many tries an entry knows of. */
const count = ({ tries, earlier = 0 }) => earlier + tries.length;

test("tries are appended, and the last one is the latest", () => {
  const entry = tried(tried(undefined, one(5, 0)), one(9));
  assert.deepEqual(entry, { tries: [one(5, 0), one(9)] });
  assert.deepEqual(lastTry(entry), one(9));
  assert.equal(lastTry(undefined), undefined);
  assert.equal(lastTry({ tries: [] }), undefined);
});

test("a clock that was set back, or that stands, puts no try before another", () => {
  assert.deepEqual(
    after(9, 5, 5, 12).tries.map(({ at }) => at),
    [9, 10, 11, 12],
  );
});

test("a response is kept with its try where it is small", () => {
  const kept = (response) => lastTry(tried(undefined, { ...one(1), response })).response;
  assert.deepEqual(kept(["a", "b"]), ["a", "b"]);
  assert.deepEqual(kept([]), []);
  assert.equal(kept("x".repeat(300)), undefined);
  assert.ok(!("response" in lastTry(tried(undefined, { ...one(1), response: undefined }))));
});

test("no more than the latest tries are listed, and the others are counted", () => {
  const times = Array.from({ length: MOST_TRIES + 7 }, (_, at) => at + 1);
  const entry = after(...times);
  assert.deepEqual(
    entry.tries.map(({ at }) => at),
    times.slice(7),
  );
  assert.equal(entry.earlier, 7);
  assert.equal(tried(entry, one(999)).earlier, 8);
});

test("fields that we do not know stay with the entry and with each try", () => {
  const entry = { tries: [{ ...one(1), sure: true }], note: "n" };
  assert.deepEqual(tried(entry, one(2)), { tries: [{ ...one(1), sure: true }, one(2)], note: "n" });
  assert.deepEqual(mergedTries(entry, after(2)), { tries: [{ ...one(1), sure: true }, one(2)], note: "n" });
});

test("merging takes every try once, in the order of time", () => {
  assert.deepEqual(
    mergedTries(after(1, 5, 9), after(2, 5, 7)).tries.map(({ at }) => at),
    [1, 2, 5, 7, 9],
  );
});

test("of one try told twice the fuller telling stays", () => {
  const full = { tries: [{ ...one(1), response: ["a"] }] };
  assert.deepEqual(mergedTries(after(1), full), full);
  assert.deepEqual(mergedTries(full, after(1)), full);
});

test("tries that are only counted are not counted twice", () => {
  const known = { tries: [one(30)], earlier: 2 };
  assert.equal(count(mergedTries(known, known)), 3);
  // The other tells of two of the three before, and of one after.
  assert.equal(count(mergedTries(known, after(10, 20, 40))), 4);
  assert.equal(count(mergedTries(after(10, 20, 40), known)), 4);
});

/** What a learner did on devices that took over from each other, each with a part of it. */
function histories(roll) {
  const all = after(...Array.from({ length: 1 + roll(MOST_TRIES * 2) }, (_, at) => (at + 1) * 10));
  const part = () => ({ tries: all.tries.filter(() => roll(3)), earlier: all.earlier ?? 0 });
  return [part(), part(), part()];
}

test("merging twice changes nothing, and the order does not matter", () => {
  const roll = dice(17);
  for (let round = 0; round < 500; round += 1) {
    const [a, b, c] = histories(roll);
    const ab = mergedTries(a, b);
    assert.deepEqual(mergedTries(ab, b), ab);
    assert.deepEqual(mergedTries(ab, a), ab);
    assert.deepEqual(mergedTries(b, a), ab);
    const whole = mergedTries(ab, c);
    assert.deepEqual(mergedTries(a, mergedTries(b, c)).tries, whole.tries);
    assert.deepEqual(mergedTries(whole, ab), whole);
    assert.ok(whole.tries.length <= MOST_TRIES);
  }
});

test("no merge forgets a try or makes one up", () => {
  const roll = dice(23);
  for (let round = 0; round < 500; round += 1) {
    const [one, other] = [after(1), after(1)].map((entry) => {
      let grown = entry;
      for (let at = 2; at < 20; at += 1) if (roll(2)) grown = tried(grown, { at, points: 1, of: 1 });
      return grown;
    });
    const times = new Set([...one.tries, ...other.tries].map(({ at }) => at));
    assert.equal(count(mergedTries(one, other)), times.size);
  }
});

test("what is no list of tries is told apart", () => {
  for (const entry of [{ tries: [] }, after(1), { tries: [one(1)], more: 1 }]) assert.ok(isTried(entry));
  for (const entry of [
    null,
    3,
    {},
    { tries: 1 },
    { tries: [null] },
    { tries: [{ at: 1, points: "1", of: 1 }] },
    { ...after(1), earlier: "<b>" },
  ]) {
    assert.ok(!isTried(entry));
  }
});

test("the best try is known for ever, and is the latest of those that are alike", () => {
  const half = { at: 1, points: 5, of: 10 };
  const entry = { tries: [half, { at: 2, points: 9, of: 10 }, { at: 3, points: 2, of: 10 }] };
  assert.equal(bestTry(entry).at, 2);
  assert.equal(bestTry({ tries: [half, { at: 2, points: 1, of: 2 }] }).at, 2);
  assert.equal(bestTry(undefined), undefined);
  const times = Array.from({ length: MOST_TRIES + 5 }, (_, at) => at + 10);
  const later = times.reduce((known, at) => tried(known, { at, points: 3, of: 10 }), entry);
  assert.deepEqual(bestTry(later), { at: 2, points: 9, of: 10 });
  assert.equal(later.tries.length, MOST_TRIES);
  const better = tried(later, { at: 999, points: 10, of: 10 });
  assert.equal(bestTry(better).at, 999);
  assert.ok(!("best" in better));
});

test("two records have the better best", () => {
  const best = (points) => ({ at: points, points, of: 10 });
  const [mine, other] = [3, 7].map((points) => ({ tries: [one(9, 0)], best: best(points), earlier: 1 }));
  assert.equal(bestTry(mergedTries(mine, other)).points, 7);
  assert.equal(bestTry(mergedTries(other, mine)).points, 7);
});

test("what cannot have been reached is no try", () => {
  for (const [points, of] of [[-5, 0], [-1, 10], [0, 0], [1, -1]])
    assert.ok(!isTried({ tries: [{ at: 1, points, of }] }), `${points}/${of}`);
  assert.ok(!isTried({ tries: [], best: 7 }));
});
