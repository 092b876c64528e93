/**
 * A whole percentage; what is no number counts as none.
 *
 * @param {string} text
 */
export function wholePercent(text) {
  return Math.min(100, Math.max(0, Math.round(Number(text) || 0)));
}

/**
 * One line without what XML 1.0 (2.2) and YAML (5.1) forbid.
 *
 * @param {string} text
 */
export function oneLine(text) {
  const spaced = text.replace(/\s+/g, " ");
  return spaced.replace(/[\u0000-\u001f\u007f-\u009f\ufeff\ufffe\uffff]|\p{Surrogate}/gu, "").trim();
}
