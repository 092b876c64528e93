/**
 * A question as it stands on its page, what it is about if it is part of a case, and both in an element.
 *
 * @typedef {{root: HTMLElement, field: HTMLFieldSetElement, stimulus: Element | null}} Fetched
 */

/** Pages under way or had, so that none is fetched for each of its questions. @type {Map<string, Page>} */
const pages = new Map();

/** @typedef {Promise<Document | null>} Page */

/**
 * A question; null where its page cannot be had, or has no such question any more.
 *
 * @param {string} id
 * @param {string} url of the page
 * @returns {Promise<Fetched | null>}
 */
export async function fetchedQuestion(id, url) {
  const page = await fetchedPage(url);
  const found = page?.querySelector(`#q-${CSS.escape(id)}`);
  if (!(found instanceof HTMLFieldSetElement)) return null;
  const root = document.createElement("div");
  const stimulus = found.closest(".cw-case")?.querySelector(".cw-stimulus");
  root.append(...(stimulus ? [stimulus.cloneNode(true)] : []), found.cloneNode(true));
  lead(root, url);
  const field = /** @type {HTMLFieldSetElement} */ (root.querySelector(".cw-q"));
  return { root, field, stimulus: root.querySelector(".cw-stimulus") };
}

/**
 * Let what was cut out of a page lead where it led there.
 *
 * @param {Element} root
 * @param {string} url of the page
 */
export function lead(root, url) {
  for (const name of ["href", "src"])
    for (const each of root.querySelectorAll(`[${name}]`))
      each.setAttribute(name, new URL(each.getAttribute(name) ?? "", url).href);
}

/**
 * The page at an address, fetched once, or null where it cannot be had.
 *
 * @param {string} url
 * @returns {Page}
 */
export function fetchedPage(url) {
  const found = pages.get(url) ?? load(url);
  pages.set(url, found);
  return found;
}

/**
 * @param {string} url
 * @returns {Page}
 */
async function load(url) {
  try {
    const response = await fetch(url);
    if (response.ok) return new DOMParser().parseFromString(await response.text(), "text/html");
  } catch {
    // no connection
  }
  pages.delete(url);
  return null;
}
