/** Elements of a part of a Word document, and the properties of its content controls (ECMA-376, 17.5.2). */

/**
 * The namespace of WordprocessingML as the part itself declares it.
 *
 * @param {Document} part
 */
export function namespaceOf(part) {
  return part.documentElement.namespaceURI ?? "";
}

/**
 * @param {Document | Element} within
 * @param {string} name
 * @returns {Element[]}
 */
export function all(within, name) {
  const part = within instanceof Document ? within : within.ownerDocument;
  return [...within.getElementsByTagNameNS(namespaceOf(part), name)];
}

/**
 * @param {Element} control
 * @param {string} name of a property
 */
export function valueOf(control, name) {
  return property(control, name)?.getAttributeNS(namespaceOf(control.ownerDocument), "val") ?? "";
}

/**
 * @param {Element} control
 * @param {string} name
 * @param {string} value
 */
export function set(control, name, value) {
  property(control, name)?.setAttributeNS(namespaceOf(control.ownerDocument), "w:val", value);
}

/**
 * @param {Element} control
 * @param {string} name
 */
function property(control, name) {
  return all(control, "sdtPr")[0] && all(/** @type {Element} */ (all(control, "sdtPr")[0]), name)[0];
}
