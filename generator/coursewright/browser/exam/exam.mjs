import { pressed } from "../page/element.mjs";
import { fetchedData } from "../page/fetched.mjs";
import { newSeed } from "../quiz/draw.mjs";
import { draft, store } from "../record/device.mjs";
import { Begin } from "./begin.mjs";
import { Desk } from "./desk.mjs";
import { triesAt } from "./entry.mjs";
import { failed, loading } from "./loading.mjs";
import { nextItems } from "./next.mjs";
import { ending } from "./notes.mjs";
import { paper } from "./paper.mjs";
import { Sitting } from "./sitting.mjs";
import { attempts } from "./tables.mjs";
import { unjudged } from "./unjudged.mjs";

/** @typedef {import("./sitting.mjs").Frame} Frame */

/**
 * `<cw-exam data-exam data-pool data-root>`: a mock exam from the choice of time to the review. Every window
 * shows the same sitting.
 */
export default class Exam extends HTMLElement {
  #exam = this.dataset.exam ?? "";
  #root = new URL(this.dataset.root ?? ".", location.href);
  #sitting = new Sitting(draft, this.#exam);
  /** @type {import("./pool.mjs").Pool | null} */
  #pool = null;
  /** @type {Begin | null} */
  #begin = null;
  /** @type {Desk | null} */
  #desk = null;
  /** Of the sitting that is over, while another one is offered. @type {Desk | null} */
  #left = null;
  /** When the sitting that is shown began, 0 for none. */
  #shown = 0;

  async connectedCallback() {
    for (const type of ["storage", "pageshow"]) window.addEventListener(type, this);
    for (const type of ["click", "input", "submit"]) this.addEventListener(type, this);
    this.#pool ??= /** @type {any} */ (await fetchedData(this.dataset.pool));
    if (this.#pool && this.isConnected) this.#show();
  }

  disconnectedCallback() {
    for (const type of ["storage", "pageshow"]) window.removeEventListener(type, this);
    this.#desk?.disconnect();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") event.preventDefault();
    else if (event.type === "input") this.#desk?.change(event);
    else if (event.type === "click") this.#press(event);
    else this.#sync();
  }

  /** @param {Event} event */
  #press(event) {
    const value = pressed(event);
    if (value === "begin") this.#start(this.#begin?.minutes ?? 0);
    else if (value === "again") this.#again();
    else if (value === "show") this.#show();
    else this.#desk?.press(event);
  }

  /** Another window may have begun, gone on with or submitted a sitting, or did while this page was away. */
  #sync() {
    if (!this.#pool) return;
    if ((this.#sitting.frame?.began ?? 0) !== this.#shown) this.#show();
    else this.#desk?.sync();
  }

  #show() {
    const { frame } = this.#sitting;
    this.#left = null;
    this.#shown = frame?.began ?? 0;
    if (frame) this.#open(frame);
    else this.#offer();
  }

  /** Before the start. */
  #offer() {
    const tries = triesAt(store.record, this.#exam);
    const after = tries.length ? [attempts(tries)] : [];
    const before = ending(unjudged(this.#sitting));
    this.#begin = new Begin(this.#pool?.minutes ?? 0, this.#sitting.canBeKept, before, after);
    this.#put(null, this.#begin.root);
  }

  /** Until another one begins, what waits can still be judged. */
  #again() {
    this.#left = this.#desk;
    this.#offer();
    this.querySelector("input")?.focus();
  }

  /** The clock starts when the questions are there. @param {number} minutes */
  async #start(minutes) {
    if (!this.#pool) return;
    const [seed, { frame }] = [newSeed(), this.#sitting];
    const items = nextItems(this.#pool, seed, frame);
    const found = await this.#fetched({ seed, began: 0, minutes, items }, "begin");
    if (!found) return;
    // Another window may have begun one meanwhile, which must not be lost.
    if (this.#sitting.frame?.began !== frame?.began) return this.#show();
    this.#left?.enter();
    this.#shown = Date.now();
    this.#sitting.begin({ seed, began: this.#shown, minutes, items });
    this.#lay(found)?.begin();
  }

  /** @param {Frame} frame of a sitting under way, or over */
  async #open(frame) {
    const found = await this.#fetched(frame, "show");
    if (found && this.#shown === frame.began) this.#lay(found);
  }

  /**
   * @param {Frame} frame
   * @param {"begin" | "show"} again the value of the button that tries again
   */
  async #fetched(frame, again) {
    this.#put(null, loading());
    const found = this.#pool && (await paper(frame, this.#pool, this.#root));
    if (!this.isConnected) return null;
    if (found) return found;
    this.#put(null, ...failed(again));
    return null;
  }

  /** @param {import("./paper.mjs").Paper} found of the sitting that is kept */
  #lay(found) {
    if (!this.#pool) return null;
    const place = { exam: this.#exam, sitting: this.#sitting, pool: this.#pool, root: this.#root };
    const desk = new Desk(found, place);
    this.#put(desk, desk.root);
    return desk;
  }

  /**
   * @param {Desk | null} desk
   * @param {Node[]} shown
   */
  #put(desk, ...shown) {
    this.#desk?.disconnect();
    this.#desk = desk;
    this.replaceChildren(...shown);
    desk?.connect();
  }
}
