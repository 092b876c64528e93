import assert from "node:assert/strict";
import { test } from "node:test";

import { judged, judgedAt, judgement } from "../../../generator/coursewright/browser/dashboard/judgement.mjs";
import { CONCERNS } from "../../../generator/coursewright/browser/record/concerns.mjs";
import { isJudged } from "../../../generator/coursewright/browser/record/levels.mjs";
import { readRecordFile, recordFile } from "../../../generator/coursewright/browser/record/recordfile.mjs";
import { Store } from "../../../generator/coursewright/browser/record/store.mjs";
import { Memory, dice, placedOn } from "../memory.mjs";

test("a judgement is followed by the next, and none is taken back", () => {
  const entry = [3, 2, 0].reduce((known, level, at) => judged(known, level, at + 10), undefined);
  assert.deepEqual(entry.tries, [
    { at: 10, level: 3 },
    { at: 11, level: 2 },
    { at: 12, level: 0 },
  ]);
  assert.equal(judgement(entry), null);
  assert.equal(judgement(undefined), null);
  assert.deepEqual(judgement(judged(entry, 4, 20)), { at: 20, level: 4 });
});

test("a clock that was set right puts no judgement before another, and its day is that of the clock", () => {
  const entry = judged(judged(undefined, 1, 1000), 2, 50);
  assert.equal(judgement(entry).level, 2);
  assert.equal(judgedAt(entry, 60), 50);
  assert.equal(judgedAt(judged(undefined, 1, 1000), 60), 0);
});

test("what is no list of judgements is told apart", () => {
  for (const entry of [{ tries: [] }, judged(undefined, 2, 1)]) assert.ok(isJudged(entry));
  for (const entry of [
    null,
    {},
    { tries: {} },
    { tries: [null] },
    { tries: [{ at: 1, level: "2" }] },
    { tries: [{ at: "1", level: 2 }] },
    { tries: [{ at: 1, level: -1 }] },
    { tries: [{ at: 1, level: 1.5 }] },
    { tries: [{ at: 1e300, level: 1 }] },
    { tries: [{ at: 1, order: "b", level: 1 }] },
  ]) {
    assert.ok(!isJudged(entry));
  }
});

const { merged } = CONCERNS.levels;

test("merging is the same in any order, and twice changes nothing", () => {
  const roll = dice(5);
  const some = () => ({
    tries: Array.from({ length: roll(6) }, () => ({ at: roll(12), level: roll(5) })).toSorted(
      (one, other) => one.at - other.at,
    ),
  });
  for (let round = 0; round < 500; round += 1) {
    const [a, b, c] = [some(), some(), some()].map((entry) => merged(entry, entry));
    const ab = merged(a, b);
    assert.deepEqual(merged(b, a), ab);
    assert.deepEqual(merged(ab, b), ab);
    assert.deepEqual(merged(ab, c), merged(a, merged(b, c)));
    const times = new Set([...a.tries, ...b.tries].map(({ at }) => at));
    assert.deepEqual(
      ab.tries.map(({ at }) => at),
      [...times].toSorted((one, other) => one - other),
    );
  }
});

test("judgements go with the exported record, and come back once", () => {
  const store = new Store(placedOn(new Memory()));
  store.put("levels", "honesty", (old) => judged(old, 2, 10));
  const text = recordFile(store.contents, "course");
  const other = new Store(placedOn(new Memory()));
  other.put("levels", "honesty", (old) => judged(old, 1, 5));
  for (let time = 0; time < 2; time += 1) other.merge(readRecordFile(text, "course").record);
  assert.deepEqual(other.record.levels.honesty.tries, [
    { at: 5, level: 1 },
    { at: 10, level: 2 },
  ]);
});
