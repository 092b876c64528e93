import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

import { sentence } from "../../generator/coursewright/browser/page/sentence.mjs";
import words from "../../generator/coursewright/browser/words.mjs";

const browser = new URL("../../generator/coursewright/browser/", import.meta.url);
const modules = (await readdir(browser, { recursive: true })).filter((name) => name.endsWith(".mjs") && name !== "words.mjs");
const sources = await Promise.all(modules.map((name) => readFile(new URL(name, browser), "utf8")));

test("the English module is the list of words", async () => {
  assert.deepEqual(words, JSON.parse(await readFile(new URL("words.json", browser), "utf8")));
});

test("every word used is listed, and every word listed is used", () => {
  const used = new Set(sources.flatMap((source) => [...source.matchAll(/\bwords\.([a-z_]+)\b(?!\.)/g)].map((match) => match[1])));
  used.delete("mjs");
  for (const name of used) assert.ok(name in words || name === "every", name);
  // The words of a verdict are looked up by the verdict.
  for (const state of ["right", "partly", "wrong", "missed"]) used.add(state);
  assert.deepEqual(Object.keys(words).filter((name) => !used.has(name)), []);
});

test("no module writes markup or styles from data", () => {
  for (const [at, source] of sources.entries()) {
    assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|\.style\b|setTimeout|setInterval|\beval\b/, modules[at]);
  }
});

test("comments can be told from code by their signs alone, so that a build may leave them out", () => {
  for (const [at, source] of sources.entries()) {
    const code = source.replace(/\/\*\*[^]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
    assert.doesNotMatch(code, /\/\*|\*\/|\/\//, modules[at]);
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
