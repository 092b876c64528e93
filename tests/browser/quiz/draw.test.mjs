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
  return { id, parentElement: unit ?? { classList: { contains: () => false } } };
}

test("questions of a case stay together and in order, wherever the case comes", () => {
  const unit = { id: "c-1", classList: { contains: () => true } };
  const places = new Set();
  for (let seed = 1; seed < 40; seed += 1) {
    const fields = [field("q1"), field("q2", unit), field("q3", unit), field("q4", unit), field("q5")];
    const questions = fields.map((each) => ({ id: each.id, field: each, draw() {} }));
    draw(questions, { seed: seed * 40503001, asked: [] });
    const ids = questions.map(({ id }) => id);
    assert.match(ids.join(), /q2,q3,q4/);
    places.add(ids.indexOf("q2"));
  }
  assert.equal(places.size, 3);
});

test("a draw does not depend on the one before it", () => {
  const made = () => ["q1", "q2", "q3", "q4"].map((id) => ({ id, field: field(id), draw() {} }));
  const [twice, once] = [made(), made()];
  draw(twice, { seed: 5, asked: [] });
  draw(twice, { seed: 9, asked: [] });
  draw(once, { seed: 9, asked: [] });
  assert.deepEqual(twice.map(({ id }) => id), once.map(({ id }) => id));
});

test("what was asked before comes last", () => {
  const drawn = ["q1", "q2", "q3", "q4", "q5"].map((id) => ({ id, field: field(id), draw() {} }));
  draw(drawn, { seed: 77, asked: ["q1", "q4", "elsewhere"] });
  assert.deepEqual(drawn.map(({ id }) => id).slice(3).toSorted(), ["q1", "q4"]);
});
