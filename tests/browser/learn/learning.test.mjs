import assert from "node:assert/strict";
import { test } from "node:test";

import {
  due,
  lastVisit,
  nextStep,
  steps,
} from "../../../generator/coursewright/browser/learn/learning.mjs";
import { dice } from "../memory.mjs";

const chapter = (number) => ({
  id: `c${number}`,
  number,
  title: `Chapter ${number}`,
  url: `c${number}/`,
  sections: [1, 2].map((at) => ({
    id: `c${number}/s${at}`,
    title: `Section ${at}`,
    url: `c${number}/s${at}/`,
  })),
  quizzes: [{ id: `c${number}-quiz`, title: "Quiz", url: `quizzes/c${number}/`, cut: 80 }],
});
const NOW = 5000;
const course = {
  chapters: [1, 2, 3].map(chapter),
  quizzes: [{ id: "across", title: "Across", url: "quizzes/across/", cut: 60 }],
};

/** @returns {import("../../../generator/coursewright/browser/record/concerns.mjs").LearnerRecord} */
function emptyRecord() {
  return { items: {}, quizzes: {}, sections: {}, sheets: {} };
}

const result = (points, at) => ({ tries: [{ at, points, of: 10, passed: points >= 8 }] });

function learner({ opened = [], read = [], scores = {} } = {}) {
  const record = emptyRecord();
  let at = 0;
  for (const id of opened) record.sections[id] = { title: id, url: `/${id}/`, at: (at += 1), read: 0 };
  for (const id of read) record.sections[id] = { title: id, url: `/${id}/`, at: (at += 1), read: at };
  for (const [id, score] of Object.entries(scores)) record.quizzes[id] = result(score, (at += 1));
  return record;
}

test("who has done nothing starts at the beginning", () => {
  assert.equal(nextStep(course, learner(), NOW)?.id, "c1/s1");
  assert.equal(lastVisit(learner(), NOW), null);
});

test("an opened section is the next step until it is read", () => {
  assert.equal(nextStep(course, learner({ opened: ["c1/s1"] }), NOW)?.id, "c1/s1");
  assert.equal(nextStep(course, learner({ read: ["c1/s1"] }), NOW)?.id, "c1/s2");
});

test("after the sections comes the quiz, after the quiz the next chapter", () => {
  const read = ["c1/s1", "c1/s2"];
  assert.equal(nextStep(course, learner({ read }), NOW)?.id, "c1-quiz");
  assert.equal(nextStep(course, learner({ read, scores: { "c1-quiz": 7 } }), NOW)?.id, "c1-quiz");
  assert.equal(nextStep(course, learner({ read, scores: { "c1-quiz": 8 } }), NOW)?.id, "c2/s1");
});

test("the chapter under way is the one used last; what was passed over comes at the end", () => {
  assert.equal(nextStep(course, learner({ read: ["c2/s1"] }), NOW)?.id, "c2/s2");
  const done = learner({ read: ["c3/s1", "c3/s2"], scores: { "c3-quiz": 10 } });
  assert.equal(nextStep(course, done, NOW)?.id, "c1/s1");
});

test("there is an end", () => {
  const read = course.chapters.flatMap(({ sections }) => sections.map(({ id }) => id));
  const scores = { "c1-quiz": 8, "c2-quiz": 9, "c3-quiz": 10 };
  assert.equal(nextStep(course, learner({ read, scores }), NOW), null);
  assert.equal(nextStep({ chapters: [] }, learner({ read }), NOW), null);
});

test("following the next step from anywhere finishes the course", () => {
  const roll = dice(5);
  const everything = course.chapters.flatMap(({ sections, quizzes }) => [...sections, ...quizzes]).length;
  for (let round = 0; round < 200; round += 1) {
    const record = learner({ read: [`c${1 + roll(3)}/s${1 + roll(2)}`] });
    let steps = 0;
    for (let next = nextStep(course, record, NOW); next; next = nextStep(course, record, NOW)) {
      const at = 100 + (steps += 1);
      if ("cut" in next) record.quizzes[next.id] = result(10, at);
      else record.sections[next.id] = { title: "", url: "", at, read: at };
      assert.ok(steps < everything, "no step twice");
    }
    assert.equal(steps, everything - 1);
  }
});

test("due are the quizzes taken and never above today's cut score", () => {
  const record = learner({ scores: { "c1-quiz": 7, "c2-quiz": 9, across: 5 } });
  assert.deepEqual(
    due(course, record).map(({ id }) => id),
    ["c1-quiz", "across"],
  );
  const harder = structuredClone(course);
  harder.chapters[1].quizzes[0].cut = 95;
  assert.deepEqual(
    due(harder, record).map(({ id }) => id),
    ["c1-quiz", "c2-quiz", "across"],
  );
  assert.deepEqual(
    due({ chapters: course.chapters }, record).map(({ id }) => id),
    ["c1-quiz"],
  );
});

test("a chapter's steps are its sections read and its quizzes passed", () => {
  const [first] = course.chapters;
  assert.deepEqual(steps(first, learner({ opened: ["c1/s1"] })), { done: 0, total: 3 });
  const read = learner({ read: ["c1/s1", "c2/s1"], scores: { "c1-quiz": 7 } });
  assert.deepEqual(steps(first, read), { done: 1, total: 3 });
  const all = learner({ read: ["c1/s1", "c1/s2"], scores: { "c1-quiz": 8 } });
  assert.deepEqual(steps(first, all), { done: 3, total: 3 });
});

test("a worse try takes no pass away", () => {
  const record = learner({ read: ["c1/s1", "c1/s2"], scores: { "c1-quiz": 9 } });
  record.quizzes["c1-quiz"].tries.push({ at: 99, points: 1, of: 10, passed: false });
  assert.equal(steps(course.chapters[0], record).done, 3);
  assert.deepEqual(due(course, record), []);
  assert.equal(nextStep(course, record, NOW)?.id, "c2/s1");
});

test("an answer to an earlier edition of an item counts as none", () => {
  const record = learner({ scores: { "c1-quiz": 10 } });
  record.items.asked = { tries: [{ at: 1, points: 1, of: 1 }] };
  const raised = structuredClone(course);
  raised.chapters[0].quizzes[0].raised = [["asked", 2]];
  assert.equal(steps(course.chapters[0], record).done, 1);
  assert.equal(steps(raised.chapters[0], record).done, 0);
  assert.equal(due(raised, record).length, 1);
  record.items.asked.tries.push({ at: 2, points: 1, of: 1, edition: 2 });
  assert.equal(steps(raised.chapters[0], record).done, 1);
});

test("a quiz may be called by any word", () => {
  const odd = { chapters: [], quizzes: [{ id: "constructor", title: "", url: "", cut: 80 }] };
  const bare = Object.fromEntries(Object.entries(emptyRecord()).map(([name]) => [name, Object.create(null)]));
  assert.deepEqual(due(odd, bare), []);
});

test("a day to come says nothing of what was last, which a clock once said that ran ahead", () => {
  const record = learner({ opened: ["c1/s1", "c2/s1", "c3/s1"] });
  record.sections["c1/s1"].at = NOW + 999;
  record.sections["c2/s1"].at = NOW - 1;
  record.quizzes["c3-quiz"] = { tries: [{ at: NOW + 5, points: 1, of: 10 }] };
  assert.equal(lastVisit(record, NOW)?.id, "c2/s1");
  assert.equal(nextStep(course, record, NOW)?.id, "c2/s1");
  assert.equal(nextStep(course, record, NOW + 5)?.id, "c3/s1");
});

test("the last visit is the latest, whatever the order of the record", () => {
  const record = learner({ opened: ["a", "b", "c"] });
  record.sections.b.at = 99;
  assert.equal(lastVisit(record, NOW)?.id, "b");
});
