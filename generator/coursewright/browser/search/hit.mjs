import { element, link } from "../page/element.mjs";
import { excerpt, marked } from "./excerpt.mjs";
import words from "./words.mjs";

/** @type {Record<string, string>} */
const KINDS = {
  term: words.term,
  person: words.person,
  toolkit: words.toolkit,
  role: words.role,
  section: words.section,
  chapter: words.chapter,
  quiz: words.quiz,
  exam: words.exam,
  competency: words.competency,
  taxonomy: words.taxonomy,
  node: words.taxonomy,
  guide: words.guide,
};

/**
 * One row of what is found: where it leads, what it is, and the words around what was typed.
 *
 * @param {import("./index.mjs").Found} found
 * @param {string} query
 * @param {URL} root of the site
 */
export function hit({ address, title, page, kind, text }, query, root) {
  const to = link("", new URL(address, root).href);
  to.className = "md-search-result__link";
  const where = [KINDS[kind], page].filter(Boolean).join(" · ");
  to.append(element("strong", "", ...turns(title, query)));
  if (where) to.append(element("span", "cw-m", where));
  if (text) to.append(element("span", "cw-excerpt", ...turns(excerpt(text, query), query)));
  return element("li", "md-search-result__item", to);
}

/**
 * @param {string} text
 * @param {string} query
 */
function turns(text, query) {
  return marked(text, query).map((turn, at) => (at % 2 ? element("mark", "", turn) : turn));
}
