import assert from "node:assert/strict";
import { test } from "node:test";

import { Draft } from "../../../generator/coursewright/browser/record/draft.mjs";
import { Drawer } from "../../../generator/coursewright/browser/record/drawer.mjs";
import { recordAnswer, recordResult } from "../../../generator/coursewright/browser/record/ledger.mjs";
import { isEmpty } from "../../../generator/coursewright/browser/learn/learning.mjs";
import { merge } from "../../../generator/coursewright/browser/record/merge.mjs";
import { emptyRecord, readRecord } from "../../../generator/coursewright/browser/record/record.mjs";
import { Store } from "../../../generator/coursewright/browser/record/store.mjs";
import { Memory, dice } from "../memory.mjs";

const KEY = "coursewright:course";

/** A tab on a storage. */
function open(memory) {
  return new Store(new Drawer(() => memory, KEY), new Drawer(() => memory, `${KEY}:broken`));
}

const answer = (at, right = true) => ({ edition: 1, right, tries: 1, at });

test("what is kept is known after a reload", () => {
  const memory = new Memory();
  open(memory).update(({ items }) => (items.a = answer(1)));
  assert.deepEqual(open(memory).record.items, { a: answer(1) });
});

test("two tabs that write in turn lose nothing of each other", () => {
  const memory = new Memory();
  const tabs = [open(memory), open(memory), open(memory)];
  const roll = dice(3);
  const expected = {};
  for (let at = 0; at < 300; at += 1) {
    const id = `item-${roll(40)}`;
    expected[id] = answer(at);
    tabs[roll(3)].update(({ items }) => (items[id] = answer(at)));
  }
  for (const tab of [...tabs, open(memory)]) assert.deepEqual(tab.record.items, expected);
});

test("a change is told here, and one of another tab when the browser tells it", () => {
  const store = open(new Memory());
  let told = 0;
  store.addEventListener("change", () => (told += 1));
  store.update(() => {});
  store.handleEvent(Object.assign(new Event("storage"), { key: KEY }));
  store.handleEvent(Object.assign(new Event("storage"), { key: null }));
  store.handleEvent(Object.assign(new Event("storage"), { key: "someone else's" }));
  assert.equal(told, 3);
});

test("denied storage works in memory", () => {
  const memory = new Memory();
  memory.denied = true;
  const store = open(memory);
  store.update(({ items }) => (items.a = answer(1)));
  store.update(({ items }) => (items.b = answer(2)));
  assert.deepEqual(Object.keys(store.record.items), ["a", "b"]);
  assert.equal(store.kept, false);
  store.clear();
  assert.ok(isEmpty(store.record));
});

test("a storage whose very name throws is denied storage", () => {
  const drawers = ["", ":broken"].map((end) => new Drawer(() => assert.fail("denied"), KEY + end));
  const store = new Store(...drawers);
  store.update(({ items }) => (items.a = answer(1)));
  assert.deepEqual(Object.keys(store.record.items), ["a"]);
});

test("full storage keeps the record in memory", () => {
  const memory = new Memory();
  const store = open(memory);
  store.update(({ items }) => (items.a = answer(1)));
  memory.full = true;
  store.update(({ items }) => (items.b = answer(2)));
  assert.deepEqual(Object.keys(store.record.items), ["a", "b"]);
  assert.equal(store.kept, false);
  assert.deepEqual(Object.keys(open(memory).record.items), ["a"]);
});

test("a newer version is left alone", () => {
  const memory = new Memory();
  const newer = JSON.stringify({ version: 99, items: "who knows" });
  memory.setItem(KEY, newer);
  const store = open(memory);
  assert.ok(isEmpty(store.record));
  store.update(({ items }) => (items.a = answer(1)));
  assert.deepEqual(Object.keys(store.record.items), ["a"]);
  assert.equal(store.kept, false);
  assert.equal(memory.getItem(KEY), newer);
});

test("a broken text is put aside and the record starts afresh", () => {
  for (const broken of ["{", "null", "[]", "7", '{"version":"1"}', '{"version":0}', "{}"]) {
    const memory = new Memory();
    memory.setItem(KEY, broken);
    const store = open(memory);
    store.update(({ items }) => (items.a = answer(1)));
    assert.equal(memory.getItem(`${KEY}:broken`), broken);
    assert.deepEqual(Object.keys(open(memory).record.items), ["a"]);
  }
});

test("what cannot be put aside is not written over", () => {
  const memory = new Memory();
  memory.setItem(KEY, "{");
  memory.full = true;
  const store = open(memory);
  store.update(({ items }) => (items.a = answer(1)));
  memory.full = false;
  store.update(({ items }) => (items.b = answer(2)));
  assert.equal(memory.getItem(KEY), "{");
});

test("clearing leaves nothing behind", () => {
  const memory = new Memory();
  memory.setItem(KEY, "{");
  const store = open(memory);
  store.update(({ items }) => (items.a = answer(1)));
  store.clear();
  assert.equal(memory.getItem(KEY), null);
  assert.equal(memory.getItem(`${KEY}:broken`), null);
  assert.ok(isEmpty(store.record));
});

test("migrations run from the version of the text to the newest", () => {
  const steps = [
    (data) => ({ ...data, items: Object.fromEntries(data.done.map((id) => [id, { right: true }])) }),
    ({ items, ...data }) => ({ ...data, items: { a: { edition: 1, tries: 1, at: 5, ...items.a } } }),
  ];
  const { state, record } = readRecord('{"version":1,"done":["a"]}', steps);
  assert.equal(state, "fine");
  assert.deepEqual(record, { ...emptyRecord(), version: 3, items: { a: { ...answer(5) } } });
  const second = readRecord('{"version":2,"items":{"a":{"right":false}}}', steps);
  assert.deepEqual(second.record.items.a, answer(5, false));
  assert.equal(readRecord('{"version":4}', steps).state, "newer");
});

test("entries of the wrong shape are left out, the others stay", () => {
  const text = JSON.stringify({
    version: 1,
    items: { a: answer(1), b: { right: "yes" }, c: null, d: 3 },
    quizzes: [],
    sections: { s: { title: "t", url: "/s/", at: 1, read: 0 }, t: { title: {}, url: "/", at: 1, read: 0 } },
    sheets: { one: { at: 1, fields: { x: "text", y: true, z: { deep: 1 } } }, two: { at: 1, fields: null } },
  });
  const { record } = readRecord(text);
  assert.deepEqual(Object.keys(record.items), ["a"]);
  assert.deepEqual(record.quizzes, {});
  assert.deepEqual(Object.keys(record.sections), ["s"]);
  assert.deepEqual(record.sheets, { one: { at: 1, fields: { x: "text", y: true } } });
});

test("a hostile key reaches no prototype", () => {
  const { record } = readRecord(`{"version":1,"items":{"__proto__":${JSON.stringify(answer(1))}}}`);
  const mine = emptyRecord();
  merge(mine, record);
  assert.equal({}.right, undefined);
  assert.equal(Object.getPrototypeOf(mine.items), Object.prototype);
});

test("an imported record adds what is later, and never unreads", () => {
  const store = open(new Memory());
  store.update(({ items, sections }) => {
    Object.assign(items, { a: answer(5, false), b: answer(5, false) });
    sections.s = { title: "new", url: "/s/", at: 9, read: 0 };
  });
  const other = emptyRecord();
  Object.assign(other.items, { a: answer(1), b: answer(9), c: answer(2) });
  other.sections.s = { title: "old", url: "/s/", at: 3, read: 3 };
  store.update((mine) => merge(mine, other));
  const { items, sections } = store.record;
  assert.deepEqual([items.a.right, items.b.right, items.c.right], [false, true, true]);
  assert.deepEqual(sections.s, { title: "new", url: "/s/", at: 9, read: 3 });
});

test("merging twice, or in either order, ends the same", () => {
  const roll = dice(11);
  const random = () => {
    const record = emptyRecord();
    for (let at = 0; at < 20; at += 1) record.items[`i${roll(15)}`] = answer(roll(1000) * 20 + at);
    return record;
  };
  for (let round = 0; round < 100; round += 1) {
    const [one, other] = [random(), random()];
    const [there, back] = [structuredClone(one), structuredClone(other)];
    merge(there, other);
    merge(back, one);
    for (const [id, { at }] of Object.entries(there.items)) assert.equal(back.items[id].at, at);
    const again = structuredClone(there);
    merge(again, other);
    assert.deepEqual(again, there);
  }
});

test("tries count on, and start again with a new edition", () => {
  const store = open(new Memory());
  recordAnswer(store, { id: "a", edition: 1, verdict: "wrong" });
  recordAnswer(store, { id: "a", edition: 1, verdict: "right" });
  assert.deepEqual([store.record.items.a.tries, store.record.items.a.right], [2, true]);
  recordAnswer(store, { id: "a", edition: 2, verdict: "partly" });
  assert.deepEqual([store.record.items.a.tries, store.record.items.a.right], [1, false]);
});

test("a result says whether the cut score was reached", () => {
  const store = open(new Memory());
  const verdicts = ["right", "right", "right", "right", "wrong"].map((verdict) => ({ verdict }));
  recordResult(store, "q", verdicts, 80);
  const { at: _, ...result } = store.record.quizzes.q;
  assert.deepEqual(result, { score: 4, total: 5, passed: true });
});

test("a draft survives a reload but not a new edition of its item", () => {
  const memory = new Memory();
  const draft = () => new Draft(new Drawer(() => memory, "draft"));
  const kept = { edition: 1, chosen: [1, 2], checked: true };
  draft().keep("quiz", "a", kept);
  draft().keep("", "a", { ...kept, chosen: [0] });
  assert.deepEqual(draft().answer("quiz", "a", 1), kept);
  assert.deepEqual(draft().answer("", "a", 1).chosen, [0]);
  assert.equal(draft().answer("quiz", "a", 2), null);
  assert.equal(draft().answer("other", "a", 1), null);
  draft().keep("quiz", "a", null);
  assert.equal(draft().answer("quiz", "a", 1), null);
  for (const broken of ["{", "null", '{"quiz":7}', '{"quiz":{"a":{"edition":1}}}']) {
    memory.setItem("draft", broken);
    assert.equal(draft().answer("quiz", "a", 1), null);
  }
});
