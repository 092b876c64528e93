import assert from "node:assert/strict";
import { test } from "node:test";

import { packed, unpacked } from "../../../generator/coursewright/browser/lms/state.mjs";
import { chance } from "../../../generator/coursewright/browser/quiz/draw.mjs";

const LIMIT = 4096;
const named = (/** @type {string[]} */ ids) => Object.fromEntries(ids.map((id) => [id, id]));
const MAKERS = [
  () => ({ asked: { shape: "choice", type: "true-false" }, key: ["true"] }),
  () => ({ asked: { shape: "choice", type: "choice", choices: named(["k-1", "k-2", "k-3"]) }, key: ["k-2"] }),
  () => ({
    asked: { shape: "order", type: "sequencing", choices: named(["a", "b", "c"]) },
    key: ["a", "b", "c"],
  }),
  () => ({
    asked: { shape: "match", type: "matching", source: named(["s", "t"]), target: named(["x", "y"]) },
    key: { s: "x", t: "y" },
  }),
  () => ({ asked: { shape: "gaps", type: "fill-in", gaps: ["g", "h"] }, key: { g: ["1"], h: ["2"] } }),
  () => ({ asked: { shape: "written", type: "long-fill-in" }, key: [], criteria: ["c-1", "c-2"] }),
];

/**
 * An item of each shape in turn, and an answer to each.
 *
 * @param {number} count
 * @param {number} seed
 * @param {number} long characters of what is typed
 */
function made(count, seed, long) {
  const below = chance(seed);
  const sign = () => "a\"\\根\u{1f331}\n"[below(7)] ?? "z";
  const text = () => Array.from({ length: below(long + 1) }, sign).join("");
  /** @type {Record<string, any>} */
  const items = {};
  /** @type {any} */
  const state = { attempt: null, answers: {}, scores: {}, best: null };
  for (let at = 0; at < count; at++) {
    const id = `item-${at}`;
    const item = (items[id] = { edition: 1 + below(2), stem: "", ...MAKERS[at % MAKERS.length]?.() });
    if (!below(5)) continue;
    const responses = [
      ["false"],
      below(2) ? ["k-3", "k-1"] : [],
      below(2) ? ["c", "a", "b"] : [],
      below(2) ? { s: "y" } : { s: "x", t: "y" },
      { g: text() || "g", ...(below(2) ? { h: text() || "h" } : {}) },
      below(2) ? { text: text() || "t", met: ["c-2"] } : { text: text() || "t" },
    ];
    const response = responses[at % responses.length];
    const checked = Boolean(below(2));
    state.answers[id] = { edition: item.edition, response, checked, sure: below(4), hints: below(3) };
    if (checked) state.scores[id] = { points: below(3), of: 2 };
  }
  const ids = Object.keys(items);
  const anew = Object.fromEntries(ids.filter(() => !below(4)).map((id) => [id, -below(2 ** 31) || 1]));
  state.attempt = { seed: -5, asked: ids.filter(() => !below(3)), partial: Boolean(below(2)), anew };
  state.best = below(2) ? { points: 3, of: 7 } : null;
  return { items, state };
}

test("what fits comes back as it was", () => {
  for (let seed = 1; seed < 200; seed++) {
    const { items, state } = made(1 + (seed % 24), seed, 20);
    const text = packed(state, items, LIMIT);
    assert.deepEqual(unpacked(text, items), state, `seed ${seed}`);
  }
});

test("whatever was typed, a platform can take it, and all of it can be read again", () => {
  for (let seed = 1; seed < 16; seed++) {
    const { items, state } = made(200, seed, seed * 150);
    const text = packed(state, items, LIMIT);
    assert.ok(text.length <= LIMIT, `seed ${seed}: ${text.length}`);
    const found = unpacked(text, items);
    for (const [id, answer] of Object.entries(found?.answers ?? {})) {
      assert.equal(answer.checked, state.answers[id].checked);
      assert.deepEqual(found?.scores[id], state.scores[id]);
    }
  }
});

test("long texts lose their ends before any answer is lost", () => {
  const { items, state } = made(6, 3, 3);
  const { edition } = items["item-5"];
  state.answers["item-5"] = { edition, response: { text: "根".repeat(9000) }, checked: false };
  const found = unpacked(packed(state, items, LIMIT), items);
  assert.deepEqual(Object.keys(found?.answers ?? {}), Object.keys(state.answers));
  assert.match(/** @type {any} */ (found?.answers["item-5"]?.response).text, /^根{1000,}$/);
});

test("what is none of ours, or of other questions, is nothing", () => {
  const { items, state } = made(6, 9, 5);
  const text = packed(state, items, LIMIT);
  for (const other of ["", "{}", "null", "[2,null,null,[]]", text.slice(1), "[1,[],5,[[]]]"])
    assert.equal(unpacked(other, items), null, other);
  assert.equal(unpacked(text, { ...items, more: /** @type {any} */ (items["item-0"]) }), null);
});

test("an answer to another edition of an item is not taken for one to this", () => {
  const { items, state } = made(6, 2, 5);
  const text = packed(state, items, LIMIT);
  const raised = Object.fromEntries(
    Object.entries(items).map(([id, item]) => [id, { ...item, edition: item.edition + 1 }]),
  );
  assert.deepEqual(unpacked(text, raised)?.answers, {});
});
