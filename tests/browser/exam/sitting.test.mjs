import assert from "node:assert/strict";
import { test } from "node:test";

import { Sitting } from "../../../generator/coursewright/browser/exam/sitting.mjs";
import { Draft } from "../../../generator/coursewright/browser/record/draft.mjs";
import { Place } from "../../../generator/coursewright/browser/record/place.mjs";
import { Memory } from "../memory.mjs";

const MINUTE = 60_000;
const FRAME = { seed: 7, began: 1_000_000, minutes: 30, items: [["a", 1], ["b", 2]] };

/** A sitting as a window sees it; windows of one memory are of one browser. */
function sitting(memory, exam = "first") {
  return new Sitting(new Draft(new Place(() => memory, "draft")), exam);
}

function question(id, edition = 1, response = ["x"]) {
  return { id, edition, response, answered: false };
}

test("a sitting is there after a reload and in another window, with its answers and flags", () => {
  const memory = new Memory();
  const here = sitting(memory);
  assert.equal(here.frame, null);
  here.begin(FRAME);
  here.keep(question("a"));
  here.flag("b");
  const there = sitting(memory);
  assert.deepEqual(there.frame, FRAME);
  assert.deepEqual(there.answers([question("a")])[0].response, ["x"]);
  assert.deepEqual(there.flags([{ id: "a" }, { id: "b" }]), [false, true]);
  there.flag("b");
  assert.deepEqual(here.flags([{ id: "b" }]), [false]);
  assert.equal(sitting(memory, "other").frame, null);
});

test("an answer to an item whose edition was raised since is none", () => {
  const memory = new Memory();
  sitting(memory).begin(FRAME);
  sitting(memory).keep(question("b", 2));
  assert.ok(sitting(memory).answers([question("b", 2)])[0]);
  assert.deepEqual(sitting(memory).answers([question("b", 3)]), [null]);
});

test("a sitting is submitted once, whichever window is first, and never after its time", () => {
  const memory = new Memory();
  const [here, there] = [sitting(memory), sitting(memory)];
  here.begin(FRAME);
  assert.equal(there.left(FRAME.began + 10 * MINUTE), 20 * MINUTE);
  assert.equal(there.submit(FRAME.began + 45 * MINUTE), true);
  assert.equal(here.submit(FRAME.began + 46 * MINUTE), false);
  assert.equal(here.frame.submitted, FRAME.began + 30 * MINUTE);
});

test("without a limit the time is never up", () => {
  const memory = new Memory();
  sitting(memory).begin({ ...FRAME, minutes: 0 });
  assert.equal(sitting(memory).left(FRAME.began), Infinity);
  sitting(memory).submit(FRAME.began + 1e9);
  assert.equal(sitting(memory).frame.submitted, FRAME.began + 1e9);
});

test("a clock that is set back gives back no time that was spent", () => {
  const memory = new Memory();
  const here = sitting(memory);
  here.begin(FRAME);
  here.keep(question("a"), FRAME.began + 12 * MINUTE);
  assert.equal(here.left(FRAME.began - 60 * MINUTE), 18 * MINUTE);
  here.keep(question("b"), FRAME.began - 60 * MINUTE);
  assert.equal(sitting(memory).left(FRAME.began - 60 * MINUTE), 18 * MINUTE);
  assert.equal(here.left(FRAME.began + 20 * MINUTE), 10 * MINUTE);
  here.begin({ ...FRAME, began: FRAME.began + 40 * MINUTE });
  assert.equal(here.left(FRAME.began + 40 * MINUTE), 30 * MINUTE);
});

test("one that was set back ends no sitting before it began, with a limit or without", () => {
  for (const minutes of [30, 0]) {
    const here = sitting(new Memory());
    here.begin({ ...FRAME, minutes });
    here.keep(question("a"), FRAME.began + 12 * MINUTE);
    here.submit(FRAME.began - 300 * MINUTE);
    assert.equal(here.frame.submitted, FRAME.began + 12 * MINUTE);
  }
});

test("nor is any given back before the first answer", () => {
  const memory = new Memory();
  const here = sitting(memory);
  here.begin(FRAME);
  here.pass(22 * MINUTE);
  here.pass(25 * MINUTE);
  assert.equal(sitting(memory).left(FRAME.began - 60 * MINUTE), 22 * MINUTE);
  here.submit(FRAME.began + 9 * MINUTE);
  here.pass(MINUTE);
  assert.equal(here.left(FRAME.began), 22 * MINUTE);
});

test("a new sitting begins without answers and flags of the one before", () => {
  const memory = new Memory();
  const here = sitting(memory);
  here.begin(FRAME);
  here.keep(question("a"));
  here.flag("a");
  here.submit(FRAME.began + MINUTE);
  here.begin({ ...FRAME, began: FRAME.began + 2 * MINUTE });
  assert.deepEqual(here.answers([question("a")]), [null]);
  assert.deepEqual(here.flags([{ id: "a" }]), [false]);
  assert.equal(here.frame.submitted, undefined);
});

test("where nothing can be kept a sitting goes on in memory, and says so", () => {
  const memory = new Memory();
  memory.denied = true;
  const here = sitting(memory);
  here.begin(FRAME);
  here.keep(question("a"), FRAME.began);
  assert.equal(here.isKept, false);
  assert.deepEqual(here.answers([question("a")])[0].response, ["x"]);
  assert.equal(here.submit(FRAME.began + MINUTE), true);
  assert.equal(here.frame.submitted, FRAME.began + MINUTE);
});
