/**
 * Bring a question, or what comes after them, to the top of the window; with its case, where the case begins.
 *
 * @param {HTMLElement} field
 */
export function reveal(field) {
  begin(field).scrollIntoView();
}

/**
 * What a question begins with: the first one of a case with the case.
 *
 * @param {HTMLElement} field
 */
export function begin(field) {
  const unit = field.closest(".cw-case");
  return unit?.querySelector("fieldset") === field ? unit : field;
}
