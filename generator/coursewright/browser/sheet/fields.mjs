/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/**
 * What a sheet leaves open.
 *
 * @param {HTMLElement} sheet
 * @returns {Field[]}
 */
export function fieldsOf(sheet) {
  return [...sheet.querySelectorAll("input, textarea")].filter(
    (field) => field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement,
  );
}

/** @param {Field} field */
export function valueOf(field) {
  return isTick(field) ? field.checked : field.value;
}

/**
 * @param {Field} field
 * @param {unknown} value anything of a record; what does not fit the field leaves it as it is
 */
export function fill(field, value) {
  if (isTick(field) && typeof value === "boolean") field.checked = value;
  else if (!isTick(field) && typeof value === "string") field.value = value;
}

/** @param {Field} field */
export function empty(field) {
  fill(field, isTick(field) ? false : "");
}

/**
 * @param {Field} field
 * @returns {field is HTMLInputElement}
 */
function isTick(field) {
  return field.type === "checkbox";
}
