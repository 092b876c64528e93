import assert from "node:assert/strict";
import { test } from "node:test";

import { Runtime, runtime } from "../../../generator/coursewright/browser/lms/runtime.mjs";

const NAMES = { get: "LMSGetValue", set: "LMSSetValue", error: "LMSGetLastError" };
const API = { LMSInitialize: () => "true" };

/** A frame of another origin: whoever looks into it is refused. */
const foreign = (/** @type {object} */ parent) =>
  new Proxy(
    { parent },
    {
      get(target, name) {
        if (name === "parent") return target.parent;
        throw new DOMException("denied", "SecurityError");
      },
    },
  );

/** @param {any} frame */
function seen(frame) {
  globalThis.window = frame;
  return runtime("API");
}

/** @param {any} more */
function top(more = {}) {
  const frame = { ...more };
  frame.parent = frame;
  return frame;
}

test("a platform is found in the frames above, whoever else is between", () => {
  assert.equal(seen({ parent: top({ API }) }), API);
  assert.equal(seen({ parent: foreign({ parent: top({ API }) }) }), API);
});

test("else in the window that opened this one, and in the frames above that", () => {
  assert.equal(seen(top({ opener: top({ API }) })), API);
  assert.equal(seen(top({ opener: { parent: top({ API }) } })), API);
});

test("where there is none, there is none, and nobody looks for ever", () => {
  assert.equal(seen(top()), null);
  assert.equal(seen(top({ opener: foreign(top()) })), null);
  /** @type {any} */
  const endless = {};
  endless.parent = { parent: endless };
  assert.equal(seen(endless), null);
});

/** @param {string} error */
const refusing = (error) => ({ LMSSetValue: () => "false", LMSGetLastError: () => error });

test("what is refused is told once, by its number", () => {
  const lms = new Runtime(refusing("405"), NAMES);
  lms.set("cmi.core.score.raw", 101);
  lms.set("cmi.core.exit", "x");
  assert.equal(lms.trouble, "405 cmi.core.score.raw");
});

test("what a platform need not have is no trouble, nor is anything that it does", () => {
  const lms = new Runtime(refusing("401"), NAMES);
  lms.set("cmi.interactions.0.id", "soil-top");
  assert.equal(lms.trouble, "");
  const fine = new Runtime({ LMSSetValue: () => true, LMSGetValue: () => null }, NAMES);
  assert.equal(fine.call("LMSSetValue", "cmi.core.exit", ""), true);
  assert.equal(fine.get("cmi.suspend_data"), "");
});

test("a platform whose own page has gone throws nothing here", () => {
  const gone = () => {
    throw new Error("gone");
  };
  const lms = new Runtime({ LMSCommit: gone, LMSGetValue: gone, LMSGetLastError: gone }, NAMES);
  assert.equal(lms.call("LMSCommit", ""), false);
  assert.equal(lms.get("cmi.suspend_data"), "");
  assert.match(lms.trouble, /LMSCommit$/);
});
