import { element, link } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { draft } from "../record/device.mjs";
import { clockTime } from "./clock.mjs";
import { Sitting } from "./sitting.mjs";
import words from "./words.mjs";

/**
 * `<cw-under-way data-exam data-title data-href>`: that a mock exam is under way, how much time is left, and
 * the way back to it. Where the time ran out while nobody was there, that it did, and the way to the result.
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
    const isUnderWay = frame && !frame.submitted;
    this.replaceChildren(...(isUnderWay ? told(title, href, sitting.left(Date.now())) : []));
  }
}

/**
 * @param {string} title
 * @param {string} href
 * @param {number} left milliseconds, infinite for no limit
 */
function told(title, href, left) {
  const way = link(left > 0 ? words.back_to_it : words.see_result, href);
  way.className = "cw-button cw-primary";
  const said = sentence(left > 0 ? words.under_way : words.ran_out, { title });
  const time = sentence(words.time_left, { time: clockTime(left) });
  const shown = left > 0 && left < Infinity ? `${said} · ${time}` : said;
  return [element("p", "cw-under-way", element("span", "", shown), " ", way)];
}
