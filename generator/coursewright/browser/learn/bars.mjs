import { element, link } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { inPercent } from "./mastery.mjs";
import words from "./words.mjs";

/** @typedef {import("./mastery.mjs").Standing} Standing */

/**
 * A bar as wide as the standing. The words beside it say the same.
 *
 * @param {Standing | undefined} standing
 */
export function bar(standing) {
  const made = element("progress");
  made.max = 100;
  made.value = inPercent(standing);
  made.setAttribute("aria-hidden", "true");
  return made;
}

/**
 * Eight small bars, or however many chapters there are.
 *
 * @param {readonly import("./learning.mjs").Chapter[]} chapters
 * @param {Map<number, Standing>} standings by the number of the chapter
 * @param {(place: {url: string}) => string} address
 */
export function smallBars(chapters, standings, address) {
  const rows = chapters.map((chapter) => {
    const { number, title } = chapter;
    const standing = standings.get(number);
    const to = link("", address(chapter));
    const name = element("span", "cw-hidden", sentence(words.mastery_of, { number, title }));
    const digit = element("span", "cw-n", String(number));
    digit.setAttribute("aria-hidden", "true");
    to.append(name, " ", digit, bar(standing), sentence(words.percent, { percent: inPercent(standing) }));
    return element("li", "", to);
  });
  return element("ol", "cw-small-bars", ...rows);
}
