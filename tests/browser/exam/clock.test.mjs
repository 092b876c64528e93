import assert from "node:assert/strict";
import { test } from "node:test";

import { clockTime } from "../../../generator/coursewright/browser/exam/clock.mjs";

test("a time is shown in hours, minutes and seconds, and no more than there are", () => {
  const shown = [-5, 0, 1, 59_999, 60_000, 309_000, 3_600_000, 3_909_000].map(clockTime);
  assert.deepEqual(shown, ["0:00", "0:00", "0:01", "1:00", "1:00", "5:09", "1:00:00", "1:05:09"]);
});
