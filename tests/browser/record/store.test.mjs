import assert from "node:assert/strict";
import { test } from "node:test";

import { isEmpty } from "../../../generator/coursewright/browser/learn/learning.mjs";
import { recordAnswer, recordResult } from "../../../generator/coursewright/browser/record/ledger.mjs";
import { Place } from "../../../generator/coursewright/browser/record/place.mjs";
import { Store } from "../../../generator/coursewright/browser/record/store.mjs";
import { Memory, dice, drawerOn, placedOn } from "../memory.mjs";

const KEY = "coursewright:course";

/** A tab on a storage. */
const open = (memory) => new Store(placedOn(memory));

/** An entry of an item that was tried at a time. */
const answer = (at, points = 1) => ({ tries: [{ at, points, of: 1 }] });
const put = (store, id, entry) => store.put("items", id, () => entry);
const plain = (value) => JSON.parse(JSON.stringify(value));

test("what is kept is known after a reload, each concern in a drawer of its own", () => {
  const memory = new Memory();
  const store = open(memory);
  put(store, "a", answer(1));
  store.put("sections", "s", () => ({ title: "S", url: "/s/", at: 2, read: 0 }));
  store.put("sheets", "t", () => ({ at: 3, fields: { x: true } }));
  assert.deepEqual(plain(open(memory).record.items), { a: answer(1) });
  assert.deepEqual(
    Object.keys(memory.all).sort(),
    ["items", "sections", "sheets"].map((name) => `${KEY}:${name}`),
  );
  assert.deepEqual(drawerOn(memory, "items"), { version: 1, entries: { a: answer(1) } });
});

test("tabs that write in turn lose nothing of each other", () => {
  const memory = new Memory();
  const tabs = [open(memory), open(memory), open(memory)];
  const roll = dice(3);
  const expected = {};
  for (let at = 0; at < 300; at += 1) {
    const id = `item-${roll(40)}`;
    expected[id] = answer(at);
    put(tabs[roll(3)], id, expected[id]);
  }
  for (const tab of [...tabs, open(memory)]) assert.deepEqual(plain(tab.record.items), expected);
});

test("a change is told here, and one of another tab when the browser tells it", () => {
  const store = open(new Memory());
  let told = 0;
  store.addEventListener("change", () => (told += 1));
  put(store, "a", answer(1));
  store.merge({});
  for (const key of [`${KEY}:items`, KEY, null])
    store.handleEvent(Object.assign(new Event("storage"), { key }));
  store.handleEvent(Object.assign(new Event("storage"), { key: "someone else's" }));
  assert.equal(told, 5);
});

test("denied storage works in memory", () => {
  const memory = new Memory();
  memory.denied = true;
  const store = open(memory);
  put(store, "a", answer(1));
  put(store, "b", answer(2));
  assert.deepEqual(Object.keys(store.record.items), ["a", "b"]);
  assert.equal(store.kept, false);
  store.clear();
  assert.ok(isEmpty(store.record));
});

test("a storage whose very name throws is denied storage", () => {
  const store = new Store((end) => new Place(() => assert.fail("denied"), KEY + end));
  put(store, "a", answer(1));
  assert.deepEqual(Object.keys(store.record.items), ["a"]);
});

test("full storage keeps the record in memory", () => {
  const memory = new Memory();
  const store = open(memory);
  put(store, "a", answer(1));
  memory.full = true;
  put(store, "b", answer(2));
  assert.deepEqual(Object.keys(store.record.items), ["a", "b"]);
  assert.equal(store.kept, false);
  assert.deepEqual(Object.keys(open(memory).record.items), ["a"]);
});

test("what could not be kept is kept once there is room, with what another tab kept meanwhile", () => {
  const memory = new Memory();
  const [store, other] = [open(memory), open(memory)];
  store.put("sheets", "t", () => ({ at: 1, fields: { x: "old" } }));
  for (const trouble of ["full", "denied"]) {
    memory[trouble] = true;
    put(store, trouble, answer(1));
    store.put("sheets", "t", (old) => ({ at: 1, fields: { ...old.fields, x: trouble } }));
    assert.equal(store.kept, false);
    memory[trouble] = false;
    put(other, `${trouble} too`, answer(2));
    assert.equal(store.kept, true);
    assert.deepEqual(open(memory).record.sheets.t.fields, { x: trouble });
  }
  const all = ["denied", "denied too", "full", "full too"];
  for (const tab of [store, other, open(memory)]) assert.deepEqual(Object.keys(tab.record.items).sort(), all);
});

test("where nothing was to be kept nothing is written, also after a trouble", () => {
  const memory = new Memory();
  const store = open(memory);
  memory.full = true;
  put(store, "a", answer(1));
  store.clear();
  memory.full = false;
  assert.ok(store.kept && isEmpty(store.record));
  assert.deepEqual(memory.all, {});
});

// what we do not know

test("what is unknown in a drawer stays in it", () => {
  const memory = new Memory();
  const strange = {
    version: 1,
    made: { by: "a later one" },
    entries: { odd: "?", a: { ...answer(1), sure: 3 } },
  };
  memory.setItem(`${KEY}:items`, JSON.stringify(strange));
  const store = open(memory);
  assert.deepEqual(Object.keys(store.record.items), ["a"]);
  recordAnswer(store, { id: "a", edition: 1, score: { points: 0, of: 1 }, response: ["x"] });
  put(store, "b", answer(2));
  const { entries, ...others } = drawerOn(memory, "items");
  assert.deepEqual(others, { version: 1, made: { by: "a later one" } });
  assert.deepEqual([entries.odd, entries.a.sure, entries.a.tries.length], ["?", 3, 2]);
});

test("drawers that we do not know are left alone", () => {
  const memory = new Memory();
  memory.setItem(`${KEY}:reviews`, "whatever");
  const store = open(memory);
  put(store, "a", answer(1));
  store.clear();
  assert.equal(memory.getItem(`${KEY}:reviews`), "whatever");
});

test("a newer version makes only its own drawer one to leave alone, and nothing done is lost", () => {
  const memory = new Memory();
  const old = open(memory);
  put(old, "a", answer(1));
  const newer = JSON.stringify({ version: 99, items: "who knows" });
  memory.setItem(`${KEY}:items`, newer);
  recordAnswer(old, { id: "b", edition: 1, score: { points: 1, of: 1 }, response: [] });
  recordResult(old, "q", [{ score: { points: 1, of: 2 } }], 80);
  assert.equal(memory.getItem(`${KEY}:items`), newer);
  assert.deepEqual(Object.keys(old.record.items), ["b"]);
  assert.deepEqual(Object.keys(drawerOn(memory, "items:1").entries), ["b"]);
  assert.deepEqual(Object.keys(drawerOn(memory, "quizzes").entries), ["q"]);
  assert.ok(old.kept);
  assert.deepEqual(Object.keys(open(memory).record.items), ["b"]);
});

test("where a newer version took even the place beside, everything works in memory", () => {
  const memory = new Memory();
  for (const end of ["items", "items:1"]) memory.setItem(`${KEY}:${end}`, '{"version":99}');
  const store = open(memory);
  put(store, "a", answer(1));
  assert.deepEqual([Object.keys(store.record.items), store.kept], [["a"], false]);
  assert.equal(memory.getItem(`${KEY}:items:1`), '{"version":99}');
});

test("a broken text is put aside and its drawer starts afresh", () => {
  for (const broken of ["{", "null", "[]", "7", '{"version":"1"}', '{"version":0}', "{}", '{"version":1}']) {
    const memory = new Memory();
    memory.setItem(`${KEY}:items`, broken);
    memory.setItem(`${KEY}:quizzes`, JSON.stringify({ version: 1, entries: { q: answer(1) } }));
    const store = open(memory);
    put(store, "a", answer(1));
    assert.equal(memory.getItem(`${KEY}:items:broken`), broken);
    assert.equal(store.damaged, true);
    store.merge({});
    assert.equal(store.damaged, false);
    assert.deepEqual(Object.keys(open(memory).record.items), ["a"]);
    assert.deepEqual(Object.keys(store.record.quizzes), ["q"]);
  }
});

test("what cannot be put aside is not written over", () => {
  const memory = new Memory();
  memory.setItem(`${KEY}:items`, "{");
  memory.full = true;
  const store = open(memory);
  put(store, "a", answer(1));
  put(store, "b", answer(2));
  assert.equal(memory.getItem(`${KEY}:items`), "{");
  memory.full = false;
  put(store, "c", answer(3));
  assert.equal(memory.getItem(`${KEY}:items:broken`), "{");
  assert.deepEqual(Object.keys(open(memory).record.items), ["a", "b", "c"]);
});

test("clearing leaves nothing behind", () => {
  const memory = new Memory();
  memory.setItem(
    KEY,
    JSON.stringify({ version: 1, items: { a: { digest: "d", right: true, tries: 1, at: 1 } } }),
  );
  memory.setItem(`${KEY}:items`, "{");
  memory.setItem(`${KEY}:sheets`, '{"version":2}');
  const store = open(memory);
  put(store, "a", answer(1));
  store.put("sheets", "s", () => ({ at: 1, fields: {} }));
  store.clear();
  assert.deepEqual(memory.all, {});
  assert.ok(isEmpty(store.record));
});

test("migrations run from the version of the text to the newest, in their own drawer", async () => {
  const { Drawer } = await import("../../../generator/coursewright/browser/record/drawer.mjs");
  const steps = [
    ({ done, ...others }) => ({
      ...others,
      entries: Object.fromEntries(done.map((id) => [id, { times: 1 }])),
    }),
    ({ entries, ...others }) => ({
      ...others,
      entries: Object.fromEntries(Object.entries(entries).map(([id, { times }]) => [id, { count: times }])),
    }),
  ];
  const concern = { steps, fits: ({ count }) => count > 0, merged: (mine) => mine };
  const memory = new Memory();
  const drawer = (end = "") => new Place(() => memory, `drawer${end}`);
  memory.setItem("drawer", '{"version":1,"done":["a"],"by":"x"}');
  assert.deepEqual(plain(new Drawer(concern, drawer).entries), { a: { count: 1 } });
  memory.setItem("drawer", '{"version":2,"entries":{"b":{"times":7}}}');
  const opened = new Drawer(concern, drawer);
  opened.put("c", () => ({ count: 2 }));
  assert.deepEqual(JSON.parse(memory.getItem("drawer")), {
    version: 3,
    entries: { b: { count: 7 }, c: { count: 2 } },
  });
});

// names that are words of the language

test("an id may be any word, and reaches no prototype", () => {
  const memory = new Memory();
  const store = open(memory);
  for (const id of ["constructor", "__proto__", "toString"]) {
    assert.equal(store.record.items[id], undefined);
    assert.equal(store.record.quizzes[id], undefined);
    recordAnswer(store, { id, edition: 1, score: { points: 1, of: 1 }, response: ["a"] });
    recordResult(store, id, [{ score: { points: 1, of: 1 } }], 80);
    recordAnswer(store, { id, edition: 1, score: { points: 1, of: 1 }, response: ["a"] });
  }
  for (const record of [store.record, open(memory).record]) {
    assert.deepEqual(Object.keys(record.items).sort(), ["__proto__", "constructor", "toString"]);
    assert.equal(record.items.__proto__.tries.length, 2);
    assert.equal(record.quizzes.constructor.tries.length, 1);
  }
  store.merge(JSON.parse('{"items":{"__proto__":{"tries":[{"at":1,"points":0,"of":1}]}}}'));
  assert.equal(store.record.items.__proto__.tries.length, 3);
  assert.equal({}.tries, undefined);
});

// merging

test("merging adds every try once, the later visit, and never unreads", () => {
  const store = open(new Memory());
  put(store, "a", answer(5, 0));
  store.put("sections", "s", () => ({ title: "new", url: "/s/", at: 9, read: 0 }));
  const other = {
    items: { a: answer(1), b: answer(9) },
    sections: { s: { title: "old", url: "/old/", at: 3, read: 3 } },
  };
  store.merge(other);
  const once = plain(store.record);
  assert.deepEqual(once.items, { a: { tries: [...answer(1).tries, ...answer(5, 0).tries] }, b: answer(9) });
  assert.deepEqual(once.sections.s, { title: "new", url: "/s/", at: 9, read: 3 });
  store.merge(other);
  assert.deepEqual(plain(store.record), once);
});

test("of a sheet the later entries win, and what was emptied later stays empty", () => {
  const store = open(new Memory());
  store.put("sheets", "s", () => ({ at: 5, fields: { a: "mine", b: "", c: false } }));
  store.merge({ sheets: { s: { at: 3, fields: { a: "old", b: "old", c: true, d: "only here" } } } });
  assert.deepEqual(plain(store.record.sheets.s), {
    at: 5,
    fields: { a: "mine", b: "", c: false, d: "only here" },
  });
  store.merge({ sheets: { s: { at: 7, fields: { a: "newer" } } } });
  assert.deepEqual(store.record.sheets.s.fields.a, "newer");
});

test("what does not fit takes no place of what is there", () => {
  const store = open(new Memory());
  put(store, "a", answer(1));
  store.merge({ items: { a: "odd", b: "odd" } });
  assert.deepEqual(plain(store.record.items), { a: answer(1) });
  assert.deepEqual(plain(store.contents.items.entries), { a: answer(1), b: "odd" });
});

test("merging in any order, and twice, ends the same", () => {
  const roll = dice(11);
  const random = () => {
    const [items, sections, sheets] = [{}, {}, {}];
    for (let at = 0; at < 12; at += 1) {
      items[`i${roll(9)}`] = answer(roll(40), roll(2));
      sections[`s${roll(5)}`] = { title: "t", url: "/", at: roll(1000) * 12 + at, read: roll(3) };
      sheets[`t${roll(5)}`] = {
        at: roll(1000) * 12 + at,
        fields: { [`f${roll(4)}`]: roll(2) === 1, g: `${at}` },
      };
    }
    return { items, sections, sheets };
  };
  for (let round = 0; round < 100; round += 1) {
    const [one, other] = [random(), random()];
    const [there, back] = [open(new Memory()), open(new Memory())];
    for (const record of [one, other, one, other]) there.merge(record);
    for (const record of [other, one]) back.merge(record);
    assert.deepEqual(sorted(there.record), sorted(back.record));
  }
});

/** The same with every key in its place, to compare. */
function sorted(value) {
  if (!(value && typeof value === "object") || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

// entering

test("every try is entered, with its edition where it is not the first", () => {
  const store = open(new Memory());
  recordAnswer(store, { id: "a", edition: 1, score: { points: 0, of: 1 }, response: ["2"] });
  recordAnswer(store, { id: "a", edition: 2, score: { points: 1, of: 1 }, response: ["1"] });
  const [first, second] = store.record.items.a.tries.map(({ at: _, order: __, ...one }) => one);
  assert.deepEqual(first, { points: 0, of: 1, response: ["2"] });
  assert.deepEqual(second, { points: 1, of: 1, edition: 2, response: ["1"] });
});

test("a result says whether the cut score was reached", () => {
  const store = open(new Memory());
  recordResult(store, "q", [{ score: { points: 1, of: 2 } }, { score: { points: 2, of: 3 } }], 80);
  recordResult(store, "q", [{ score: { points: 4, of: 5 } }], 80);
  const results = store.record.quizzes.q.tries.map(({ at: _, order: __, ...result }) => result);
  assert.deepEqual(results, [
    { points: 7, of: 12, passed: false },
    { points: 4, of: 5, passed: true },
  ]);
});
