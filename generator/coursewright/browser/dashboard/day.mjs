/**
 * A day in the page's language.
 *
 * @param {number} at in milliseconds since 1970, 0 where nobody knows
 */
export function day(at) {
  const format = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { dateStyle: "medium" });
  return at ? format.format(at) : "–";
}
