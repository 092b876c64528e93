import assert from "node:assert/strict";
import { test } from "node:test";

import { draw, shuffler } from "../../../generator/coursewright/browser/quiz/draw.mjs";

const letters = [..."abcdefgh"];

test("the same seed gives the same order, and an order has everything once", () => {
  for (const seed of [1, 7, -3, 2 ** 31 - 1, 123456789]) {
    const drawn = shuffler(seed)(letters);
    assert.deepEqual(drawn, shuffler(seed)(letters));
    assert.deepEqual(drawn.toSorted(), letters);
  }
  assert.deepEqual(letters, [..."abcdefgh"]);
});

test("every place is as likely for everything", () => {
  const seats = letters.map(() => 0);
  const shuffled = shuffler(20260101);
  for (let round = 0; round < 4000; round += 1) seats[shuffled(letters).indexOf("a")] += 1;
  for (const count of seats) assert.ok(Math.abs(count - 500) < 100, seats.join());
});

/** A field by itself, or in a case. */
function field(id, unit = null) {
  return { id, closest: () => unit };
}

test("questions of a case stay together and in order, wherever the case comes", () => {
  const unit = { id: "c-1" };
  const places = new Set();
  for (let seed = 1; seed < 40; seed += 1) {
    const fields = [field("q1"), field("q2", unit), field("q3", unit), field("q4", unit), field("q5")];
    const questions = fields.map((each) => ({ id: each.id, field: each, draw() {} }));
    let placed = [];
    const end = { before: (...roots) => (placed = roots.map(({ id }) => id)) };
    draw(questions, end, { seed: seed * 40503001, asked: [] });
    const ids = questions.map(({ id }) => id).join();
    assert.match(ids, /q2,q3,q4/);
    assert.deepEqual(placed.toSorted(), ["c-1", "q1", "q5"]);
    places.add(placed.indexOf("c-1"));
  }
  assert.equal(places.size, 3);
});

test("a draw does not depend on the one before it", () => {
  const made = () => ["q1", "q2", "q3", "q4"].map((id) => ({ id, field: field(id), draw() {} }));
  const placed = [];
  const end = { before: (...fields) => placed.push(fields.map(({ id }) => id)) };
  const [twice, once] = [made(), made()];
  draw(twice, end, { seed: 5, asked: [] });
  draw(twice, end, { seed: 9, asked: [] });
  draw(once, end, { seed: 9, asked: [] });
  assert.deepEqual(placed[1], placed[2]);
});

test("what was asked before comes last, in the order of the page or of a draw", () => {
  const ids = ["q1", "q2", "q3", "q4", "q5"];
  const made = () => ids.map((id) => ({ id, field: field(id), draw() {} }));
  const end = { before() {} };
  const first = made();
  draw(first, end, { seed: 0, asked: ["q1", "q4", "elsewhere"] });
  assert.deepEqual(first.map(({ id }) => id), ["q2", "q3", "q5", "q1", "q4"]);
  const drawn = made();
  draw(drawn, end, { seed: 77, asked: ["q1", "q4"] });
  assert.deepEqual(drawn.map(({ id }) => id).slice(3).toSorted(), ["q1", "q4"]);
});
