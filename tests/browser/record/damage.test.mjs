/**
 * Every field of a good record is damaged in every way: what an import takes its readers can read, and what
 * they cannot read is counted as unread.
 */
import assert from "node:assert/strict";
import { test } from "node:test";

import { calibration } from "../../../generator/coursewright/browser/dashboard/calibration.mjs";
import { spans, tryCount } from "../../../generator/coursewright/browser/dashboard/evidence.mjs";
import { judged, judgedAt, judgement } from "../../../generator/coursewright/browser/dashboard/judgement.mjs";
import { plan } from "../../../generator/coursewright/browser/dashboard/plan.mjs";
import { examResults, quizResults } from "../../../generator/coursewright/browser/dashboard/results.mjs";
import { triesTable } from "../../../generator/coursewright/browser/dashboard/triestable.mjs";
import { metLast, triesAt } from "../../../generator/coursewright/browser/exam/entry.mjs";
import { lastVisit, nextStep } from "../../../generator/coursewright/browser/learn/learning.mjs";
import { mastery } from "../../../generator/coursewright/browser/learn/mastery.mjs";
import { CONCERNS, NAMES } from "../../../generator/coursewright/browser/record/concerns.mjs";
import { recordAnswer } from "../../../generator/coursewright/browser/record/ledger.mjs";
import { readRecordFile, recordFile } from "../../../generator/coursewright/browser/record/recordfile.mjs";
import { Store } from "../../../generator/coursewright/browser/record/store.mjs";
import { bestTry } from "../../../generator/coursewright/browser/record/tries.mjs";
import { due, remembered } from "../../../generator/coursewright/browser/review/memories.mjs";
import { itemFor, missed } from "../../../generator/coursewright/browser/review/questions.mjs";
import { percent } from "../../../generator/coursewright/browser/scoring/scoring.mjs";
import { settled } from "../../../generator/coursewright/browser/sheet/settled.mjs";
import { happenings } from "../../../generator/coursewright/browser/xapi/happenings.mjs";
import { Memory, placedOn } from "../memory.mjs";

const NOW = Date.now();
const AT = NOW - 86400000;
const SCORE = { points: 1, of: 2 };
const GOOD = {
  items: {
    i: {
      tries: [
        { at: AT - 9, ...SCORE, edition: 1, sure: 3, hints: 1, response: ["a"] },
        { at: AT - 20, ...SCORE, order: AT },
      ],
      earlier: 2,
      best: { at: AT - 99, points: 2, of: 2 },
    },
  },
  quizzes: { q: { tries: [{ at: AT, ...SCORE, passed: false }] } },
  exams: {
    e: {
      tries: [
        { at: AT, ...SCORE, passed: true, began: AT - 1, minutes: 9, cut: 60, questions: [["i", 1, 1, 2]] },
      ],
    },
  },
  sections: { s: { title: "S", url: "learn/s/", at: AT, read: AT } },
  sheets: { t: { at: AT, fields: { a: "x", b: true }, before: { at: AT, fields: { p1: "y", p2: false } } } },
  levels: { c: { tries: [{ at: AT, level: 2 }, { at: AT - 5, order: AT + 1, level: 3 }] } },
};
const BEFORE = {
  items: { i: { right: true, tries: 3, at: AT } },
  quizzes: { q: { score: 3, total: 4, passed: false, at: AT } },
  sections: GOOD.sections,
  sheets: { t: { at: AT, fields: { p1: "y", p2: false } } },
};
const NUMBERS = [0, -7, 5, 0.5, 1e16, 1e300, -1e300];
const WRONG = [null, ...NUMBERS, "", "abc", "5", true, [], {}, [null], { a: {} }, [7]];
const ITEMS = {
  pages: ["learn/s/"],
  objectives: [["o", "learn/s/", 1, ["c"]]],
  competencies: [["c", "C"]],
  items: [
    ["i", 1, 0, 0, [0]],
    ["j", 1, 0, 0, [0]],
  ],
};
const QUIZ = { id: "q", title: "Q", url: "quizzes/q/", cut: 80, questions: 4, raised: [["i", 1]] };
const CATALOGUE = {
  chapters: [
    ...[{ id: "c", number: 1, title: "C", url: "c/", quizzes: [QUIZ] }].map((chapter) => ({
      ...{ ...chapter, sections: [{ id: "s", title: "S", url: "learn/s/", minutes: 5 }] },
    })),
  ],
  exams: [],
};

/** The places of all that is in a value, each as the keys that lead there. */
function places(value, path = []) {
  if (!(value instanceof Object)) return [path];
  return [path, ...Object.keys(value).flatMap((key) => places(value[key], [...path, key]))];
}

/** The same with something else at a place, or with nothing. */
function damaged(good, path, ...wrong) {
  const made = structuredClone(good);
  const host = path.slice(0, -1).reduce((value, key) => value[key], made);
  if (wrong.length) host[path.at(-1)] = wrong[0];
  else delete host[path.at(-1)];
  return made;
}

/** All ways to damage the entries of a record: with what is damaged, and the record. */
function* ways(good) {
  for (const [name, entries] of Object.entries(good))
    for (const path of places(entries).filter(({ length }) => length)) {
      const place = [name, ...path];
      if (path.length > 1) yield [`${place} away`, damaged(good, place)];
      for (const wrong of WRONG) yield [`${place} ${JSON.stringify(wrong)}`, damaged(good, place, wrong)];
    }
}

const numbers = (value) =>
  typeof value === "number"
    ? [value]
    : value instanceof Object
      ? (value instanceof Map ? [...value] : Object.values(value)).flatMap(numbers)
      : [];

/** Read a record in all the ways in which pages do. */
function read(store) {
  const { record } = store;
  const all = remembered(ITEMS, record, NOW);
  const shown = [
    ...all.map(({ memory }) => memory),
    ...due(all, NOW).map(({ objective }) => itemFor(ITEMS, objective, record, NOW)),
    ...[missed(ITEMS, record, NOW), mastery(ITEMS, record, NOW), spans(ITEMS, record, NOW), tryCount(record)],
    ...[calibration(record), plan(CATALOGUE, ITEMS, record, [], NOW), nextStep(CATALOGUE, record, NOW)],
    ...[...quizResults(CATALOGUE, record, NOW), ...examResults(CATALOGUE, record, NOW)],
    ...[lastVisit(record, NOW), [...metLast(record, NOW)], happenings(record)],
    ...triesAt(record, "e").map((one) => (one.at - one.began) / 60_000),
    ...[judgement(record.levels.c)?.level, judgedAt(record.levels.c, NOW)],
  ];
  for (const number of numbers(shown)) assert.ok(Number.isFinite(number), `${number}`);
  for (const concern of ["items", "quizzes", "exams"])
    for (const entry of Object.values(record[concern]))
      for (const one of [...entry.tries, bestTry(entry)].filter(Boolean))
        assert.ok(percent(one) >= 0 && percent(one) <= 100);
  for (const cell of triesTable(ITEMS, record, CATALOGUE).slice(1).flat())
    assert.doesNotMatch(String(cell), /\[object|NaN|Infinity|undefined|null|e\+/);
  for (const sheet of Object.values(record.sheets))
    for (const value of Object.values(settled(sheet, [["a", "p1"]], NOW).fields))
      assert.ok(["string", "boolean"].includes(typeof value));
}

/** Bring a record in, read it, go on, and bring it in again. */
function bring(file, says) {
  const found = readRecordFile(JSON.stringify(file), "course");
  const store = new Store(placedOn(new Memory()));
  store.merge(found.record);
  const known = tryCount(store.record);
  read(store);
  const all = NAMES.flatMap((name) => Object.keys(store.record[name]));
  assert.equal(all.length + found.unread, says, "what is not read is counted");
  const again = JSON.stringify(store.contents);
  store.merge(readRecordFile(recordFile(store.contents, "course"), "course").record);
  store.merge(found.record);
  assert.equal(JSON.stringify(store.contents), again, "twice is as once");
  recordAnswer(store, { id: "i", edition: 1, score: SCORE, response: ["b"] });
  store.put("levels", "c", (old) => judged(old, 1, NOW));
  store.put("sheets", "t", (old) => settled(old ?? { at: 0, fields: {} }, [["a", "p1"]], NOW));
  read(store);
  assert.deepEqual(store.record.items.i.tries.at(-1).response, ["b"]);
  assert.equal(judgement(store.record.levels.c).level, 1);
  assert.ok(tryCount(store.record) > 0);
  if (found.unread === 0) assert.equal(tryCount(store.record), known + 1);
}

const size = (record) => Object.values(record).flatMap((entries) => Object.keys(entries)).length;

test("a good record is read whole", () => {
  for (const [name, entries] of Object.entries(GOOD))
    for (const entry of Object.values(entries)) assert.ok(CONCERNS[name].fits(entry), name);
  const drawers = Object.fromEntries(
    Object.entries(GOOD).map(([name, entries]) => [name, { version: 1, entries }]),
  );
  bring({ version: 2, course: "course", drawers }, size(GOOD));
  bring({ version: 1, ...BEFORE }, size(BEFORE));
});

test("whatever is damaged in an entry, what is taken can be read, and the others are counted", () => {
  let unread = 0;
  for (const [what, record] of ways(GOOD)) {
    const drawers = Object.fromEntries(
      Object.entries(record).map(([name, entries]) => [name, { version: 1, entries }]),
    );
    try {
      bring({ version: 2, course: "course", drawers }, size(record));
    } catch (error) {
      throw new Error(what, { cause: error });
    }
    unread += readRecordFile(JSON.stringify({ version: 2, drawers }), "course").unread;
  }
  assert.ok(unread > 500);
});

test("so it is with a file of the site before", () => {
  for (const [what, record] of ways(BEFORE)) {
    try {
      bring({ version: 1, ...record }, size(record));
    } catch (error) {
      throw new Error(what, { cause: error });
    }
  }
});
