import { button, element } from "../page/element.mjs";
import words from "./words.mjs";

/** @typedef {Pick<import("../quiz/question.mjs").Question, "field">} Question */

/**
 * Give every question a button that flags it.
 *
 * @param {readonly Question[]} questions
 */
export function addFlags(questions) {
  for (const { field } of questions)
    field.append(element("p", "cw-flagging", button(words.flag, "flag")));
}

/**
 * @param {readonly Question[]} questions
 * @param {readonly boolean[]} flags
 */
export function showFlags(questions, flags) {
  questions.forEach(({ field }, at) => {
    const flag = field.querySelector("button[value=flag]");
    flag?.setAttribute("aria-pressed", String(flags[at] ?? false));
  });
}
