import { button, element } from "../page/element.mjs";
import words from "./words.mjs";

/** What stands above the fields of a desk. @param {HTMLElement} reset */
export function head(reset) {
  const [title, close] = [element("strong", "", words.customise), button(words.close, "close")];
  return element("div", "cw-desk-head", title, reset, close);
}

/** What stands below them: the files, and how it went. @param {HTMLElement} said */
export function foot(said) {
  const word = button(words.get_word, "word", "cw-primary");
  const others = [button(words.print_pdf, "print"), button(words.get_yaml, "yaml")];
  return element("div", "cw-desk-foot", said, element("p", "cw-buttons", word, ...others));
}

/** @param {string} kind @param {string} text */
export function note(kind, text) {
  return element("p", kind, text);
}
