import { counted } from "../page/counted.mjs";
import { element, link } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { draft } from "../record/device.mjs";
import { clockTime } from "./clock.mjs";
import { Sitting } from "./sitting.mjs";
import words from "./words.mjs";

/**
 * `<cw-under-way data-exam data-title data-href>`: that a mock exam is under way, how much time is left, and
 * the way back to it. Where the time ran out while nobody was there, that it did, and the way to the result;
 * and after the end, what is still to be judged before there is one.
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
    const [said, to] = told(new Sitting(draft, exam), title);
    const way = link(to, href);
    way.className = "cw-button cw-primary";
    this.replaceChildren(...(said ? [element("p", "cw-under-way", element("span", "", said), " ", way)] : []));
  }
}

/**
 * What there is to say of a sitting, if anything, and what to do about it.
 *
 * @param {Sitting} sitting
 * @param {string} title
 * @returns {[said: string, to: string]} both empty for nothing
 */
function told(sitting, title) {
  const { frame, waiting } = sitting;
  const left = sitting.left(Date.now());
  if (waiting) return [sentence(counted(words.to_be_judged, waiting), { title, count: waiting }), words.judge_now];
  if (!frame || frame.submitted) return ["", ""];
  if (left <= 0) return [sentence(words.ran_out, { title }), words.see_result];
  const said = sentence(words.under_way, { title });
  const time = sentence(words.time_left, { time: clockTime(left) });
  return [left < Infinity ? `${said} · ${time}` : said, words.back_to_it];
}
