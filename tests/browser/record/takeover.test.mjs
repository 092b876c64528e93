import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { recordAnswer } from "../../../generator/coursewright/browser/record/ledger.mjs";
import { readRecordFile, recordFile } from "../../../generator/coursewright/browser/record/recordfile.mjs";
import { Store } from "../../../generator/coursewright/browser/record/store.mjs";
import { Memory, drawerOn, placedOn } from "../memory.mjs";

const KEY = "coursewright:course";
const { kept } = JSON.parse(await readFile(new URL("one-key.json", import.meta.url), "utf8"));

const open = (memory) => new Store(placedOn(memory));
const plain = (value) => JSON.parse(JSON.stringify(value));

function before(record = kept) {
  const memory = new Memory();
  memory.setItem(KEY, JSON.stringify(record));
  return memory;
}

test("every answer, result, visit and sheet of the site before is taken over at first touch", () => {
  const { items, quizzes, sections, sheets } = open(before()).record;
  for (const [id, { right, tries, at }] of Object.entries(kept.items)) {
    assert.deepEqual(items[id].tries, [{ at, points: right ? 1 : 0, of: 1 }]);
    assert.equal((items[id].earlier ?? 0) + 1, tries);
  }
  for (const [id, { score, total, passed, at }] of Object.entries(kept.quizzes)) {
    assert.deepEqual(plain(quizzes[id]), { tries: [{ at, points: score, of: total, passed }] });
  }
  assert.deepEqual({ ...sections }, kept.sections);
  for (const [id, sheet] of Object.entries(kept.sheets)) assert.deepEqual(sheets[id].before, sheet);
  assert.deepEqual(
    [items, quizzes, sections, sheets].map((each) => Object.keys(each).length),
    [37, 2, 2, 6],
  );
});

test("answers taken over count for the first edition", () => {
  const store = open(before());
  const ids = Object.keys(kept.items);
  const right = ids.filter((id) => kept.items[id].right).length;
  const last = ids.map((id) => store.record.items[id].tries.at(-1));
  assert.equal(last.filter(({ points, of }) => points === of).length, right);
  assert.ok(last.every(({ edition = 1 }) => edition === 1));
});

test("it is taken over once, and kept in the drawers and where it was", () => {
  const memory = before();
  const first = open(memory).record;
  const texts = memory.all;
  assert.deepEqual(JSON.parse(texts[KEY]), { ...kept, taken: true });
  assert.deepEqual(JSON.stringify(open(memory).record), JSON.stringify(first));
  assert.deepEqual(memory.all, texts);
});

test("what is cleared afterwards does not come back", () => {
  const memory = before();
  open(memory).put("sheets", "summer-visits", () => ({ at: Date.now(), fields: {} }));
  assert.deepEqual(open(memory).record.sheets["summer-visits"].fields, {});
  open(memory).clear();
  assert.deepEqual(memory.all, {});
});

test("what a tab of the site before goes on to write is taken over too", () => {
  const memory = before();
  const store = open(memory);
  const [id] = Object.keys(kept.items);
  recordAnswer(store, { id, edition: 1, score: { points: 1, of: 1 }, response: ["0"] });
  // That tab reads the record, leaves out the mark that it does not know, and enters a try of its own.
  const { taken: _, ...known } = JSON.parse(memory.getItem(KEY));
  const later = Date.now() + 5000;
  known.items[id] = { ...known.items[id], tries: known.items[id].tries + 1, at: later };
  known.items.fresh = { digest: "d", right: true, tries: 1, at: later };
  memory.setItem(KEY, JSON.stringify(known));
  const { tries, earlier = 0 } = store.record.items[id];
  assert.deepEqual(
    tries.map(({ at }) => at).filter((at) => at === later || at === kept.items[id].at),
    [kept.items[id].at, later],
  );
  assert.equal(tries.length, 3);
  assert.equal(earlier, kept.items[id].tries - 1);
  assert.equal(store.record.items.fresh.tries.length, 1);
});

test("a text that is no record of that site is left alone", () => {
  for (const text of ["{", "null", "[]", '{"version":2}', '{"version":"1"}', "7"]) {
    const memory = new Memory();
    memory.setItem(KEY, text);
    const store = open(memory);
    recordAnswer(store, { id: "a", edition: 1, score: { points: 1, of: 1 }, response: [] });
    assert.equal(memory.getItem(KEY), text);
    assert.deepEqual(Object.keys(store.record.items), ["a"]);
  }
});

test("entries of that record that are none stand in nobody's way", () => {
  const odd = {
    version: 1,
    items: { a: null, b: 7, c: { right: true } },
    quizzes: [],
    sheets: { s: { at: 1 } },
  };
  const store = open(before(odd));
  assert.deepEqual(Object.keys(store.record.items), []);
  assert.equal(store.record.sections.constructor, undefined);
  recordAnswer(store, { id: "c", edition: 1, score: { points: 1, of: 1 }, response: [] });
  assert.equal(store.record.items.c.tries.length, 1);
});

test("where nothing can be kept it is shown, and taken over when it can be", () => {
  const memory = before();
  memory.full = true;
  assert.equal(Object.keys(open(memory).record.items).length, 37);
  assert.deepEqual(JSON.parse(memory.getItem(KEY)), kept);
  memory.full = false;
  open(memory).record;
  assert.equal(Object.keys(drawerOn(memory, "items").entries).length, 37);
});

// files

test("a file of the site before is read as the record was, and twice changes nothing", () => {
  const store = open(new Memory());
  const { record, isWhole } = readRecordFile(JSON.stringify(kept, null, 1), "course");
  assert.ok(isWhole);
  store.merge(record);
  const once = JSON.stringify(store.record);
  store.merge(record);
  assert.equal(JSON.stringify(store.record), once);
  assert.equal(once, JSON.stringify(open(before()).record));
});

test("a file brings everything to another device, also what is not known here", () => {
  const memory = before();
  memory.setItem(`${KEY}:items`, '{"version":1,"entries":{"odd":"?"}}');
  const text = recordFile(open(memory).contents, "course");
  assert.equal(JSON.parse(text).version, 2);
  const there = open(new Memory());
  there.merge(readRecordFile(text, "course").record);
  assert.equal(JSON.stringify(there.record), JSON.stringify(open(memory).record));
  assert.equal(there.contents.items.entries.odd, "?");
  assert.equal(recordFile(there.contents, "course").length, text.length);
});

test("what of a file is newer is left out, and said", () => {
  const drawers = {
    items: { version: 1, entries: { a: { tries: [{ at: 1, points: 1, of: 1 }] } } },
    sheets: { version: 99, entries: {} },
    reviews: { version: 1, entries: {} },
  };
  const { record, isWhole } = readRecordFile(JSON.stringify({ version: 2, drawers }), "course");
  assert.deepEqual(Object.keys(record), ["items"]);
  assert.equal(isWhole, false);
});

test("what is no record is refused", () => {
  for (const text of [
    "",
    "{",
    "null",
    "[]",
    '{"version":2}',
    '{"version":0}',
    '{"version":"3","drawers":[]}',
    "<html>",
  ]) {
    assert.equal(readRecordFile(text, "course"), null, text);
  }
});

test("a file of a newer site, and one of another course, are told apart", () => {
  const file = (version, course) => JSON.stringify({ version, course, drawers: {} });
  assert.equal(readRecordFile(file(3, "course"), "course"), "newer");
  assert.deepEqual(readRecordFile(file(2, "another"), "course"), { course: "another" });
  assert.deepEqual(readRecordFile(file(3, "another"), "course"), { course: "another" });
  assert.deepEqual(readRecordFile(file(2, undefined), "course"), {
    ...{ record: {}, isWhole: true, unread: 0 },
  });
});

test("entries that are damaged are counted, of a drawer that cannot be read too", () => {
  const drawers = {
    items: {
      version: 1,
      entries: {
        a: { tries: [{ at: 1, points: 1, of: 1 }] },
        b: { tries: [{ at: 1, points: "1", of: 1 }] },
        c: null,
      },
    },
    quizzes: { version: "1", entries: { q: {}, r: {} } },
    levels: 7,
  };
  const { record, isWhole, unread } = readRecordFile(JSON.stringify({ version: 2, drawers }), "course");
  assert.deepEqual([Object.keys(record), isWhole, unread], [["items"], true, 5]);
  const odd = { ...kept, sections: { s: { title: 7 } } };
  assert.equal(readRecordFile(JSON.stringify(odd), "course").unread, 1);
});
