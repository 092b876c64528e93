import { element, link } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { draft } from "../record/device.mjs";
import { clockTime } from "./clock.mjs";
import { Sitting } from "./sitting.mjs";
import words from "./words.mjs";

/**
 * `<cw-under-way data-exam data-title data-href>`: that a mock exam is under way, how much time is left, and
 * the way back to it; nothing when there is none, or its time is up.
 */
export default class UnderWay extends HTMLElement {
  connectedCallback() {
    window.addEventListener("storage", this);
    window.addEventListener("pageshow", this);
    this.handleEvent();
  }

  disconnectedCallback() {
    window.removeEventListener("storage", this);
    window.removeEventListener("pageshow", this);
  }

  handleEvent() {
    const { exam = "", title = "", href = "" } = this.dataset;
    const sitting = new Sitting(draft, exam);
    const { frame } = sitting;
    const left = sitting.left(Date.now());
    const isUnderWay = frame && !frame.submitted && left > 0;
    this.replaceChildren(...(isUnderWay ? told(title, href, left) : []));
  }
}

/**
 * @param {string} title
 * @param {string} href
 * @param {number} left milliseconds, infinite for no limit
 */
function told(title, href, left) {
  const back = link(words.back_to_it, href);
  back.className = "cw-button cw-primary";
  const said = [sentence(words.under_way, { title })];
  if (left < Infinity) said.push(sentence(words.time_left, { time: clockTime(left) }));
  return [element("p", "cw-under-way", element("span", "", said.join(" · ")), " ", back)];
}
