/**
 * A text with its {placeholders} filled in.
 *
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function sentence(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
