import { counted } from "../page/counted.mjs";
import { button, element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import words from "./words.mjs";

/**
 * What has become of the questions of a sitting since it began.
 *
 * @param {import("./paper.mjs").Paper} paper
 */
export function notes({ gone, changed }) {
  return [...told(words.gone, gone), ...told(words.changed, changed)];
}

/**
 * What a new sitting puts an end to, and the way back to it.
 *
 * @param {number} waiting answers that are still to be judged
 */
export function ending(waiting) {
  if (!waiting) return [];
  const back = element("p", "", button(words.see_result, "show"));
  return [...told(words.ends_judging, waiting), back];
}

/**
 * @param {Parameters<typeof counted>[0]} forms
 * @param {number} count
 */
function told(forms, count) {
  return count ? [element("p", "cw-warn", sentence(counted(forms, count), { count }))] : [];
}
