import { element } from "../page/element.mjs";
import words from "./words.mjs";

/** How sure one is, by the number that is kept: 1, 2, 3. */
export const LEVELS = [words.guess, words.unsure, words.sure];

/**
 * The choices of how sure one is.
 *
 * @param {string} name of the group, as no other has it
 * @param {number} chosen 0 for none
 */
export function sureness(name, chosen) {
  const choices = LEVELS.map((level, at) => {
    const input = element("input");
    Object.assign(input, { type: "radio", name, value: at + 1, checked: at + 1 === chosen });
    return element("label", "", input, level);
  });
  const group = element("span", "cw-sure", element("span", "cw-m", words.how_sure), ...choices);
  group.role = "radiogroup";
  group.ariaLabel = words.how_sure;
  return group;
}

/**
 * What is worth to be told of a verdict to who was sure, or guessed.
 *
 * @param {{verdict: string, sure: number}} question
 */
export function surprise({ verdict, sure }) {
  const isRight = verdict === "right";
  if (sure === 3 && !isRight) return [element("p", "cw-surprise", words.sure_and_wrong)];
  return sure === 1 && isRight ? [element("p", "cw-surprise", words.guessed_right)] : [];
}
