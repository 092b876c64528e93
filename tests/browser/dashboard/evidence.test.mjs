import assert from "node:assert/strict";
import { test } from "node:test";

import { calibration, finding } from "../../../generator/coursewright/browser/dashboard/calibration.mjs";
import { csv } from "../../../generator/coursewright/browser/dashboard/csv.mjs";
import {
  allTries,
  spans,
  tryCount,
  unlisted,
} from "../../../generator/coursewright/browser/dashboard/evidence.mjs";
import { triesTable } from "../../../generator/coursewright/browser/dashboard/triestable.mjs";

const ITEMS = {
  pages: ["quizzes/a/"],
  objectives: [
    ["o", "learn/a/", 1],
    ["p", "learn/b/", 2],
  ],
  items: [
    ["one", 1, 0, 0],
    ["two", 2, 1, 0],
  ],
};
const at = (time, more = {}) => ({ at: time, points: 1, of: 1, ...more });
const RECORD = {
  items: {
    one: { tries: [at(20), at(40, { sure: 3 })], earlier: 5 },
    two: { tries: [at(30), at(60, { edition: 2, points: 0 })] },
    "=gone()": { tries: [at(10)] },
  },
  quizzes: { a: { tries: [at(50)] } },
  exams: { final: { tries: [at(70, { of: 60 })] } },
};

test("every try is listed once, in the order of time, of mock exams too", () => {
  assert.deepEqual(
    allTries(RECORD).map(({ id, one }) => [id, one.at]),
    [["=gone()", 10], ["one", 20], ["two", 30], ["one", 40], ["a", 50], ["two", 60], ["final", 70]],
  );
  assert.equal(unlisted(RECORD), 5);
  assert.deepEqual([tryCount(RECORD, ["items"]), tryCount(RECORD)], [10, 12]);
  assert.deepEqual(allTries({ items: {}, quizzes: {} }), []);
});

test("answers are counted by chapter, and apart those that count nowhere any more", () => {
  assert.deepEqual(Object.fromEntries(spans(ITEMS, RECORD, 99)), {
    0: { count: 2, first: 10, last: 30 },
    1: { count: 7, first: 20, last: 40 },
    2: { count: 1, first: 60, last: 60 },
  });
});

test("no answer is of a day to come, and each is counted all the same", () => {
  const one = { tries: [at(900), at(30, { order: 901 })] };
  const items = { one, two: { tries: [at(900, { edition: 2 })], earlier: 2 } };
  assert.deepEqual(Object.fromEntries(spans(ITEMS, { items }, 99)), {
    1: { count: 2, first: 30, last: 30 },
    2: { count: 3, first: 0, last: 0 },
  });
  assert.deepEqual(
    triesTable(ITEMS, { items: { one } }, { chapters: [] }).map((row) => row[2].slice(-5)),
    ["at", ".900Z", ".030Z"],
  );
});

test("tries as a table have a row each", () => {
  const table = triesTable(ITEMS, { ...RECORD, quizzes: { a: { tries: [at(99)] } } }, { chapters: [] });
  assert.equal(table.length, 8);
  assert.deepEqual(table[4], ["items", "one", "1970-01-01T00:00:00.040Z", 1, 1, 1, 3, "", 1, "o"]);
  assert.deepEqual(table[3].slice(-2), ["", ""], "of an older edition");
  assert.deepEqual(table.at(-1), ["quizzes", "a", "1970-01-01T00:00:00.099Z", 100, 100, 1, "", "", "", ""]);
});

test("results are in questions as their pages show them, or in percent of a quiz that is gone", () => {
  const result = at(1, { points: 731, of: 5000 });
  const questions = Array.from({ length: 60 }, (_, place) => [`i${place}`, 1, 0, 1]);
  const record = {
    items: { one: { tries: [at(2, { points: 2, of: 3 })] } },
    quizzes: { own: { tries: [result] }, across: { tries: [result] }, gone: { tries: [result] } },
    exams: { final: { tries: [{ ...result, questions }] } },
  };
  const catalogue = {
    chapters: [{ quizzes: [{ id: "own", questions: 50 }] }],
    quizzes: [{ id: "across", questions: 20 }],
  };
  const shown = triesTable(ITEMS, record, catalogue).map((row) => [row[1], row[3], row[4]]);
  assert.deepEqual(Object.fromEntries(shown.slice(1).map(([id, ...points]) => [id, points])), {
    own: [7.3, 50],
    across: [2.9, 20],
    gone: [14, 100],
    final: [8.7, 60],
    one: [2, 3],
  });
});

test("no cell of a table of tries is a formula, and none breaks out of its row", () => {
  const odd = ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1", "＋1", "a,b", 'a"b', "a\nb", "说"];
  const text = csv([odd]);
  assert.ok(text.startsWith("\uFEFF"));
  assert.equal(
    text.slice(1),
    `'=1+1,'+1,'-1,'@x,'\t=1,"'\r=1",'＝1,'＋1,"a,b","a""b","a\nb",说\r\n`,
  );
  assert.equal(csv([[-1, 2]]).slice(1), "-1,2\r\n");
});

const sure = (...counts) => {
  const tries = counts.flatMap(([right, wrong], place) => [
    ...Array.from({ length: right }, () => at(1, { sure: place + 1 })),
    ...Array.from({ length: wrong }, () => at(1, { sure: place + 1, points: 0 })),
  ]);
  return calibration({ items: { one: { tries: [...tries, at(9)] } } });
};

test("how sure is counted against how right, and answers without a word on it are not", () => {
  assert.deepEqual(sure([1, 3], [2, 2], [14, 6]), [
    { sure: 1, right: 1, asked: 4 },
    { sure: 2, right: 2, asked: 4 },
    { sure: 3, right: 14, asked: 20 },
  ]);
});

test("what is found needs enough of it", () => {
  assert.equal(finding(sure([0, 0], [0, 0], [0, 0])), "none");
  assert.equal(finding(sure([0, 0], [0, 0], [9, 0])), "few");
  assert.equal(finding(sure([0, 0], [0, 0], [14, 6])), "over");
  assert.equal(finding(sure([0, 0], [8, 0], [1, 3])), "fits");
  assert.equal(finding(sure([8, 2], [0, 0], [0, 0])), "under");
  assert.equal(finding(sure([3, 7], [5, 5], [16, 4])), "fits");
});
