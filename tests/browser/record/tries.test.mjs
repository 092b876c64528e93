import assert from "node:assert/strict";
import { test } from "node:test";

import { isTried } from "../../../generator/coursewright/browser/record/shape.mjs";
import * as tries from "../../../generator/coursewright/browser/record/tries.mjs";
import { dice } from "../memory.mjs";

const { bestTry, lastTry, tried } = tries;
/** As it is once it was kept. */
const mergedTries = (...both) => JSON.parse(JSON.stringify(tries.mergedTries(...both)));

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

test("a try has the time of the clock and is the last, though the clock was wrong before or stands", () => {
  const [far, now] = [2000, 30].map((day) => day * 86400000);
  const entry = after(5, far, now, now, now + 9, far + 5);
  assert.deepEqual(
    entry.tries.map(({ at }) => at),
    [5, far, now, now, now + 9, far + 5],
  );
  assert.deepEqual(tries.mergedTries(entry, entry).tries, entry.tries);
  assert.ok(!("order" in entry.tries[1]) && !("order" in entry.tries[5]), "it has a place of its own");
});

test("what a device knows of a clock that was wrong and what one knows that was right come together", () => {
  const [far, now] = [9000, 50];
  const wrong = after(10, far, now, now + 1);
  const [one, other] = [60, 70].map((at) => tried(wrong, { at, points: 0, of: 1 }));
  const right = after(10, 40, 80);
  const all = mergedTries(mergedTries(one, other), right);
  assert.equal(count(all), 8);
  assert.deepEqual(mergedTries(right, mergedTries(other, one)), all);
  assert.deepEqual(mergedTries(all, one), all);
  assert.deepEqual(
    all.tries.filter(({ at }) => wrong.tries.some((known) => known.at === at)),
    wrong.tries,
  );
});

test("a response is kept with its try where it is small", () => {
  const kept = (response) => lastTry(tried(undefined, { ...one(1), response })).response;
  assert.deepEqual(kept(["a", "b"]), ["a", "b"]);
  assert.deepEqual(kept([]), []);
  assert.equal(kept("x".repeat(300)), undefined);
  assert.ok(!("response" in lastTry(tried(undefined, { ...one(1), response: undefined }))));
});

test("no try is ever taken away", () => {
  const times = Array.from({ length: 500 }, (_, at) => at + 1);
  const entry = after(...times);
  assert.deepEqual(
    entry.tries.map(({ at }) => at),
    times,
  );
  assert.equal(count(mergedTries(entry, after(...times.slice(0, 3), 999))), 501);
});

test("tries of which an older site kept only the number stay counted", () => {
  const entry = { tries: [one(50), one(60)], earlier: 7 };
  assert.equal(count(tried(entry, one(70))), 10);
  assert.equal(count(mergedTries(entry, tried(entry, one(70)))), 10);
});

test("fields that we do not know stay with the entry and with each try", () => {
  const entry = { tries: [{ ...one(1), mood: "good" }], note: "n" };
  assert.deepEqual(tried(entry, one(2)), { tries: [{ ...one(1), mood: "good" }, one(2)], note: "n" });
  assert.deepEqual(mergedTries(entry, after(2)), { tries: [{ ...one(1), mood: "good" }, one(2)], note: "n" });
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

/** What a learner did on devices that took over from each other, each with a part of it, at any times. */
function histories(roll) {
  const all = after(...Array.from({ length: 1 + roll(80) }, (_, at) => (at + 1 + roll(4) ** 4) * 10));
  const part = () => {
    const from = roll(2) && roll(all.tries.length);
    return { tries: all.tries.slice(from).filter(() => roll(3)), earlier: from };
  };
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
    { ...after(1), earlier: -7 },
    { ...after(1), earlier: 1e300 },
    { ...after(1), best: null },
    { tries: [{ at: 1, points: 50, of: 1 }] },
    { tries: [{ at: 1, points: 1e300, of: 1e-300 }] },
    { tries: [{ at: 1e300, points: 1, of: 1 }] },
    { tries: [{ at: 1, points: 1, of: 1, sure: "3" }] },
    { tries: [{ at: 1, points: 1, of: 1, questions: [null], began: 0 }] },
    { tries: [{ at: 1, points: 1, of: 1, questions: [] }] },
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
  const known = { tries: [{ at: 9, points: 3, of: 10 }], earlier: 3, best: entry.tries[1] };
  assert.deepEqual(bestTry(tried(known, { at: 12, points: 4, of: 10 })), entry.tries[1]);
  assert.equal(bestTry(tried(known, { at: 999, points: 10, of: 10 })).at, 999);
});

test("two records have the better best", () => {
  const best = (points) => ({ at: points, points, of: 10 });
  const [mine, other] = [3, 7].map((points) => ({ tries: [one(9, 0)], best: best(points), earlier: 1 }));
  assert.equal(bestTry(mergedTries(mine, other)).points, 7);
  assert.equal(bestTry(mergedTries(other, mine)).points, 7);
  const alike = { ...mine, best: { at: 5, points: 6, of: 20 } };
  assert.deepEqual(mergedTries(mine, alike), mergedTries(alike, mine));
});

test("what cannot have been reached is no try", () => {
  for (const [points, of] of [[-5, 0], [-1, 10], [0, 0], [1, -1]])
    assert.ok(!isTried({ tries: [{ at: 1, points, of }] }), `${points}/${of}`);
  assert.ok(!isTried({ tries: [], best: 7 }));
});
