import { element, link } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { Question } from "../quiz/question.mjs";
import { fetchedPage, lead } from "../review/fetched.mjs";
import { itemsOf } from "./pool.mjs";
import words from "./words.mjs";

/** @typedef {import("./pool.mjs").Pool} Pool */

/**
 * The questions of a sitting, cut out of the pages that ask them: each page is fetched once.
 *
 * @typedef {object} Paper
 * @property {HTMLElement[]} roots questions, and cases with theirs, in their order
 * @property {Question[]} questions
 * @property {number} gone how many there are no more
 * @property {number} changed how many have another edition than when they were drawn
 */

/**
 * @param {import("./sitting.mjs").Frame} frame
 * @param {Pool} pool
 * @param {URL} root of the site
 * @returns {Promise<Paper | null>} null where a page cannot be had
 */
export async function paper({ items, seed }, pool, root) {
  const known = itemsOf(pool);
  const address = (/** @type {string} */ id) =>
    new URL(pool.pages[known.get(id)?.[3] ?? -1] ?? "", root).href;
  const listed = items.filter(([id]) => known.has(id));
  const pages = await fetchedPages(listed.map(([id]) => address(id)));
  if ([...pages.values()].includes(null)) return null;
  /** @type {HTMLElement[]} */
  const roots = [];
  for (const [id] of listed) {
    const isThere = roots.some((each) => fieldOf(each, id));
    if (!isThere) roots.push(...cut(pages.get(address(id)), id, address(id)));
  }
  for (const [id] of listed) teach(roots, id, pool, root);
  const editions = new Map(items);
  const fields = listed.flatMap(([id]) => roots.flatMap((each) => fieldOf(each, id) ?? []));
  const questions = questionsOf(fields, seed);
  const changed = questions.filter(({ id, edition }) => editions.get(id) !== edition).length;
  return { roots, questions, gone: items.length - questions.length, changed };
}

/**
 * Pages by their addresses, each fetched once.
 *
 * @param {readonly string[]} urls
 */
async function fetchedPages(urls) {
  const fetched = [...new Set(urls)].map(async (url) => {
    return /** @type {[string, Document | null]} */ ([url, await fetchedPage(url)]);
  });
  return new Map(await Promise.all(fetched));
}

/**
 * @param {HTMLElement} root
 * @param {string} id
 */
function fieldOf(root, id) {
  const name = `q-${id}`;
  const field = root.id === name ? root : root.querySelector(`#${CSS.escape(name)}`);
  return field instanceof HTMLFieldSetElement ? field : null;
}

/**
 * A question of a page, or the case that it is part of.
 *
 * @param {Document | null | undefined} page
 * @param {string} id
 * @param {string} url of the page
 */
function cut(page, id, url) {
  const field = page?.getElementById(`q-${id}`);
  const found = /** @type {HTMLElement | null | undefined} */ (field?.closest(".cw-case") ?? field);
  if (!found) return [];
  const copy = /** @type {HTMLElement} */ (document.importNode(found, true));
  lead(copy, url);
  return [copy];
}

/**
 * Let the explanation of a question lead to the section that teaches it, as it does not where it is asked in
 * that section.
 *
 * @param {readonly HTMLElement[]} roots
 * @param {string} id
 * @param {Pool} pool
 * @param {URL} site
 */
function teach(roots, id, pool, site) {
  const [, title = "", url = ""] = pool.sections[itemsOf(pool).get(id)?.[2] ?? -1] ?? [];
  const explanation = roots.flatMap((each) => fieldOf(each, id) ?? [])[0]?.querySelector(".cw-e");
  const to = link(sentence(words.to_text, { title }), new URL(url, site).href);
  const links = [...(explanation?.querySelectorAll("a") ?? [])];
  if (!links.some(({ href }) => href === to.href)) explanation?.append(element("p", "", to));
}

/**
 * @param {readonly HTMLFieldSetElement[]} fields
 * @param {number} seed
 */
function questionsOf(fields, seed) {
  return fields.map((field, at) => {
    const question = new Question(field);
    question.draw(at + 1, seed);
    return question;
  });
}
