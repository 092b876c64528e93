import { element, pressed } from "../page/element.mjs";
import { Desk } from "./desk.mjs";
import { Ended } from "./ended.mjs";
import { showExport } from "./exporting.mjs";
import { paperOf } from "./paper.mjs";
import { warning } from "./warning.mjs";
import words from "./words.mjs";

/**
 * @typedef {object} Ready
 * @property {import("./session.mjs").Session} session
 * @property {import("./opening.mjs").Candidate} candidate
 * @property {import("./opening.mjs").Form} form
 */

/** A page goes and comes. */
const PASSING = ["pagehide", "pageshow"];

/** Where a sitting takes place: at the desk, and after the end beside the receipt. */
export class Room {
  #place;
  #exam;
  #ready;
  #isKept = true;
  /** @type {Desk | Ended | null} */
  #shown = null;

  /**
   * @param {Element} place
   * @param {import("./package.mjs").Package} exam
   * @param {Ready} ready
   */
  constructor(place, exam, ready) {
    this.#place = place;
    this.#exam = exam;
    this.#ready = ready;
    place.addEventListener("click", this);
    document.addEventListener("visibilitychange", this);
    for (const type of PASSING) window.addEventListener(type, this);
    window.addEventListener("beforeunload", this);
  }

  async begin() {
    const { session, form } = this.#ready;
    const sitting = session.begin(form.minutes, (fate) => this.#tell(fate));
    const { found } = session;
    if (sitting.isOver) return this.#end(false);
    const desk = new Desk(paperOf(form), sitting, (isTimeUp) => this.#submit(isTimeUp));
    this.#put(desk);
    if (found) desk.tell("restored", found.saved);
    desk.begin();
    await session.flush();
  }

  disconnect() {
    this.#shown?.disconnect();
    this.#ready.session.close();
    this.#place.removeEventListener("click", this);
    document.removeEventListener("visibilitychange", this);
    for (const type of PASSING) window.removeEventListener(type, this);
    window.removeEventListener("beforeunload", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "click") {
      if (pressed(event) === "export") this.#export();
    } else if (event.type === "beforeunload") this.#warn(event);
    else {
      if (PASSING.includes(event.type)) this.#ready.session.leave(event.type === "pagehide");
      // What is typed in the last moment is kept before the page may be gone.
      if (event.type === "pagehide" || document.hidden) this.#ready.session.flush();
    }
  }

  /** Whoever leaves with answers that lie nowhere is asked. @param {Event} event */
  #warn(event) {
    if (!this.#isKept) event.preventDefault();
  }

  async #export() {
    showExport(this.#place, await this.#ready.session.response());
  }

  /** @param {boolean} isTimeUp */
  async #submit(isTimeUp) {
    this.#shown?.disconnect();
    await this.#ready.session.submit();
    await this.#end(isTimeUp);
  }

  /** @param {boolean} isTimeUp */
  async #end(isTimeUp) {
    const { session, candidate } = this.#ready;
    const { sitting } = session;
    if (!sitting) return;
    const response = await session.response();
    const remove = () => this.#remove();
    const exam = this.#exam;
    const ended = new Ended({ exam, candidate, sitting, response, isKept: this.#isKept, isTimeUp, remove });
    this.#put(ended);
    ended.focus();
  }

  async #remove() {
    await this.#ready.session.remove();
    this.disconnect();
    this.#place.replaceChildren(element("p", "", words.removed));
  }

  /** @param {import("./keeping.mjs").Fate} fate */
  #tell(fate) {
    if (fate === "elsewhere") return this.#leave();
    const { sitting } = this.#ready.session;
    const wasKept = this.#isKept;
    this.#isKept = fate === "kept";
    if (!this.#isKept && wasKept) sitting?.note("full");
    if (this.#shown instanceof Ended) this.#shown.kept(this.#isKept);
    else this.#shown?.tell(fate === "kept" ? "kept" : "denied", sitting?.state.saved ?? 0);
  }

  /** Another window goes on with it. */
  #leave() {
    this.disconnect();
    this.#place.replaceChildren(warning(words.went_elsewhere));
  }

  /** @param {Desk | Ended} shown */
  #put(shown) {
    this.#shown?.disconnect();
    this.#shown = shown;
    this.#place.replaceChildren(shown.root);
    shown.connect();
  }
}
