import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { fetchedData } from "../../../generator/coursewright/browser/page/fetched.mjs";

globalThis.location = /** @type {any} */ ({ href: "https://course.example/learn/" });
const answers = [];
let asked = 0;
globalThis.fetch = async () => {
  asked += 1;
  const answer = answers.shift();
  if (answer instanceof Error) throw answer;
  return answer;
};
const good = (data) => new Response(JSON.stringify(data));

afterEach(() => {
  answers.length = 0;
  asked = 0;
});

test("data that came is asked for once", async () => {
  answers.push(good({ a: 1 }));
  assert.deepEqual(await Promise.all([fetchedData("one.json"), fetchedData("one.json")]), [
    { a: 1 },
    { a: 1 },
  ]);
  assert.deepEqual([await fetchedData("one.json"), asked], [{ a: 1 }, 1]);
});

for (const [what, failure] of [
  ["a server out of order", new Response("", { status: 503 })],
  ["no connection", new TypeError("offline")],
  ["no data", new Response("<html>")],
]) {
  test(`after ${what} it is asked for again`, async () => {
    answers.push(failure, good([2]));
    assert.equal(await fetchedData(`${what}.json`), null);
    assert.deepEqual([await fetchedData(`${what}.json`), asked], [[2], 2]);
  });
}
