import { button, element } from "../page/element.mjs";
import words from "./words.mjs";

/** That the questions are being fetched. */
export function loading() {
  const said = element("p", "cw-m", words.loading);
  said.role = "status";
  return said;
}

/**
 * That they could not be had.
 *
 * @param {"begin" | "show"} again the value of the button that tries again
 */
export function failed(again) {
  const said = element("p", "cw-warn", again === "begin" ? words.not_drawn : words.not_loaded);
  said.role = "alert";
  return [said, element("p", "", button(words.try_again, again, "cw-primary"))];
}
