import assert from "node:assert/strict";
import { test } from "node:test";

import { begun, Sitting } from "../../../generator/coursewright/browser/sealed/sitting.mjs";

const MINUTE = 60_000;

/** The minutes of a sitting that was handed in `at` a minute, when so many were seen to be `spent`. */
function submitted(minutes, spent, at) {
  const sitting = new Sitting(begun(minutes, { extra: 0 }), () => {});
  const { began } = sitting.state;
  if (minutes) sitting.pass((minutes - spent) * MINUTE);
  sitting.submit(began + at * MINUTE);
  return (sitting.state.submitted - began) / MINUTE;
}

test("a sitting ends when its time was up, and not before what was spent, however the clock was set", () => {
  assert.equal(submitted(30, 10, 12), 12);
  assert.equal(submitted(30, 10, 45), 30);
  assert.equal(submitted(30, 10, -300), 10);
  assert.equal(submitted(0, 0, 45), 45);
  assert.equal(submitted(0, 0, -300), 0);
});
