import { element } from "../page/element.mjs";
import { AnswerSheet } from "./answersheet.mjs";
import { Clock } from "./clock.mjs";
import words from "./words.mjs";

/** @typedef {Pick<import("./sitting.mjs").Sitting, "left" | "pass">} Timed */

/** What stays in sight beside the questions: the time that is left, and the answer sheet. */
export class Side {
  #clock;
  #sheet;
  #lost = element("p", "cw-warn", words.not_kept);
  #here = -1;
  /** @type {Timed | undefined} */
  #sitting;

  /**
   * @param {readonly {id: string}[]} questions
   * @param {Element} keys
   * @param {() => void} up called when the time is up
   */
  constructor(questions, keys, up) {
    this.#clock = new Clock(up, (left) => this.#sitting?.pass(left));
    this.#sheet = new AnswerSheet(questions.map(({ id }) => id));
    this.#lost.role = "alert";
    this.root = element("aside", "cw-sitting-side", this.#clock.root, this.#lost, this.#sheet.root, keys);
    this.root.setAttribute("aria-label", words.sheet);
  }

  /** @param {Timed} sitting that is under way */
  start(sitting) {
    this.#sitting = sitting;
    this.#clock.start(sitting.left(Date.now()));
  }

  stop() {
    this.#clock.stop();
    this.fold();
  }

  fold() {
    this.#sheet.fold();
  }

  /**
   * Whoever turns to another question wants to see it, and the sheet lies over it.
   *
   * @param {Pick<import("./answers.mjs").Answers, "states" | "flags" | "isOver" | "isKept">} answers
   * @param {number} here the place of the question that is shown alone, -1 for none
   */
  show({ states, flags, isOver, isKept }, here) {
    this.#sheet.show(states, flags, isOver);
    this.#sheet.point(here);
    if (here !== this.#here) this.fold();
    this.#here = here;
    this.#lost.hidden = isKept;
    if (isOver) this.#clock.root.hidden = true;
  }
}
