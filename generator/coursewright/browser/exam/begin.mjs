import { counted } from "../page/counted.mjs";
import { button, element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import words from "./words.mjs";

/** What is seen before the start: how much time one wants, and the button. */
export class Begin {
  #choices = element("fieldset", "cw-times", element("legend", "", words.time));

  /**
   * @param {number} minutes of the exam
   * @param {boolean} isKept whether answers outlast a reload
   * @param {readonly Node[]} before what is to be known first
   * @param {readonly Node[]} after what comes behind
   */
  constructor(minutes, isKept, before, after) {
    const more = (/** @type {number} */ share) => Math.ceil((minutes * (100 + share)) / 100);
    this.#choices.append(
      choice(minutes, sentence(words.given, { minutes: inMinutes(minutes) })),
      choice(more(25), sentence(words.quarter, { minutes: inMinutes(more(25)) })),
      choice(more(50), sentence(words.half, { minutes: inMinutes(more(50)) })),
      choice(0, words.no_limit),
    );
    /** @type {HTMLInputElement | null} */ (this.#choices.querySelector("input"))?.click();
    this.root = element(
      "section",
      "cw-begin",
      element("h2", "", words.before),
      ...before,
      this.#choices,
      element("p", "cw-m", isKept ? words.begin_note : words.begin_stay),
      ...(isKept ? [] : [element("p", "cw-warn", words.not_kept)]),
      element("p", "", button(words.begin, "begin", "cw-primary")),
      ...after,
    );
  }

  /** The minutes that were chosen, 0 for no limit. */
  get minutes() {
    return Number(/** @type {HTMLInputElement} */ (this.#choices.querySelector("input:checked")).value);
  }
}

/** @param {number} count */
export function inMinutes(count) {
  return sentence(counted(words.minutes, count), { count });
}

/**
 * @param {number} minutes
 * @param {string} label
 */
function choice(minutes, label) {
  const input = element("input");
  input.type = "radio";
  input.name = "minutes";
  input.value = String(minutes);
  return element("label", "cw-time-choice", input, element("span", "", label));
}
