/**
 * What Safe Exam Browser says of itself to a page: hashes of the page's address with its keys, which the
 * trainer can check (safeexambrowser.org, developer documentation, "SEB JavaScript API").
 *
 * @typedef {{configKey: string, browserExamKey: string, url: string}} Keys
 */

/** @returns {any} */
function security() {
  return /** @type {any} */ (window).SafeExamBrowser?.security;
}

/** Have the keys made, as it does not by itself in newer versions. */
export function askSeb() {
  security()?.updateKeys?.(() => {});
}

/** @returns {Keys | null} null in any other browser */
export function sebKeys() {
  const found = security();
  if (!found) return null;
  const { configKey = "", browserExamKey = "" } = found;
  return { configKey, browserExamKey, url: location.href.replace(/#.*/, "") };
}
