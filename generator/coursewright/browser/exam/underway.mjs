import { counted } from "../page/counted.mjs";
import { element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { draft } from "../record/device.mjs";
import { clockTime } from "./clock.mjs";
import { Sitting } from "./sitting.mjs";
import { unjudged } from "./unjudged.mjs";
import words from "./words.mjs";

const SECOND = 1000;

/**
 * `<cw-under-way data-exam data-title data-href>`: that a mock exam is under way, how much time is left, and
 * the way back to it. Where the time ran out while nobody was there, that it did, and the way to the result;
 * and after the end, what is still to be judged before there is one.
 */
export default class UnderWay extends HTMLElement {
  #said = element("span");
  #way = element("a", "cw-button cw-primary");
  #line = element("p", "cw-under-way", this.#said, " ", this.#way);
  /** @type {number | undefined} */
  #timer;

  connectedCallback() {
    for (const type of ["storage", "pageshow"]) window.addEventListener(type, this);
    document.addEventListener("visibilitychange", this);
    this.handleEvent();
  }

  disconnectedCallback() {
    for (const type of ["storage", "pageshow"]) window.removeEventListener(type, this);
    document.removeEventListener("visibilitychange", this);
    window.clearTimeout(this.#timer);
  }

  /** The line stays while there is one, for focus may be in it. */
  handleEvent() {
    const { exam = "", title = "", href = "" } = this.dataset;
    const sitting = new Sitting(draft, exam);
    const left = isUnderWay(sitting) ? sitting.left(Date.now()) : 0;
    const [said, to] = told(sitting, left, title);
    this.#said.textContent = said;
    this.#way.textContent = to;
    this.#way.href = href;
    if (!said) this.#line.remove();
    else if (!this.#line.parentNode) this.append(this.#line);
    window.clearTimeout(this.#timer);
    if (left > 0 && left < Infinity) this.#timer = window.setTimeout(() => this.handleEvent(), SECOND);
  }
}

/** @param {Sitting} sitting that may have run out of time */
function isUnderWay({ frame }) {
  return frame !== null && !frame.submitted;
}

/**
 * What there is to say of a sitting, if anything, and what to do about it.
 *
 * @param {Sitting} sitting
 * @param {number} left milliseconds, infinite for no limit
 * @param {string} title
 * @returns {[said: string, to: string]} both empty for nothing
 */
function told(sitting, left, title) {
  const waiting = unjudged(sitting);
  const judge = counted(words.to_be_judged, waiting);
  if (waiting) return [sentence(judge, { title, count: waiting }), words.judge_now];
  if (!isUnderWay(sitting)) return ["", ""];
  if (left <= 0) return [sentence(words.ran_out, { title }), words.see_result];
  const said = sentence(words.under_way, { title });
  const time = sentence(words.time_left, { time: clockTime(left) });
  return [left < Infinity ? `${said} · ${time}` : said, words.back_to_it];
}
