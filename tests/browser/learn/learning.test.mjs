import assert from "node:assert/strict";
import { test } from "node:test";

import {
  due,
  lastVisit,
  mastery,
  nextStep,
  reading,
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
  items: [1, 2, 3].map((at) => [`c${number}-i${at}`, 1]),
  quizzes: [{ id: `c${number}-quiz`, title: "Quiz", url: `quizzes/c${number}/`, cut: 80 }],
});
const course = {
  chapters: [1, 2, 3].map(chapter),
  quizzes: [{ id: "across", title: "Across", url: "quizzes/across/", cut: 60 }],
};

/** @returns {import("../../../generator/coursewright/browser/record/concerns.mjs").LearnerRecord} */
function emptyRecord() {
  return { items: {}, quizzes: {}, sections: {}, sheets: {} };
}

const tries = (...points) => ({ tries: points.map((each, at) => ({ at: at + 1, points: each, of: 1 })) });
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
  assert.equal(nextStep(course, learner())?.id, "c1/s1");
  assert.equal(lastVisit(learner()), null);
});

test("an opened section is the next step until it is read", () => {
  assert.equal(nextStep(course, learner({ opened: ["c1/s1"] }))?.id, "c1/s1");
  assert.equal(nextStep(course, learner({ read: ["c1/s1"] }))?.id, "c1/s2");
});

test("after the sections comes the quiz, after the quiz the next chapter", () => {
  const read = ["c1/s1", "c1/s2"];
  assert.equal(nextStep(course, learner({ read }))?.id, "c1-quiz");
  assert.equal(nextStep(course, learner({ read, scores: { "c1-quiz": 7 } }))?.id, "c1-quiz");
  assert.equal(nextStep(course, learner({ read, scores: { "c1-quiz": 8 } }))?.id, "c2/s1");
});

test("the chapter under way is the one used last; what was passed over comes at the end", () => {
  assert.equal(nextStep(course, learner({ read: ["c2/s1"] }))?.id, "c2/s2");
  const done = learner({ read: ["c3/s1", "c3/s2"], scores: { "c3-quiz": 10 } });
  assert.equal(nextStep(course, done)?.id, "c1/s1");
});

test("there is an end", () => {
  const read = course.chapters.flatMap(({ sections }) => sections.map(({ id }) => id));
  const scores = { "c1-quiz": 8, "c2-quiz": 9, "c3-quiz": 10 };
  assert.equal(nextStep(course, learner({ read, scores })), null);
  assert.equal(nextStep({ chapters: [] }, learner({ read })), null);
});

test("following the next step from anywhere finishes the course", () => {
  const roll = dice(5);
  const everything = course.chapters.flatMap(({ sections, quizzes }) => [...sections, ...quizzes]).length;
  for (let round = 0; round < 200; round += 1) {
    const record = learner({ read: [`c${1 + roll(3)}/s${1 + roll(2)}`] });
    let steps = 0;
    for (let next = nextStep(course, record); next; next = nextStep(course, record)) {
      const at = 100 + (steps += 1);
      if ("cut" in next) record.quizzes[next.id] = result(10, at);
      else record.sections[next.id] = { title: "", url: "", at, read: at };
      assert.ok(steps < everything, "no step twice");
    }
    assert.equal(steps, everything - 1);
  }
});

test("due are the quizzes taken and below today's cut score", () => {
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

test("mastery counts items whose latest answer is right", () => {
  const record = emptyRecord();
  record.items["c1-i1"] = tries(0, 0, 1);
  record.items["c1-i2"] = tries(1, 0);
  record.items.gone = tries(1);
  assert.deepEqual(mastery(course.chapters[0], record), { right: 1, total: 3 });
});

test("an answer to an earlier edition counts as none, and no other edit matters", () => {
  const record = emptyRecord();
  for (const [id] of course.chapters[0].items) record.items[id] = tries(1);
  const [first, ...others] = course.chapters[0].items;
  const raised = { ...course.chapters[0], items: [[first[0], 2], ...others] };
  assert.equal(mastery(raised, record).right, 2);
  record.items[first[0]].tries.push({ at: 9, points: 1, of: 1, edition: 2 });
  assert.equal(mastery(raised, record).right, 3);
  assert.equal(mastery(course.chapters[0], record).right, 2);
});

test("a quiz may be called by any word", () => {
  const odd = { chapters: [], quizzes: [{ id: "constructor", title: "", url: "", cut: 80 }] };
  const bare = Object.fromEntries(Object.entries(emptyRecord()).map(([name]) => [name, Object.create(null)]));
  assert.deepEqual(due(odd, bare), []);
});

test("inserting or moving an item loses nothing", () => {
  const record = emptyRecord();
  for (const [id] of course.chapters[0].items) record.items[id] = tries(1);
  const edited = { ...course.chapters[0], items: [["new", 1], ...course.chapters[0].items.toReversed()] };
  assert.deepEqual(mastery(edited, record), { right: 3, total: 4 });
});

test("reading counts sections read, not opened", () => {
  assert.deepEqual(reading(course.chapters[0], learner({ opened: ["c1/s1"], read: ["c1/s2"] })), {
    read: 1,
    total: 2,
  });
});

test("the last visit is the latest, whatever the order of the record", () => {
  const record = learner({ opened: ["a", "b", "c"] });
  record.sections.b.at = 99;
  assert.equal(lastVisit(record)?.id, "b");
});
