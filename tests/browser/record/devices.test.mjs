import assert from "node:assert/strict";
import { test } from "node:test";

import { byChapter, mastery, standings } from "../../../generator/coursewright/browser/learn/mastery.mjs";
import { recordAnswer } from "../../../generator/coursewright/browser/record/ledger.mjs";
import { readRecordFile, recordFile } from "../../../generator/coursewright/browser/record/recordfile.mjs";
import { Store } from "../../../generator/coursewright/browser/record/store.mjs";
import { Memory, dice, placedOn } from "../memory.mjs";

const DAY = 86400000;
const ITEMS = {
  pages: ["a/"],
  objectives: [
    ["one", "a/", 1],
    ["two", "a/", 1],
  ],
  items: [
    ["i0", 1, 0, 0],
    ["i1", 1, 0, 0],
    ["i2", 1, 1, 0],
  ],
};

const device = () => new Store(placedOn(new Memory()));
const exported = (store) => recordFile(store.contents, "course");
const take = (store, text) => store.merge(readRecordFile(text, "course").record);
const plain = (value) => JSON.parse(JSON.stringify(value));

/** Tries at items on a device, at times that no other device has. */
function study(store, roll, from) {
  for (let at = 0; at < 3 + roll(8); at += 1) {
    const one = { at: from + at * 3, points: roll(2), of: 1 };
    store.put("items", `i${roll(3)}`, (old) => ({ tries: [...(old?.tries ?? []), one] }));
  }
}

/** How many tries are known, of an item or of all. */
const count = ({ record }) =>
  Object.values(record.items).reduce((sum, { tries, earlier = 0 }) => sum + tries.length + earlier, 0);

test("three devices that bring their files to each other in any order know the same, and all", () => {
  const roll = dice(41);
  for (let round = 0; round < 60; round += 1) {
    const stores = [device(), device(), device()];
    stores.forEach((store, at) => study(store, roll, 1000 + at));
    const total = stores.reduce((sum, store) => sum + count(store), 0);
    const files = stores.map(exported);
    // Everyone takes every file, some of them twice, each device in another order.
    stores.forEach((store, at) => {
      for (const shift of [1, 2, 1 + roll(2), 0]) take(store, files[(at + shift) % 3]);
    });
    for (const store of stores) {
      assert.equal(count(store), total);
      assert.deepEqual(plain(store.record.items), plain(stores[0].record.items));
    }
  }
});

test("a file that comes back with more brings only what is more", () => {
  const [phone, desk] = [device(), device()];
  const roll = dice(43);
  study(phone, roll, 1000);
  take(desk, exported(phone));
  study(desk, roll, 5001);
  const there = count(desk);
  take(phone, exported(desk));
  take(desk, exported(phone));
  assert.deepEqual([count(phone), count(desk)], [there, there]);
});

test("mastery after merging is that of the tries once", () => {
  const roll = dice(47);
  for (let round = 0; round < 60; round += 1) {
    const [one, other] = [device(), device()];
    study(one, roll, 1000);
    study(other, roll, 1001);
    const text = exported(one);
    take(other, text);
    const now = 2000 + 3 * DAY;
    const once = standings(ITEMS, mastery(ITEMS, other.record, now), byChapter).get(1);
    take(other, text);
    take(other, exported(other));
    assert.deepEqual(standings(ITEMS, mastery(ITEMS, other.record, now), byChapter).get(1), once);
  }
});

const MANY = 60;

test("a record of many tries at every item is brought whole", () => {
  const store = device();
  const roll = dice(53);
  const items = {};
  for (let at = 0; at < 700; at += 1) {
    const tries = Array.from({ length: MANY }, (_, place) => ({
      ...{ at: at * 1e6 + place * 1000, points: roll(2), of: 1, response: ["x".repeat(80)] },
    }));
    items[`item-${at}`] = { tries, earlier: 3 };
  }
  store.merge({ items });
  const text = exported(store);
  assert.ok(text.length > 5e6);
  const there = device();
  take(there, text);
  take(there, text);
  assert.equal(count(there), 700 * (MANY + 3));
  assert.equal(exported(there), text);
});

test("what is in a file under any name is data, and breaks nothing", () => {
  const store = device();
  const odd = {
    version: 2,
    drawers: {
      items: {
        version: 1,
        entries: {
          "<img src=x onerror=alert(1)>": { tries: [{ at: 1e300, points: 1, of: 1 }] },
          __proto__: { tries: [] },
          constructor: { tries: [{ at: 5, points: 2, of: 1 }] },
          i0: { tries: [{ at: -5, points: 9, of: 1 }], earlier: "<b>" },
        },
      },
      levels: { version: 1, entries: { "<b>": { tries: [{ at: 1, level: 99 }] } } },
      sheets: { version: 1, entries: { "my/levels": { at: 1, fields: { role: { toString: 1 } } } } },
      sections: { version: 1, entries: { a: { title: "<b>", url: "javascript:alert(1)", at: 1, read: 1 } } },
    },
  };
  take(store, JSON.stringify(odd));
  recordAnswer(store, { id: "i0", edition: 1, score: { points: 1, of: 1 }, response: [] });
  const standing = standings(ITEMS, mastery(ITEMS, store.record, Date.now()), byChapter).get(1);
  assert.ok(standing.share >= 0 && standing.share <= 1);
  assert.equal({}.tries, undefined);
});
