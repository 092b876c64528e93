/**
 * A clock that was ahead, files, and devices: what a file brings takes the place only of what is known to be
 * older, and what is a time to come puts nothing last.
 */
import assert from "node:assert/strict";
import { test } from "node:test";

import { daysTold } from "../../../generator/coursewright/browser/dashboard/days.mjs";
import { arrived } from "../../../generator/coursewright/browser/record/arrived.mjs";
import { readRecordFile, recordFile } from "../../../generator/coursewright/browser/record/recordfile.mjs";
import { stamp } from "../../../generator/coursewright/browser/sheet/stamp.mjs";
import { Store } from "../../../generator/coursewright/browser/record/store.mjs";
import { tried } from "../../../generator/coursewright/browser/record/tries.mjs";
import { dated } from "../../../generator/coursewright/browser/review/dates.mjs";
import { settled } from "../../../generator/coursewright/browser/sheet/settled.mjs";
import { Memory, dice, placedOn } from "../memory.mjs";

const DAY = 86400000;
const NOW = 20000 * DAY;
const FAR = NOW + 800 * DAY;

const device = () => new Store(placedOn(new Memory()));
const exported = (store) => recordFile(store.contents, "course");
const take = (store, text, now) =>
  store.merge(arrived(readRecordFile(text, "course").record, store.record, now));
const plain = (value) => JSON.parse(JSON.stringify(value));

/** Fill in one field of the sheet. */
const fill = (store, text, now, field = "a") =>
  store.put("sheets", "s", (old) => ({
    ...old,
    ...stamp(old, now),
    fields: { ...old?.fields, [field]: text },
  }));
const read = (store) => plain(store.record.sheets.s.fields);

// sheets

test("an older file of a clock that was ahead takes no place of what was filled in since", () => {
  for (const ahead of [3600000, DAY, 800 * DAY]) {
    const store = device();
    fill(store, "to come", NOW + ahead);
    const file = exported(store);
    fill(store, "now", NOW);
    // Also once that time has come.
    for (const at of [NOW + 1, NOW + ahead + 1, NOW + 2 * ahead]) {
      take(store, file, at);
      assert.deepEqual(read(store), { a: "now" }, `${ahead} ${at}`);
    }
  }
});

test("nor does one of another device, whose only texts are taken all the same", () => {
  const [ahead, right] = [device(), device()];
  fill(ahead, "to come", FAR);
  fill(ahead, "only there", FAR, "b");
  const file = exported(ahead);
  fill(right, "now", NOW);
  for (const at of [NOW + 1, NOW + DAY]) {
    take(right, file, at);
    assert.deepEqual(read(right), { a: "now", b: "only there" });
  }
});

test("what is known to be later is taken, also over what was written over a time to come", () => {
  const [mine, other] = [device(), device()];
  fill(other, "old", NOW - DAY);
  fill(mine, "to come", FAR);
  fill(mine, "now", NOW);
  take(other, exported(mine), NOW + 1);
  assert.deepEqual(read(other), { a: "now" });
  fill(other, "later", NOW + DAY);
  const file = exported(other);
  for (const at of [NOW + 2 * DAY, NOW + 3 * DAY]) {
    take(mine, file, at);
    assert.deepEqual(read(mine), { a: "later" });
  }
  fill(mine, "last", NOW + 4 * DAY);
  take(mine, file, NOW + 5 * DAY);
  assert.deepEqual(read(mine), { a: "last" });
});

test("a file from before the clock went wrong takes no place of what was filled in then", () => {
  const store = device();
  fill(store, "old", NOW - DAY);
  const file = exported(store);
  fill(store, "to come", FAR);
  take(store, file, NOW);
  assert.deepEqual(read(store), { a: "to come" });
});

test("whichever file comes first, and however often, the sheet is the same", () => {
  const roll = dice(61);
  for (let round = 0; round < 200; round += 1) {
    const files = [NOW - DAY - roll(9), FAR + roll(9), NOW - roll(9)].map((at, place) => {
      const store = device();
      fill(store, `text ${place}`, at);
      return exported(store);
    });
    const [there, back] = [device(), device()];
    for (const file of [...files, ...files]) take(there, file, NOW);
    for (const file of files.toReversed()) take(back, file, NOW);
    assert.deepEqual(read(there), { a: "text 2" });
    assert.deepEqual(read(back), read(there));
  }
});

test("a sheet of the site before at a time to come wins nothing, however often it comes", () => {
  const store = device();
  const file = JSON.stringify({ version: 1, sheets: { s: { at: FAR, fields: { p1: "to come" } } } });
  fill(store, "now", NOW - 9);
  for (const at of [NOW, NOW + 1]) {
    take(store, file, at);
    store.put("sheets", "s", (old) => settled(old, [["a", "p1"]], at));
    assert.deepEqual(read(store), { a: "now" });
  }
});

test("a visit at a time to come takes no place of a later one, and is read all the same", () => {
  const store = device();
  const visit = { title: "now", url: "/s/", at: NOW - 9, read: 0 };
  store.put("sections", "s", () => visit);
  const other = { title: "to come", url: "/old/", at: FAR, read: NOW - DAY };
  store.merge(arrived({ sections: { s: other, t: other } }, store.record, NOW));
  assert.deepEqual(plain(store.record.sections.s), { ...visit, read: NOW - DAY });
  assert.equal(store.record.sections.t.at, 0);
});

// tries

const one = (at, points = 1) => ({ at, points, of: 1 });
const answer = (store, at, points) => store.put("items", "i", (old) => tried(old, one(at, points)));
const points = (store) => store.record.items.i.tries.map(({ points }) => points);

test("a try of another device at a time to come is not the latest, and what is told of it has no day", () => {
  const [ahead, right] = [device(), device()];
  answer(ahead, FAR, 0);
  answer(right, NOW - 9, 1);
  const file = exported(ahead);
  for (const at of [NOW, NOW + DAY, FAR + DAY]) {
    take(right, file, at);
    assert.deepEqual(points(right), [0, 1]);
  }
  assert.deepEqual(
    daysTold(right.record.items.i.tries, NOW).map(({ at }) => at),
    [0, NOW - 9],
  );
});

test("what a device knows to be after such a try stays after it, and has its day", () => {
  const [ahead, right] = [device(), device()];
  for (const at of [NOW - 5 * DAY, FAR, NOW - 3 * DAY]) answer(ahead, at, 0);
  answer(right, NOW - DAY, 1);
  take(right, exported(ahead), NOW);
  const { tries } = right.record.items.i;
  assert.deepEqual(
    tries.map(({ at }) => at),
    [NOW - 5 * DAY, FAR, NOW - 3 * DAY, NOW - DAY],
  );
  assert.deepEqual(
    dated(tries, NOW).map(({ at }) => at),
    [NOW - 5 * DAY, NOW - 5 * DAY, NOW - 3 * DAY, NOW - DAY],
  );
  answer(right, NOW + 1, 0);
  assert.equal(right.record.items.i.tries.at(-1).at, NOW + 1);
});

test("devices that bring their files to each other come to the same record, with every try once", () => {
  const roll = dice(67);
  for (let round = 0; round < 200; round += 1) {
    const stores = [device(), device()];
    stores.forEach((store, which) => {
      let at = NOW - 90 * DAY + which;
      for (let count = 1 + roll(6); count; count -= 1) {
        at += roll(9) * DAY;
        answer(store, at + (roll(3) ? 0 : FAR), roll(2));
      }
    });
    const total = points(stores[0]).length + points(stores[1]).length;
    const files = stores.map(exported);
    stores.forEach((store, which) => take(store, files[1 - which], NOW));
    const [here, there] = stores.map((store) => plain(store.record.items));
    assert.deepEqual(here, there);
    assert.equal(points(stores[0]).length, total);
    for (const [at, file] of [[NOW, files[0]], [NOW + DAY, exported(stores[1])], [3 * FAR, files[1]]]) {
      take(stores[0], file, at);
      assert.deepEqual(plain(stores[0].record.items), here);
    }
  }
});
