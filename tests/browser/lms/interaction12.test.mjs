import assert from "node:assert/strict";
import { test } from "node:test";

import {
  patterns,
  response,
  result,
  type,
} from "../../../generator/coursewright/browser/lms/interaction12.mjs";
import { duration, timespan } from "../../../generator/coursewright/browser/lms/span.mjs";

const named = (/** @type {string[]} */ ids) => Object.fromEntries(ids.map((id) => [id, id.toUpperCase()]));

/** @param {any} asked @param {any} key */
const item = (asked, key) => ({ edition: 1, stem: "", asked, key });

test("twelve steps are the letters of the standard", () => {
  const ids = Array.from({ length: 12 }, (_, at) => `step-${at + 1}`);
  const long = item({ shape: "order", type: "sequencing", choices: named(ids) }, ids);
  assert.equal(response(long, ids), "a,b,c,d,e,f,g,h,i,j,k,l");
  assert.equal(response(long, ids.slice(9)), "j,k,l");
  assert.deepEqual(patterns(long), ["a,b,c,d,e,f,g,h,i,j,k,l"]);
});

test("a choice is its letters in order, whatever was pressed first", () => {
  const ids = named(["clay", "sand", "humus"]);
  const many = item({ shape: "choice", type: "choice", choices: ids }, ["clay", "humus"]);
  assert.equal(response(many, ["humus", "clay"]), "a,c");
  assert.deepEqual(patterns(many), ["a,c"]);
  assert.equal(response(many, []), "");
});

test("a judgement is one letter", () => {
  const judged = item({ shape: "choice", type: "true-false" }, ["false"]);
  assert.equal(response(judged, ["true"]), "t");
  assert.deepEqual(patterns(judged), ["f"]);
});

test("a thing and its target are letters with a point between", () => {
  const [source, target] = [named(["s", "t"]), named(["x", "y", "z"])];
  const asked = { shape: "match", type: "matching", source, target };
  const pairs = item(asked, { s: "z", t: "x" });
  assert.deepEqual(patterns(pairs), ["a.c,b.a"]);
  assert.equal(response(pairs, { t: "y" }), "b.b");
});

test("a number is a plain one, or nothing", () => {
  const asked = { shape: "gaps", type: "numeric", gaps: ["g"], isNumber: true };
  const depth = item(asked, { g: { value: "50", low: "49", high: "51" } });
  assert.equal(response(depth, { g: " ５０ " }), "50");
  assert.equal(response(depth, { g: "a lot" }), "");
  assert.deepEqual(patterns(depth), ["50"]);
});

test("texts are one line of at most 255 characters, and each accepted one is a pattern", () => {
  const one = item({ shape: "gaps", type: "fill-in", gaps: ["g"] }, { g: ["humus", "topsoil"] });
  assert.deepEqual(patterns(one), ["humus", "topsoil"]);
  const letter = item({ shape: "written", type: "long-fill-in" }, []);
  assert.equal(type(letter), "fill-in");
  assert.deepEqual(patterns(letter), []);
  assert.equal(response(letter, { text: "a\n b\u{1f331}".padEnd(400, "c") }).length, 255);
  assert.equal(response(letter, { text: "\u{1f331}".repeat(200) }).length <= 255, true);
});

test("a result is a word, or the share that was reached", () => {
  const one = item({ shape: "choice", type: "choice", choices: {} }, []);
  assert.equal(result(one, { points: 2, of: 2 }), "correct");
  assert.equal(result(one, { points: 0, of: 2 }), "wrong");
  assert.equal(result(one, { points: 0, of: 2 }, "incorrect"), "incorrect");
  assert.equal(result(one, { points: 1, of: 3 }), "0.3333");
  assert.equal(result(item({ shape: "written", type: "long-fill-in" }, []), { points: 2, of: 2 }), "neutral");
});

test("durations are what each standard takes", () => {
  assert.equal(timespan(3_723_450), "0001:02:03.45");
  assert.equal(timespan(Infinity), "9999:59:59.99");
  assert.equal(duration(3_723_450), "PT3723.45S");
  assert.equal(duration(-1), "PT0S");
});
