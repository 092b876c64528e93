/**
 * How much something is, for people.
 *
 * @param {number} bytes
 */
export function size(bytes) {
  return bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

/**
 * The day of a moment, in the language of the page.
 *
 * @param {number} moment milliseconds since 1970
 */
export function day(moment) {
  const { lang } = document.documentElement;
  return new Intl.DateTimeFormat(lang || undefined, { dateStyle: "long" }).format(moment);
}
