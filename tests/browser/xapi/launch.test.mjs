import assert from "node:assert/strict";
import { test } from "node:test";

import { isLaunch, launchIn, withoutLaunch } from "../../../generator/coursewright/browser/xapi/launch.mjs";

const stores = ["https://lms.example/lrs/", "/xapi/"];
const given = {
  endpoint: "https://lms.example/lrs/sandbox/",
  auth: "Basic a2V5OnNlY3JldA==",
  actor: JSON.stringify({ mbox: "mailto:lei@lms.example", name: "Lei" }),
  registration: "231859e2-937f-4969-b069-91cf49bfea0c",
  activity_id: "https://lms.example/courses/7",
};

function at(parameters, { hash = false } = {}) {
  return new URL(`https://site.example/learn/${hash ? "#" : "?"}${new URLSearchParams(parameters)}`);
}

const launch = (changes, options) => launchIn(at({ ...given, ...changes }, options), stores);

test("a launch is read behind ? and behind #", () => {
  const found = {
    endpoint: given.endpoint,
    auth: given.auth,
    actor: { objectType: "Agent", name: "Lei", mbox: "mailto:lei@lms.example" },
    registration: given.registration,
    activity: given.activity_id,
  };
  assert.deepEqual(launch({}), found);
  assert.deepEqual(launch({}, { hash: true }), found);
});

test("an actor of before version 1.0 is understood", () => {
  const account = { accountServiceHomePage: "https://hr.example", accountName: "A-17" };
  const old = { name: ["Lei"], account: [account] };
  assert.deepEqual(launch({ actor: JSON.stringify(old) }).actor, {
    objectType: "Agent",
    name: "Lei",
    account: { homePage: "https://hr.example", name: "A-17" },
  });
});

test("an actor of several identifiers has one, and one of none is none", () => {
  const both = { mbox: "mailto:a@b.example", account: { homePage: "https://hr.example", name: 17 } };
  const { actor } = launch({ actor: JSON.stringify(both) });
  assert.deepEqual(actor, { objectType: "Agent", account: { homePage: "https://hr.example", name: "17" } });
  const accounts = ['{"account":{"name":"a"}}', '{"account":{"homePage":"a","name":"b"}}'];
  for (const none of ["", "{", "null", "[]", "7", "{}", ...accounts])
    assert.equal(launch({ actor: none }), null, none);
});

test("a store that the course does not name gets nothing", () => {
  const others = [
    "https://evil.example/lrs/",
    "https://lms.example/",
    "https://lms.example/lrsx/",
    "http://lms.example/lrs/",
    "https://lms.example:8443/lrs/",
    "https://lms.example@evil.example/lrs/",
    "https://u:p@lms.example/lrs/",
    "https://lms.example/lrs/../other/",
    "javascript:alert(1)",
    "lrs/",
    "",
  ];
  for (const endpoint of others) assert.equal(launch({ endpoint }), null, endpoint);
  for (const endpoint of ["https://lms.example/lrs", "https://lms.example/lrs/", "https://site.example/xapi"])
    assert.equal(launch({ endpoint })?.endpoint, endpoint);
});

test("what is no UUID or no address is left out", () => {
  const found = launch({ registration: "7", activity_id: "course" });
  assert.deepEqual(Object.keys(found), ["endpoint", "auth", "actor"]);
});

test("the address that is left has no secret and all the rest", () => {
  assert.equal(withoutLaunch(at({ ...given, search: "soil" })), "https://site.example/learn/?search=soil");
  assert.equal(withoutLaunch(at(given)), "https://site.example/learn/");
  assert.equal(withoutLaunch(at(given, { hash: true })), "https://site.example/learn/");
  assert.equal(withoutLaunch(new URL(`${at(given)}#soil`)), "https://site.example/learn/#soil");
});

test("an address without a launch is none", () => {
  for (const end of ["", "?endpoint=a", "#q-a"])
    assert.equal(isLaunch(new URL(`https://site.example/${end}`)), false);
  assert.equal(isLaunch(at(given)), true);
});
