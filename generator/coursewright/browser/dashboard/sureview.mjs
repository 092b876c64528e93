import { element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { ENOUGH, finding } from "./calibration.mjs";
import words from "./words.mjs";

const FINDINGS = { over: words.over, under: words.under, fits: words.fits };
const NAMES = [words.guessed, words.unsure, words.sure];

/**
 * How often what was sure was right, as a picture and in words; nothing where nobody said how sure they were.
 *
 * @param {ReturnType<typeof import("./calibration.mjs").calibration>} all
 */
export function sureSection(all) {
  const found = finding(all);
  if (found === "none") return [];
  const body = found === "few" ? [few(all)] : [picture(all), ...said(all), element("p", "", FINDINGS[found])];
  return [element("section", "", element("h2", "", words.sureness), ...body)];
}

/** @param {readonly import("./calibration.mjs").Sureness[]} all */
function few(all) {
  const count = all.reduce((sum, { asked }) => sum + asked, 0);
  return element("p", "cw-m", sentence(words.sure_few, { count, enough: ENOUGH }));
}

/** @param {readonly import("./calibration.mjs").Sureness[]} all */
function picture(all) {
  const rows = all.map(({ right, asked }, at) => {
    const bar = element("progress");
    bar.max = Math.max(1, asked);
    bar.value = right;
    // The words beside it say the same.
    bar.setAttribute("aria-hidden", "true");
    const share = element("span", "cw-m", sentence(words.right_of, { right, asked }));
    return element("li", "", element("strong", "", NAMES[at] ?? ""), bar, share);
  });
  return element("ul", "cw-bars", ...rows);
}

/** @param {ReturnType<typeof import("./calibration.mjs").calibration>} all */
function said([guessed, , sure]) {
  return [
    ...(sure.asked ? [element("p", "", sentence(words.sure_said, { ...sure }))] : []),
    ...(guessed.asked ? [element("p", "", sentence(words.guess_said, { ...guessed }))] : []),
  ];
}
