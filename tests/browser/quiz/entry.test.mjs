import assert from "node:assert/strict";
import test from "node:test";

import { fitting } from "../../../generator/coursewright/browser/quiz/shapes/entry.mjs";

test("a step whose words were mended stands where it stood", () => {
  assert.deepEqual(fitting(["c", "old", "a"], ["a", "b", "c"]), ["c", "b", "a"]);
});

test("a response that fits stays, and so does one that nobody can tell", () => {
  assert.deepEqual(fitting(["c", "b", "a"], ["a", "b", "c"]), ["c", "b", "a"]);
  assert.deepEqual(fitting(["c", "x", "y"], ["a", "b", "c"]), ["c", "x", "y"]);
  assert.deepEqual(fitting(null, ["a", "b"]), []);
});
