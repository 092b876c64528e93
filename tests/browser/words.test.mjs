import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

import { counted } from "../../generator/coursewright/browser/page/counted.mjs";
import { sentence } from "../../generator/coursewright/browser/page/sentence.mjs";

const browser = new URL("../../generator/coursewright/browser/", import.meta.url);
const files = await readdir(browser, { recursive: true });
/** Written by others, and kept as they wrote it. */
const BROUGHT = /^(?:canonize|noble|qr)\//;
const modules = files.filter(
  (name) => name.endsWith(".mjs") && !name.endsWith("words.mjs") && !BROUGHT.test(name),
);
const sources = await Promise.all(modules.map((name) => readFile(new URL(name, browser), "utf8")));
const rooms = files.filter((name) => name.endsWith("words.json")).map(folder);
const SIGNED = ["valid", "expired", "early", "unknown", "revoked"];
const UNSIGNED = ["altered", "forged", "impostor", "stranger", "unreadable", "number", "powerless"];
/** Words that are looked up by a verdict or a state. */
const STATES = {
  quiz: ["right", "partly", "wrong", "unanswered"],
  exam: ["answered", "doubtful", "open", "right", "partly", "wrong", "unanswered", "waiting"],
  "quiz/shapes": ["right", "wrong", "missed"],
  offline: ["network", "altered"],
  verify: [...SIGNED, ...UNSIGNED].flatMap((verdict) => [verdict, `${verdict}_told`]),
  xapi: ["denied", "elsewhere", "later", "unlaunched"],
};
/** What a page measures of itself, as a property of ours that rules of ours read. */
const MEASURED = /\.style\.(?:setProperty|removeProperty)\("--cw-/g;

/** Who may wait for a time, and why. */
const TIMED = {
  "exam/clock.mjs": "the time that is left is shown",
  "exam/underway.mjs": "the time that is left is shown",
  "marking/marking.mjs": "nothing says when a file was taken",
  "sealed/away.mjs": "nothing says when a clock is set",
  "sealed/codes.mjs": "codes are shown one after another, to a camera",
  "sealed/drop.mjs": "nothing says when a drop box that did not answer will",
  "sealed/sealed.mjs": "a window that crashed says nothing",
  "sealed/keeping.mjs": "what is typed is kept together with what follows at once",
  "xapi/pause.mjs": "nothing says when a store that did not answer will",
};

/** @param {string} name */
function folder(name) {
  return name.replaceAll("\\", "/").split("/").slice(0, -1).join("/");
}

/** @param {string} _ @param {any} value */
function withLanguage(_, value) {
  return value.other ? { language: "en", ...value } : value;
}

test("the English modules are the lists of words", async () => {
  assert.ok(rooms.length > 3);
  for (const room of rooms) {
    const { default: words } = await import(new URL(`${room}/words.mjs`, browser));
    const listed = JSON.parse(await readFile(new URL(`${room}/words.json`, browser), "utf8"), withLanguage);
    assert.deepEqual(words, listed, room);
  }
});

test("a folder says its own words and no others, and says all of them", async () => {
  for (const room of rooms) {
    const { default: words } = await import(new URL(`${room}/words.mjs`, browser));
    const own = sources.filter((_, at) => folder(modules[at] ?? "") === room);
    const named = own.flatMap((source) => [...source.matchAll(/\bwords\.([a-z_]+)\b(?!\.mjs)/g)]);
    const used = new Set(named.map((match) => match[1]));
    used.delete("mjs");
    for (const state of STATES[room] ?? []) used.add(state);
    assert.deepEqual([...used].sort(), Object.keys(words).sort(), room);
  }
});

test("no folder takes its words from another", () => {
  for (const [at, source] of sources.entries())
    assert.doesNotMatch(source, /"\.\..*words\.mjs"/, modules[at]);
});

test("no module writes markup or styles from data, or waits for a time", () => {
  for (const [at, source] of sources.entries()) {
    const forbidden = /innerHTML|outerHTML|insertAdjacentHTML|\.style\b|\beval\b/;
    assert.doesNotMatch(source.replaceAll(MEASURED, ""), forbidden, modules[at]);
    assert.equal(/setTimeout|setInterval/.test(source), modules[at] in TIMED, modules[at]);
  }
});

test("every module stays small", () => {
  for (const [at, source] of sources.entries()) assert.ok(source.split("\n").length <= 151, modules[at]);
});

test("a sentence fills its placeholders and leaves the others", () => {
  assert.equal(sentence("{right}/{total} {other}", { right: 3, total: 5 }), "3/5 {other}");
  assert.equal(sentence("{a}", { a: "{b}", b: "no" }), "{b}");
  assert.equal(sentence("{toString}", {}), "{toString}");
});

test("a text that goes with a count has the form of its own language", () => {
  const english = { language: "en", one: "a row", other: "rows" };
  assert.deepEqual([0, 1, 2].map((count) => counted(english, count)), ["rows", "a row", "rows"]);
  const russian = { language: "ru", one: "строка", few: "строки", many: "строк", other: "строки" };
  const said = [1, 2, 5, 21].map((count) => counted(russian, count));
  assert.deepEqual(said, ["строка", "строки", "строк", "строка"]);
  assert.equal(counted({ language: "zh-CN", other: "行" }, 1), "行");
});
