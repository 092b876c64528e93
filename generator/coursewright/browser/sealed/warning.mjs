import { element } from "../page/element.mjs";

/**
 * What must be heard at once.
 *
 * @param {string} said
 */
export function warning(said) {
  const made = element("p", "cw-warn", said);
  made.role = "alert";
  return made;
}
