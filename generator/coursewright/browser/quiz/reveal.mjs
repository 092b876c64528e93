/**
 * Bring a question to the top of the window; with its case, where the case begins.
 *
 * @param {HTMLFieldSetElement} field
 */
export function reveal(field) {
  const unit = field.closest(".cw-case");
  (unit?.querySelector("fieldset") === field ? unit : field).scrollIntoView();
}
