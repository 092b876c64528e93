import { button, element } from "../page/element.mjs";
import { Outlets } from "./outlets.mjs";
import words from "./words.mjs";

/**
 * Show what is answered so far, sealed, for the case that this device should fail.
 *
 * @param {Element} place
 * @param {import("./response.mjs").Sealed} response
 */
export function showExport(place, response) {
  const outlets = new Outlets(response);
  const close = button(words.close, "close");
  const title = element("h2", "", words.export_title);
  const note = element("p", "", words.export_note);
  const dialog = element("dialog", "cw-handin", title, note, outlets.root, element("p", "", close));
  dialog.ariaLabel = words.export_title;
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    outlets.close();
    dialog.remove();
  });
  place.append(dialog);
  dialog.showModal();
}
