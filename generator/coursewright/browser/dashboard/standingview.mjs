import { bar } from "../learn/bars.mjs";
import { steps } from "../learn/learning.mjs";
import { inPercent } from "../learn/mastery.mjs";
import { element, link } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import words from "./words.mjs";

/**
 * @typedef {import("../learn/mastery.mjs").Standing} Standing
 * @typedef {(place: {url: string}) => string} Address
 */

/**
 * A bar for every chapter; where a course asks nothing, its steps alone.
 *
 * @param {readonly import("../learn/learning.mjs").Chapter[]} chapters
 * @param {Map<number, Standing> | null} standings by the number of the chapter
 * @param {import("../record/concerns.mjs").LearnerRecord} record
 * @param {Address} address
 */
export function chapterBars(chapters, standings, record, address) {
  const rows = chapters.map((chapter) => {
    const done = sentence(words.steps, steps(chapter, record));
    const name = link(`${chapter.number} ${chapter.title}`, address(chapter));
    if (!standings) return element("li", "", name, element("span", "cw-m", done));
    return row(name, standings.get(chapter.number), ` · ${done}`);
  });
  return element("section", "", element("h2", "", words.chapters), element("ol", "cw-bars", ...rows));
}

/**
 * A bar for every competency, by the groups of the framework.
 *
 * @param {readonly import("./gap.mjs").Group[]} groups
 * @param {Map<string, Standing>} standings by the competency's id
 * @param {Address} address
 */
export function competencyBars(groups, standings, address) {
  const parts = groups.map(({ title, competencies }) => {
    const rows = competencies.map((one) => row(link(one.title, address(one)), standings.get(one.id)));
    return element("div", "", element("h3", "", title), element("ul", "cw-bars", ...rows));
  });
  const heading = element("h2", "", words.knowledge);
  return element("section", "", heading, element("p", "cw-m", words.knowledge_only), ...parts);
}

/**
 * @param {HTMLAnchorElement} name
 * @param {Standing | undefined} standing
 * @param {string} [more]
 */
function row(name, standing, more = "") {
  if (!standing) return element("li", "", name, element("span", "cw-m", words.no_questions + more));
  const { asked, total } = standing;
  const share = element("span", "cw-share", sentence(words.mastered, { percent: inPercent(standing) }));
  const evidence = element("span", "cw-m", sentence(words.evidence, { asked, total }) + more);
  return element("li", "", name, bar(standing), share, evidence);
}
