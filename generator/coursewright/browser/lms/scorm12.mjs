import { percent } from "../scoring/scoring.mjs";
import { patterns, response, result, type } from "./interaction12.mjs";
import { practise } from "./practice.mjs";
import { Runtime, runtime } from "./runtime.mjs";
import { timeOfDay, timespan } from "./span.mjs";

const NAMES = { get: "LMSGetValue", set: "LMSSetValue", error: "LMSGetLastError" };

/**
 * A platform of SCORM 1.2 (ADL, Run-Time Environment 1.2, 2001).
 *
 * @implements {Platform}
 * @typedef {import("./about.mjs").Platform} Platform
 */
class Scorm12 {
  /** Of CMIString4096. */
  most = 4096;
  #api = runtime("API");
  #lms = new Runtime(this.#api, NAMES);
  #next = 0;
  /** What was reached in percent, of who had passed before. */
  #passed = -1;
  /** @type {import("./about.mjs").Mode} */
  mode = "alone";

  get trouble() {
    return this.#lms.trouble;
  }

  async open() {
    if (!this.#api || !this.#lms.call("LMSInitialize", "")) return "";
    const lms = this.#lms;
    this.mode = ["browse", "review"].includes(lms.get("cmi.core.lesson_mode")) ? "looking" : "told";
    if (lms.get("cmi.core.entry") === "ab-initio") return "";
    this.#next = Number(lms.get("cmi.interactions._count")) || 0;
    if (lms.get("cmi.core.lesson_status") === "passed") this.#passed = Number(lms.get("cmi.core.score.raw"));
    return lms.get("cmi.suspend_data");
  }

  /** @param {import("./about.mjs").Answered} answered */
  answer({ id, item, response: given, score, at, took }) {
    const name = `cmi.interactions.${this.#next++}`;
    this.#lms.set(`${name}.id`, id);
    this.#lms.set(`${name}.type`, type(item));
    this.#lms.set(`${name}.time`, timeOfDay(at));
    for (const [place, pattern] of patterns(item).entries())
      this.#lms.set(`${name}.correct_responses.${place}.pattern`, pattern);
    this.#lms.set(`${name}.weighting`, 1);
    const said = response(item, given);
    if (said) this.#lms.set(`${name}.student_response`, said);
    this.#lms.set(`${name}.result`, result(item, score));
    this.#lms.set(`${name}.latency`, timespan(took));
  }

  /** @param {import("./about.mjs").Standing} standing */
  stand({ score, isDone, passed, state }) {
    const lms = this.#lms;
    const status = isDone ? (passed ? "passed" : "failed") : "incomplete";
    lms.set("cmi.core.score.min", 0);
    lms.set("cmi.core.score.max", 100);
    lms.set("cmi.core.score.raw", Math.max(percent(score), this.#passed));
    // Another edition of the questions takes nothing away from who has passed.
    lms.set("cmi.core.lesson_status", this.#passed < 0 ? status : "passed");
    lms.set("cmi.core.exit", "suspend");
    lms.set("cmi.core.session_time", timespan(performance.now()));
    lms.set("cmi.suspend_data", state);
    lms.call("LMSCommit", "");
  }

  close() {
    this.#lms.call("LMSFinish", "");
  }
}

practise(() => new Scorm12());
