import Quiz from "../quiz/quiz.mjs";
import { draft, store } from "../record/device.mjs";
import { bestTry, lastTry } from "../record/tries.mjs";
import { passes, total } from "../scoring/scoring.mjs";
import { about as read } from "./about.mjs";
import { Shelf } from "./shelf.mjs";
import { packed, unpacked } from "./state.mjs";
import { setCut, tell } from "./telling.mjs";

/**
 * @typedef {import("./about.mjs").About} About
 * @typedef {import("./about.mjs").Platform} Platform
 * @typedef {import("../scoring/scoring.mjs").Score} Score
 */

/**
 * Let the questions of the page be answered, and tell a platform of it.
 *
 * @param {(about: About) => Platform} reached
 */
export async function practise(reached) {
  const about = read();
  const platform = reached(about);
  // Who comes from a platform may share this device: nothing may stay in its own storage.
  Object.defineProperty(window, "localStorage", { value: new Shelf(), configurable: true });
  const kept = await platform.open();
  if (platform.cut !== undefined) setCut(about, platform.cut);
  const practice = new Practice(about, platform);
  practice.restore(kept);
  if (platform.mode === "told") practice.listen();
  else if (platform.mode === "looking") addEventListener("pagehide", () => platform.close());
  tell(platform.mode, platform.trouble);
  customElements.define("cw-quiz", Quiz);
}

/** What is told of one quiz: each answer once, and how things stand after it. */
class Practice {
  #about;
  #platform;
  /** @type {Record<string, Score>} */
  #scores = {};
  /** Of each item the tries that were told. @type {Map<string, number>} */
  #told = new Map();
  #before = Date.now();
  #isOpen = true;

  /**
   * @param {About} about
   * @param {Platform} platform
   */
  constructor(about, platform) {
    this.#about = about;
    this.#platform = platform;
  }

  /** @param {string} text */
  restore(text) {
    const { id, cut, items } = this.#about;
    const state = unpacked(text, items);
    if (!state) return;
    this.#scores = state.scores;
    for (const [item, answer] of Object.entries(state.answers)) draft.keep(id, item, answer);
    if (state.attempt) draft.keep(id, "", { edition: 1, response: state.attempt, checked: false });
    const { best } = state;
    if (best) store.put("quizzes", id, () => ({ tries: [{ at: 1, ...best, passed: passes(best, cut) }] }));
  }

  listen() {
    store.addEventListener("change", this);
    addEventListener("pagehide", this);
    addEventListener("pageshow", this);
    document.addEventListener("visibilitychange", this);
    this.#stand();
  }

  /** @param {Event} event */
  handleEvent({ type }) {
    // A session that has ended cannot go on, and a browser may bring back a page that was left.
    if (!this.#isOpen) location.reload();
    else if (type === "change") this.#hear();
    else if (type === "pagehide") this.#leave();
    else if (document.visibilityState === "hidden") this.#stand();
  }

  #hear() {
    const answers = draft.all(this.#about.id);
    for (const [id, tried] of Object.entries(store.record.items)) {
      const item = this.#about.items[id];
      const count = tried.tries.length + (tried.earlier ?? 0);
      const last = lastTry(tried);
      if (!item || !last || this.#told.get(id) === count) continue;
      this.#told.set(id, count);
      const score = (this.#scores[id] = { points: last.points, of: last.of });
      const took = last.at - this.#before;
      this.#platform.answer({ id, item, response: answers[id]?.response, score, at: last.at, took });
      this.#before = last.at;
    }
    this.#stand();
  }

  #stand() {
    const { items, cut } = this.#about;
    const best = this.#best;
    const all = Object.keys(items).map((id) => this.#scores[id] ?? { points: 0, of: 1 });
    const score = best ?? total(all);
    const passed = best !== null && passes(best, cut);
    this.#platform.stand({ score, isDone: best !== null, passed, state: this.#state });
    tell("told", this.#platform.trouble);
  }

  #leave() {
    this.#isOpen = false;
    this.#stand();
    this.#platform.close();
  }

  get #best() {
    const best = bestTry(store.record.quizzes[this.#about.id]);
    return best ? { points: best.points, of: best.of } : null;
  }

  get #state() {
    const { id, items } = this.#about;
    const { "": attempt, ...answers } = draft.all(id);
    const state = { attempt: /** @type {any} */ (attempt?.response ?? null), answers, scores: this.#scores };
    return packed({ ...state, best: this.#best }, items, this.#platform.most);
  }
}
