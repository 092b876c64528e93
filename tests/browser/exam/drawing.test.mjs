import assert from "node:assert/strict";
import { test } from "node:test";

import { drawn } from "../../../generator/coursewright/browser/exam/drawing.mjs";
import { chance } from "../../../generator/coursewright/browser/quiz/draw.mjs";

/** A pool of units of random sizes and demands, in which a draw was planted. */
function planted(seed) {
  const next = chance(seed);
  const demands = 1 + next(14);
  const units = Array.from({ length: 5 + next(120) }, (_, at) => {
    const size = next(8) ? 1 : 2 + next(4);
    return Array.from({ length: size }, (_, question) => {
      const own = Array.from({ length: demands }, (_, demand) => demand).filter(() => !next(4));
      return [`i${at}-${question}`, 1, 0, 0, [], own];
    });
  });
  const chosen = units.flatMap((_, at) => (next(3) ? [] : [at]));
  if (!chosen.length) chosen.push(0);
  const items = chosen.flatMap((at) => units[at]);
  const countOf = (at) => items.filter((item) => item[5].includes(at)).length;
  const counts = Array.from({ length: demands }, (_, at) => countOf(at));
  const limits = counts.map((count) => [Math.max(0, count - next(3)), next(3) ? count + next(3) : null]);
  return { units, demands: limits, total: items.length, drawn: chosen };
}

function misses({ demands, total }, units) {
  const items = units.flat();
  const short = demands.filter(([least, most], at) => {
    const count = items.filter((item) => item[5].includes(at)).length;
    return count < least || count > (most ?? total);
  });
  return short.length + Number(items.length !== total) + Number(new Set(units).size !== units.length);
}

const POOLS = Array.from({ length: 60 }, (_, at) => planted(at + 1));
const idsOf = (units) => units.flat().map(([id]) => id);

test("whatever is drawn meets every demand", () => {
  for (const pool of POOLS)
    for (const seed of [1, -5, 123456])
      assert.equal(misses(pool, drawn(pool, seed, new Set())), 0);
});

test("the same seed draws the same, another one something else", () => {
  const [pool] = POOLS.filter(({ units, total }) => units.length > 80 && total > 20);
  const ids = (seed) => idsOf(drawn(pool, seed, new Set()));
  assert.deepEqual(ids(7), ids(7));
  assert.notDeepEqual([...ids(7)].sort(), [...ids(8)].sort());
});

test("a draw has no more of what was met than the known one, and far less where there is enough", () => {
  const shares = [];
  for (const pool of POOLS) {
    const met = new Set(idsOf(drawn(pool, 3, new Set())));
    const again = idsOf(drawn(pool, 4, met)).filter((id) => met.has(id)).length;
    const known = idsOf(pool.drawn.map((at) => pool.units[at])).filter((id) => met.has(id)).length;
    assert.ok(again <= known);
    shares.push(again / pool.total);
  }
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  assert.ok(mean < 0.3, String(mean));
});

test("cases stay whole and come last", () => {
  for (const pool of POOLS) {
    const sizes = drawn(pool, 9, new Set()).map(({ length }) => Math.min(length, 2));
    assert.deepEqual(sizes, [...sizes].sort());
  }
});

test("every unit has its turn where nothing is demanded", () => {
  const units = Array.from({ length: 40 }, (_, at) => [[`i${at}`, 1, 0, 0, [], []]]);
  const pool = { units, demands: [], total: 10, drawn: Array.from({ length: 10 }, (_, at) => at) };
  const counts = new Map(units.map(([[id]]) => [id, 0]));
  for (let seed = 1; seed <= 400; seed += 1)
    for (const id of idsOf(drawn(pool, seed, new Set()))) counts.set(id, counts.get(id) + 1);
  // 400 draws of 10 from 40 are 100 for each, with a standard deviation of less than 9.
  for (const count of counts.values()) assert.ok(count > 55 && count < 145, String(count));
});
