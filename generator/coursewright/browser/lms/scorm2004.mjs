import { percent } from "../scoring/scoring.mjs";
import { result } from "./interaction12.mjs";
import { patterns, response } from "./interaction2004.mjs";
import { practise } from "./practice.mjs";
import { Runtime, runtime } from "./runtime.mjs";
import { duration } from "./span.mjs";

const NAMES = { get: "GetValue", set: "SetValue", error: "GetLastError" };
/** What a platform must be able to keep (RTE 4.2.9), and of a text. */
const [MOST_INTERACTIONS, LONGEST, LONGEST_DESCRIPTION] = [250, 4000, 250];

/**
 * A platform of SCORM 2004, 4th edition (ADL, Run-Time Environment 1.1, 2009).
 *
 * @implements {Platform}
 * @typedef {import("./about.mjs").Platform} Platform
 */
class Scorm2004 {
  most = 64000;
  #api = runtime("API_1484_11");
  #lms = new Runtime(this.#api, NAMES);
  #next = 0;
  #language;
  /** The share that was reached, of who had passed before. */
  #passed = -1;
  /** @type {import("./about.mjs").Mode} */
  mode = "alone";

  /** @param {import("./about.mjs").About} about */
  constructor({ language }) {
    this.#language = language;
  }

  get trouble() {
    return this.#lms.trouble;
  }

  async open() {
    if (!this.#api || !this.#lms.call("Initialize", "")) return "";
    const lms = this.#lms;
    this.mode = ["browse", "review"].includes(lms.get("cmi.mode")) ? "looking" : "told";
    if (lms.get("cmi.entry") === "ab-initio") return "";
    this.#next = Number(lms.get("cmi.interactions._count")) || 0;
    if (lms.get("cmi.success_status") === "passed") this.#passed = Number(lms.get("cmi.score.scaled"));
    return lms.get("cmi.suspend_data");
  }

  /** @param {import("./about.mjs").Answered} answered */
  answer({ id, item, response: given, score, at, took }) {
    if (this.#next >= MOST_INTERACTIONS) return;
    const name = `cmi.interactions.${this.#next++}`;
    const lms = this.#lms;
    const about = [...item.stem].slice(0, LONGEST_DESCRIPTION / 2).join("");
    lms.set(`${name}.id`, id);
    lms.set(`${name}.type`, item.asked.type);
    lms.set(`${name}.timestamp`, new Date(at).toISOString().replace(/\d\dZ$/, "Z"));
    for (const [place, pattern] of patterns(item).entries())
      lms.set(`${name}.correct_responses.${place}.pattern`, pattern);
    lms.set(`${name}.weighting`, 1);
    const said = response(item, given)?.slice(0, LONGEST);
    if (said) lms.set(`${name}.learner_response`, said);
    lms.set(`${name}.result`, result(item, score, "incorrect"));
    lms.set(`${name}.latency`, duration(took));
    lms.set(`${name}.description`, `{lang=${this.#language}}${about}`);
  }

  /** @param {import("./about.mjs").Standing} standing */
  stand({ score, isDone, passed, state }) {
    const lms = this.#lms;
    const scaled = Math.max(Math.floor((score.points * 10000) / score.of) / 10000, this.#passed);
    // Another edition of the questions takes nothing away from who has passed.
    const hasPassed = passed || this.#passed >= 0;
    lms.set("cmi.score.scaled", scaled);
    lms.set("cmi.score.min", 0);
    lms.set("cmi.score.max", 100);
    lms.set("cmi.score.raw", Math.max(percent(score), Math.floor(this.#passed * 100)));
    lms.set("cmi.completion_status", isDone || hasPassed ? "completed" : "incomplete");
    if (isDone || hasPassed) lms.set("cmi.success_status", hasPassed ? "passed" : "failed");
    lms.set("cmi.exit", "suspend");
    lms.set("cmi.session_time", duration(performance.now()));
    lms.set("cmi.suspend_data", state);
    lms.call("Commit", "");
  }

  close() {
    this.#lms.call("Terminate", "");
  }
}

practise((about) => new Scorm2004(about));
