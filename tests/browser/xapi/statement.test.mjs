import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { happenings } from "../../../generator/coursewright/browser/xapi/happenings.mjs";
import { statement } from "../../../generator/coursewright/browser/xapi/statement.mjs";
import { uuidOf } from "../../../generator/coursewright/browser/xapi/uuid.mjs";
import { mergedTries } from "../../../generator/coursewright/browser/record/tries.mjs";
import { dice } from "../memory.mjs";
import { about, actor, actors, noon, readAt, record, triedAt } from "./telling.mjs";

// These tests also run on copies of the modules, elsewhere: packages are those of the folder they are run in.
const required = createRequire(pathToFileURL(`${process.cwd()}/`));
const { default: flaws } = required("@learninglocker/xapi-validation");
const { v5 } = required("uuid");

const ANSWERS = {
  "soil-top": [["qaeg"], "qaeg"],
  "soil-dark": [["false"], "false"],
  "soil-which": [["awkh", "qaeg"], "awkh[,]qaeg"],
  "soil-order": [["mark", "dig", "rake", "sow"], "mark[,]dig[,]rake[,]sow"],
  "soil-words": [{ ei4i: "humus", kcwa: "a[,]b" }, "humus[,]a[ , ]b"],
  "soil-depth": [{ answer: "５０.5" }, "50.5"],
  "soil-pairs": [{ mt3w: "x4v4", ob3m: "vk7h" }, "mt3w[.]x4v4[,]ob3m[.]vk7h"],
  "soil-kinds": [{ zmod: "jb3p" }, "zmod[.]jb3p"],
  "soil-letter": [{ text: "Roots.", met: [] }, "Roots."],
  "soil-bed-cause": [["true"], "true"],
  "soil-bed-cure": [["m7q3"], "m7q3"],
};
const TYPES = ["choice", "true-false", "sequencing", "fill-in", "numeric", "matching", "long-fill-in"];

function answered(id, response, more = {}) {
  const one = { at: noon(1), points: 1, of: 2, response, ...more };
  return { concern: "items", id, at: one.at, mark: one.at, one };
}

function said(happening, speaking = { actor }) {
  const made = statement(happening, about, speaking);
  assert.deepEqual(flaws(made).map(String), [], JSON.stringify(made));
  return made;
}

test("the validator finds what is wrong", () => {
  const made = said(answered("soil-top", ["qaeg"]));
  assert.notDeepEqual(flaws({ ...made, verb: { id: "answered" } }), []);
  assert.notDeepEqual(flaws({ ...made, result: { score: { scaled: 2 } } }), []);
});

test("an answer of every type of item is a statement in the form of its type", () => {
  const types = new Set();
  for (const id of Object.keys(about.items)) {
    const [response, written] = ANSWERS[id];
    const { verb, object, result } = said(answered(id, response));
    assert.equal(verb.id, "http://adlnet.gov/expapi/verbs/answered");
    assert.equal(object.id, `https://garden.example/course/items/${id}`);
    assert.equal(object.definition.type, "http://adlnet.gov/expapi/activities/cmi.interaction");
    assert.equal(result.response, written);
    types.add(object.definition.interactionType);
  }
  assert.deepEqual([...types].sort(), TYPES.sort());
});

test("an answer names the course and the section, its score and when it was given", () => {
  const made = said(answered("soil-top", ["qaeg"], { points: 1, of: 3 }));
  assert.deepEqual(made.context.contextActivities, {
    parent: [
      {
        objectType: "Activity",
        id: "https://garden.example/course/sections/soil/layers",
        definition: { type: "http://adlnet.gov/expapi/activities/lesson" },
      },
    ],
    grouping: [
      {
        objectType: "Activity",
        id: "https://garden.example/course/",
        definition: { type: "http://adlnet.gov/expapi/activities/course", name: { en: "Gardening" } },
      },
    ],
  });
  assert.deepEqual(made.result.score, { scaled: 0.3333, raw: 1, min: 0, max: 3 });
  assert.equal(made.result.success, false);
  assert.equal(made.timestamp, "2026-01-01T12:00:00.000Z");
  assert.deepEqual(made.object.definition.choices[0], { id: "qaeg", description: { en: "Humus" } });
});

test("what has no form, or was not kept, is a statement without a response", () => {
  const unfit = [
    ["soil-depth", { answer: "about fifty" }],
    ["soil-top", undefined],
    ["soil-top", []],
    ["soil-words", { ei4i: " ", kcwa: "" }],
    ["soil-pairs", {}],
    ["soil-letter", { text: "" }],
    ["gone", ["a"]],
  ];
  for (const [id, response] of unfit)
    assert.equal(said(answered(id, response)).result.response, undefined, id);
});

test("what only the learner judged has no score", () => {
  const { result } = said(answered("soil-letter", { text: "Roots.", met: ["c1"] }, { points: 2, of: 3 }));
  assert.deepEqual(result, { completion: true, response: "Roots." });
});

test("another edition of an item is another activity, of which nothing is said that is not known", () => {
  const { object, result } = said(answered("soil-top", ["qaeg"], { edition: 2 }));
  assert.equal(object.id, "https://garden.example/course/items/soil-top/2");
  assert.deepEqual(object.definition, { type: about.types.item });
  assert.equal(result.response, undefined);
});

test("a result of a quiz is passed, failed, or completed where nobody said what passes", () => {
  const quiz = (passed) => {
    const one = { at: noon(2), points: 2, of: 3, ...(passed === undefined ? {} : { passed }) };
    return said({ concern: "quizzes", id: "soil", at: noon(2), mark: noon(2), one });
  };
  const verbs = [true, false, undefined].map((passed) => quiz(passed).verb.id.split("/").at(-1));
  assert.deepEqual(verbs, ["passed", "failed", "completed"]);
  assert.deepEqual(quiz(true).result, {
    score: { scaled: 0.6666, raw: 66, min: 0, max: 100 },
    success: true,
    completion: true,
  });
  assert.equal(quiz(true).object.id, "https://garden.example/course/quizzes/soil");
  assert.equal(quiz(true).object.definition.type, "http://adlnet.gov/expapi/activities/assessment");
});

test("results of mock exams are told like those of quizzes", () => {
  const one = { at: noon(2), points: 1, of: 2, passed: false };
  const [exam] = happenings(record({ exams: { spade: { tries: [one] } } }));
  assert.equal(said(exam).object.id, "https://garden.example/course/exams/spade");
  assert.deepEqual(said(exam).object.definition.name, { en: "Spade exam" });
});

test("a section is experienced once a day that its end was seen, and not when it was only opened", () => {
  const opened = { ...readAt(noon(1)), read: 0 };
  assert.deepEqual(happenings(record({ sections: { "soil/layers": opened } })), []);
  const ids = [noon(1), noon(1) + 3600e3, noon(2)].map((at) => {
    const [reading] = happenings(record({ sections: { "soil/layers": readAt(at) } }));
    const made = said(reading);
    assert.equal(made.verb.id, "http://adlnet.gov/expapi/verbs/experienced");
    assert.equal(made.object.definition.name.en, "Layers");
    return made.id;
  });
  assert.equal(ids[0], ids[1]);
  assert.notEqual(ids[0], ids[2]);
});

test("what a launch says is in every statement", () => {
  const registration = "231859e2-937f-4969-b069-91cf49bfea0c";
  const speaking = { actor, registration, activity: "https://lms.example/c" };
  const made = said(answered("soil-top", ["qaeg"]), speaking);
  assert.equal(made.context.registration, registration);
  assert.equal(made.context.contextActivities.grouping[1].id, "https://lms.example/c");
});

test("statements of actors of every kind are valid, and no two have one id", () => {
  const made = actors.map((each) => said(answered("soil-top", ["qaeg"]), { actor: each }));
  assert.equal(new Set(made.map(({ id }) => id)).size, actors.length);
});

test("a name that an actor is called by changes no id", () => {
  const [plain, named] = [actor, { ...actor, name: "Lei" }].map((each) =>
    said(answered("soil-top", ["qaeg"]), { actor: each }),
  );
  assert.equal(plain.id, named.id);
});

test("an id is the version 5 UUID of its name, as another library makes it", () => {
  const roll = dice(11);
  for (let length = 0; length < 200; length += 1) {
    const name = Array.from({ length }, () => String.fromCodePoint(32 + roll(0x9000))).join("");
    assert.equal(uuidOf(name), v5(name, v5.URL));
  }
});

test("the same record makes the same statements, each valid and of its own id, after any merge", () => {
  const roll = dice(5);
  const ids = Object.keys(about.items);
  const tries = () => {
    const times = Array.from({ length: roll(6) }, () => noon(1 + roll(9)) + roll(5));
    const all = [...new Set(times)].sort((one, next) => one - next);
    return { tries: all.map((at) => ({ at, points: roll(3), of: 2, edition: 1 + (at % 2) })) };
  };
  const some = () => Object.fromEntries(ids.filter(() => roll(2)).map((id) => [id, tries()]));
  for (let run = 0; run < 40; run += 1) {
    const [mine, other] = [some(), some()];
    const merged = (one, next) =>
      Object.fromEntries(
        [...new Set([...Object.keys(one), ...Object.keys(next)])].map((id) => [
          id,
          one[id] && next[id] ? mergedTries(one[id], next[id]) : (one[id] ?? next[id]),
        ]),
      );
    const told = (items) => happenings(record({ items })).map((each) => said(each));
    const [here, there] = [told(merged(mine, other)), told(merged(other, mine))];
    const byId = (made) => [...made].sort((one, next) => (one.id < next.id ? -1 : 1));
    assert.deepEqual(byId(here), byId(there));
    assert.equal(new Set(here.map(({ id }) => id)).size, here.length);
    const apart = new Set([...told(mine), ...told(other)].map(({ id }) => id));
    assert.deepEqual(new Set(here.map(({ id }) => id)), apart);
  }
});

test("times that are no times are passed over", () => {
  assert.deepEqual(happenings(record({ items: { a: triedAt(0, 1e20, -5) } })), []);
});
