import { button, element } from "../../page/element.mjs";
import words from "./words.mjs";

/**
 * The list of the keys, shown until it is closed.
 *
 * @param {Element} place that it belongs to
 * @param {boolean} isOn whether single characters are keys
 * @param {(isOn: boolean) => void} turned when they are turned on or off
 */
export function showKeys(place, isOn, turned) {
  const dialog = element("dialog", "cw-keys", element("h2", "", words.title));
  const rows = ROWS.map(([keys, does]) =>
    element("div", "", element("dt", "", keys), element("dd", "", does)),
  );
  const turn = element("input");
  turn.type = "checkbox";
  turn.checked = isOn;
  dialog.append(
    element("dl", "", ...rows),
    element("p", "", element("label", "", turn, words.single)),
    element("p", "cw-m", words.within),
    button(words.close, "close"),
  );
  dialog.ariaLabel = words.title;
  turn.addEventListener("change", () => turned(turn.checked));
  dialog.lastElementChild?.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  place.append(dialog);
  dialog.showModal();
}

/** @type {readonly [string, string][]} */
const ROWS = [
  ["1–9, A–H", words.option],
  ["Enter", words.enter],
  ["↑ ↓", words.arrows],
  [words.space_key, words.space],
  ["Tab", words.tab],
  [words.orders, words.order],
  [words.matches, words.match],
  [words.texts, words.text],
  ["?", words.list],
];
