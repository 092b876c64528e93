import assert from "node:assert/strict";
import { test } from "node:test";

import { judged, judgement } from "../../../generator/coursewright/browser/dashboard/judgement.mjs";
import { isJudged, mergedJudgements } from "../../../generator/coursewright/browser/record/levels.mjs";
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

test("a clock that was set back puts no judgement before another", () => {
  const entry = judged(judged(undefined, 1, 100), 2, 50);
  assert.deepEqual(judgement(entry), { at: 101, level: 2 });
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
  ]) {
    assert.ok(!isJudged(entry));
  }
});

test("merging is the same in any order, and twice changes nothing", () => {
  const roll = dice(5);
  const some = () => ({
    tries: Array.from({ length: roll(6) }, () => ({ at: roll(12), level: roll(5) })).toSorted(
      (one, other) => one.at - other.at,
    ),
  });
  for (let round = 0; round < 500; round += 1) {
    const [a, b, c] = [some(), some(), some()].map((entry) => mergedJudgements(entry, entry));
    const ab = mergedJudgements(a, b);
    assert.deepEqual(mergedJudgements(b, a), ab);
    assert.deepEqual(mergedJudgements(ab, b), ab);
    assert.deepEqual(mergedJudgements(ab, c), mergedJudgements(a, mergedJudgements(b, c)));
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
