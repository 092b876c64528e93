import { counted } from "../page/counted.mjs";
import { button, element, link } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import words from "./words.mjs";

const WIDE = "(min-width: 60em)";

/**
 * How a question stands: before the end whether it is answered, after it how the answer fared.
 *
 * @typedef {"answered" | "doubtful" | "open" | "right" | "partly" | "wrong" | "unanswered" | "waiting"} State
 */

/** @type {Record<State, string>} */
const SIGNS = {
  answered: "●",
  doubtful: "◑",
  open: "○",
  right: "✓",
  partly: "◐",
  wrong: "✗",
  unanswered: "–",
  waiting: "?",
};

/** @type {readonly State[]} */
const UNDONE = ["open", "doubtful", "unanswered"];

/** The list of the numbers of all questions, each with how it stands, and the button that submits. */
export class AnswerSheet {
  #count = element("span", "cw-m");
  #list = element("ol", "cw-numbers");
  #submit = button(words.submit, "submit", "cw-primary");
  #ids;

  /** @param {readonly string[]} ids of the questions in their order */
  constructor(ids) {
    this.#ids = ids;
    for (const id of ids) this.#list.append(element("li", "", link("", `#q-${id}`)));
    const summary = element("summary", "", element("strong", "", words.sheet), " ", this.#count);
    this.root = element("details", "cw-answers", summary, this.#list, element("p", "", this.#submit));
    this.root.open = matchMedia(WIDE).matches;
  }

  /**
   * @param {readonly State[]} states
   * @param {readonly boolean[]} flags
   * @param {boolean} isOver
   */
  show(states, flags, isOver) {
    [...this.#list.children].forEach((row, at) => {
      const to = /** @type {HTMLAnchorElement} */ (row.firstElementChild);
      const [state, isFlagged] = [states[at] ?? "open", flags[at] ?? false];
      row.className = `is-${state}`;
      const signs = element("span", "cw-signs", element("span", "cw-sign", SIGNS[state]));
      if (isFlagged) signs.append(element("span", "cw-flag", "⚑"));
      signs.ariaHidden = "true";
      to.replaceChildren(String(at + 1), signs);
      const said = [sentence(words.question, { number: at + 1 }), words[state]];
      to.setAttribute("aria-label", [...said, ...(isFlagged ? [words.flagged] : [])].join(words.comma));
    });
    this.#submit.hidden = isOver;
    const done = states.filter((state) => !UNDONE.includes(state)).length;
    const raised = flags.filter(Boolean).length;
    this.#count.textContent = [
      sentence(words.done, { done, total: this.#ids.length }),
      ...(raised ? [sentence(counted(words.flags, raised), { count: raised })] : []),
    ].join(" · ");
  }

  /**
   * Mark the question that is shown, where one is shown at a time.
   *
   * @param {number} here its place, -1 for none
   */
  point(here) {
    [...this.#list.children].forEach((row, at) => {
      const to = /** @type {HTMLAnchorElement} */ (row.firstElementChild);
      if (at === here) to.setAttribute("aria-current", "true");
      else to.removeAttribute("aria-current");
    });
  }

  /** Out of the way again on a narrow screen, when a number was pressed. */
  fold() {
    if (!matchMedia(WIDE).matches) this.root.open = false;
  }
}
