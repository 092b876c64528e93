/**
 * A question as it stands on its page, with what it is about if it is part of a case; null where the page
 * cannot be had, or has no such question any more.
 *
 * @param {string} id
 * @param {string} url of the page
 * @returns {Promise<{root: HTMLElement, field: HTMLFieldSetElement} | null>}
 */
export async function fetchedQuestion(id, url) {
  const page = await fetchedPage(url);
  const field = page?.querySelector(`#q-${CSS.escape(id)}`);
  if (!(field instanceof HTMLFieldSetElement)) return null;
  const root = document.createElement("div");
  const stimulus = field.closest(".cw-case")?.querySelector(".cw-stimulus");
  root.append(...(stimulus ? [stimulus.cloneNode(true)] : []), field.cloneNode(true));
  lead(root, url);
  return { root, field: /** @type {HTMLFieldSetElement} */ (root.querySelector("fieldset")) };
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
 * The page at an address, or null where it cannot be had.
 *
 * @param {string} url
 */
export async function fetchedPage(url) {
  try {
    const response = await fetch(url);
    return response.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
  } catch {
    return null;
  }
}
