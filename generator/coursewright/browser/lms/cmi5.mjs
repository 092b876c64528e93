import { link } from "../page/element.mjs";
import { practise } from "./practice.mjs";
import { answer, defined } from "./statement5.mjs";
import { launchIn, Store } from "./store5.mjs";
import { tell } from "./telling.mjs";
import words from "./words.mjs";

/**
 * A platform of cmi5 (Quartz, 2016). In one session it is told either that the unit was passed or that it was
 * failed, and never the one after the other: so a failure waits for the session's end.
 *
 * @implements {Platform}
 * @typedef {import("./about.mjs").Platform} Platform
 * @typedef {{completed?: boolean, passed?: boolean, state?: string}} Kept what was told of this registration
 */
class Cmi5 {
  /** Few stores take a request of more than 64 KiB from a page that goes. */
  most = 30000;
  /** @type {import("./about.mjs").Mode} */
  mode = "alone";
  trouble = "";
  /** @type {number | undefined} */
  cut;
  #about;
  /** @type {Store | null} */
  #store = null;
  /** @type {any} */
  #session = null;
  /** @type {Kept} */
  #kept = {};
  /** @type {import("../scoring/scoring.mjs").Score | null} */
  #failed = null;
  #hasTried = false;
  #number = 0;
  /** @type {object[]} */
  #waiting = [];
  #sending = Promise.resolve();

  /** @param {import("./about.mjs").About} about */
  constructor(about) {
    this.#about = about;
  }

  async open() {
    const launch = launchIn(new URL(location.href));
    if (!launch) return "";
    try {
      this.#store = await Store.opened(launch);
      await this.#begin(launch);
    } catch (error) {
      this.trouble = String(/** @type {Error} */ (error).message);
    }
    return this.#kept.state ?? "";
  }

  /** @param {import("./store5.mjs").Launch} launch */
  async #begin({ actor, registration, activityId: activity }) {
    const store = /** @type {Store} */ (this.#store);
    const data = (await store.launchData()) ?? {};
    const [kept] = await Promise.all([store.kept(), store.preferences()]);
    const mastery = typeof data.masteryScore === "number" ? data.masteryScore : null;
    this.#kept = kept ?? {};
    this.#session = { actor: JSON.parse(actor), registration, activity, mastery };
    this.#session.template = data.contextTemplate ?? {};
    if (mastery !== null) this.cut = mastery * 100;
    this.mode = (data.launchMode ?? "Normal") === "Normal" ? "told" : "looking";
    this.#say("initialized");
    offerWayBack(data.returnURL);
  }

  /** @param {import("./about.mjs").Answered} answered */
  answer(answered) {
    this.#hasTried = true;
    this.#tell(answer(answered, this.#about, this.#session, this.#number++));
  }

  /** @param {import("./about.mjs").Standing} standing */
  stand({ score, isDone, passed, state }) {
    if (isDone && !this.#kept.completed) this.#say("completed");
    if (passed && !this.#kept.passed) this.#say("passed", score);
    this.#kept = { completed: isDone || this.#kept.completed, passed: passed || this.#kept.passed, state };
    this.#failed = isDone && !this.#kept.passed && this.#hasTried ? score : null;
    this.#try(this.#store?.keep(this.#kept));
  }

  close() {
    if (this.#failed) this.#say("failed", this.#failed);
    this.#say("terminated");
    this.#flush();
  }

  /**
   * @param {Parameters<typeof defined>[0]} verb
   * @param {import("../scoring/scoring.mjs").Score} [score]
   */
  #say(verb, score) {
    const said = { number: this.#number++, at: Date.now(), spent: performance.now(), score };
    this.#tell(defined(verb, this.#session, said));
  }

  /** @param {object} statement */
  #tell(statement) {
    this.#waiting.push(statement);
    this.#sending = this.#sending.then(() => this.#flush());
  }

  /** Send what waits, in its order; what did not arrive goes with the next, under the same id. */
  async #flush() {
    const sent = this.#waiting.splice(0);
    if (!sent.length) return;
    if (!(await this.#try(this.#store?.tell(sent)))) this.#waiting.unshift(...sent);
  }

  /** @param {Promise<void> | undefined} request */
  async #try(request) {
    const before = this.trouble;
    try {
      await request;
      this.trouble = "";
    } catch (error) {
      this.trouble = String(/** @type {Error} */ (error).message);
    }
    if (this.trouble !== before) tell(this.mode, this.trouble);
    return !this.trouble;
  }
}

/** @param {unknown} address that a learner goes back to */
function offerWayBack(address) {
  if (typeof address !== "string" || !/^https?:/.test(address)) return;
  const back = link(words.back, address);
  back.className = "cw-button";
  document.querySelector("main")?.append(back);
}

practise((about) => new Cmi5(about));
