/**
 * What a role needs against how somebody judges themselves, and the sections that close it. Pure.
 *
 * @typedef {{id: string, title: string, url: string, sections: string[]}} Competency
 * @typedef {{id: string, title: string, url: string,
 *   needs: [competency: string, level: number, essential: boolean][]}} Role
 * @typedef {{title: string, competencies: Competency[]}} Group
 * @typedef {{levels: string[], groups: Group[], roles: Role[]}} Framework
 * @typedef {import("../learn/learning.mjs").Section} Section
 * @typedef {import("../learn/mastery.mjs").Standing} Standing
 * @typedef {object} Need
 * @property {Competency} competency
 * @property {number} level required
 * @property {boolean} essential
 * @property {number} own as judged, 0 where it is not
 * @property {number} gap levels that are missing by that judgement
 * @property {Standing | undefined} evidence of knowledge
 * @property {Section[]} sections that teach it and are not mastered, the least mastered first
 */

import { judgement } from "./judgement.mjs";

/** Above this a section is known well enough to have its time go elsewhere. */
const MASTERED = 0.8;
const SECTIONS = 3;

/**
 * @param {Framework} framework
 * @param {string} role its id
 * @param {object} known
 * @param {Record<string, import("../record/levels.mjs").Judged>} known.levels
 * @param {Map<string, Standing>} known.competencies
 * @param {Map<string, Standing>} known.places standings of sections by address
 * @param {readonly Section[]} known.sections of the course
 * @returns {Need[] | null} the largest gap first, of those that are alike the essential first; null for a
 *   role that there is not
 */
export function gaps(framework, role, { levels, competencies, places, sections }) {
  const all = new Map(framework.groups.flatMap((group) => group.competencies.map((one) => [one.id, one])));
  const found = framework.roles.find(({ id }) => id === role);
  if (!found) return null;
  const needs = found.needs.flatMap(([id, level, essential]) => {
    const competency = all.get(id);
    if (!competency) return [];
    const own = judgement(levels[id])?.level ?? 0;
    const taught = sections.filter((section) => competency.sections.includes(section.id));
    return [
      {
        ...{ competency, level, essential, own, gap: Math.max(0, level - own) },
        evidence: competencies.get(id),
        sections: closing(taught, places),
      },
    ];
  });
  return needs.sort((one, other) => other.gap - one.gap || Number(other.essential) - Number(one.essential));
}

/**
 * @param {readonly Section[]} sections
 * @param {Map<string, Standing>} places
 */
function closing(sections, places) {
  const share = (/** @type {Section} */ { url }) => places.get(url)?.share ?? 0;
  return sections
    .filter((section) => share(section) < MASTERED)
    .sort((one, other) => share(one) - share(other))
    .slice(0, SECTIONS);
}
