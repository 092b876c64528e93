/**
 * A day in the page's language; nothing for what is no day of a calendar, as a record of any origin may say.
 *
 * @param {number} at in milliseconds since 1970
 */
export function day(at) {
  const format = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { dateStyle: "medium" });
  return Number.isNaN(new Date(at).getTime()) ? "" : format.format(at);
}
