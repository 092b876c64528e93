import { counted } from "../page/counted.mjs";
import { button, element, link } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import words from "./words.mjs";

/**
 * @typedef {{id: string, number: number}} Numbered
 * @typedef {Pick<import("./answers.mjs").Answers, "states" | "flags">
 *   & {questions: readonly {id: string}[]}} Asked
 */

/** Asks once more before the one submission, and names what is open or flagged. */
export class HandIn {
  #body = element("div");
  #note;

  /** @param {string} [note] what comes after it */
  constructor(note = words.sure_note) {
    this.#note = note;
    this.root = element("dialog", "cw-handin", this.#body);
    this.root.setAttribute("aria-label", words.sure);
  }

  /** @param {Asked} answers */
  ask({ questions, states, flags }) {
    const numbered = questions.map(({ id }, at) => ({ id, number: at + 1 }));
    const open = numbered.filter((_, at) => states[at] === "open");
    const doubtful = numbered.filter((_, at) => states[at] === "doubtful");
    const flagged = numbered.filter((_, at) => flags[at]);
    const isUndone = open.length + doubtful.length > 0;
    const sure = isUndone ? words.submit_open : words.submit;
    const goOn = button(words.go_on, "go-on", isUndone ? "cw-primary" : "");
    this.#body.replaceChildren(
      element("h2", "", words.sure),
      ...listed(words.still_open, open, "cw-warn"),
      ...listed(words.still_doubtful, doubtful, "cw-warn"),
      ...listed(words.still_flagged, flagged, ""),
      element("p", "cw-m", this.#note),
      element("p", "cw-buttons", goOn, button(sure, "sure", isUndone ? "" : "cw-primary")),
    );
    this.root.showModal();
    goOn.focus();
  }

  close() {
    this.root.close();
  }
}

/**
 * @param {Parameters<typeof counted>[0]} forms
 * @param {readonly Numbered[]} questions
 * @param {string} look
 */
function listed(forms, questions, look) {
  if (!questions.length) return [];
  const links = questions.flatMap(({ id, number }) => {
    const to = link(String(number), `#q-${id}`);
    to.setAttribute("aria-label", sentence(words.question, { number }));
    return [element("li", "", to)];
  });
  const said = sentence(counted(forms, questions.length), { count: questions.length });
  return [element("p", look, said), element("ul", "cw-numbers", ...links)];
}
