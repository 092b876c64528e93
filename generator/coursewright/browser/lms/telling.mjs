import { sentence } from "../page/sentence.mjs";
import words from "./words.mjs";

const SAID = { told: words.told, alone: words.alone, looking: words.looking };

/**
 * Say beside the questions whether anyone is told of the answers.
 *
 * @param {keyof typeof SAID} state
 * @param {string} [trouble] what a platform did not accept
 */
export function tell(state, trouble) {
  const place = document.querySelector(".cw-lms");
  if (!place) return;
  const said = trouble ? sentence(words.trouble, { trouble }) : SAID[state];
  place.classList.toggle("cw-warn", Boolean(trouble));
  if (place.textContent !== said) place.textContent = said;
}

/**
 * Let a platform's cut score be that of the quiz.
 *
 * @param {import("./about.mjs").About} about
 * @param {number} cut in percent
 */
export function setCut(about, cut) {
  about.cut = cut;
  document.querySelector("cw-quiz")?.setAttribute("data-cut", String(cut));
  const place = document.querySelector(".cw-cut");
  if (place) place.textContent = sentence(words.cut, { cut });
}
