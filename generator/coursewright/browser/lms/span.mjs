/**
 * Durations as each standard writes them. Pure.
 */

/**
 * HHHH:MM:SS.SS (SCORM 1.2 RTE, CMITimespan).
 *
 * @param {number} milliseconds
 */
export function timespan(milliseconds) {
  const hundredths = Math.min(Math.max(0, Math.round(milliseconds / 10)), 9999 * 360000 + 359999);
  const [hours, rest] = [Math.floor(hundredths / 360000), hundredths % 360000];
  const parts = [Math.floor(rest / 6000), Math.floor((rest % 6000) / 100), rest % 100];
  const [minutes, seconds, small] = parts.map((part) => String(part).padStart(2, "0"));
  return `${String(hours).padStart(4, "0")}:${minutes}:${seconds}.${small}`;
}

/**
 * PT12.34S (ISO 8601; SCORM 2004 RTE 4.1.1.7 and xAPI take so many seconds without hours).
 *
 * @param {number} milliseconds
 */
export function duration(milliseconds) {
  return `PT${Math.max(0, Math.round(milliseconds / 10)) / 100}S`;
}

/**
 * The time of day, HH:MM:SS (SCORM 1.2 RTE, CMITime).
 *
 * @param {number} at milliseconds since 1970
 */
export function timeOfDay(at) {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}
