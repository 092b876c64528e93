import { button, element } from "../../page/element.mjs";
import words from "./words.mjs";

/**
 * The list of the keys, shown until it is closed.
 *
 * @param {Element} place that it belongs to
 * @param {boolean} isOn whether single characters are keys
 * @param {(isOn: boolean) => void} turned when they are turned on or off
 * @param {boolean} [isSat] whether an exam is sat
 */
export function showKeys(place, isOn, turned, isSat) {
  const dialog = element("dialog", "cw-keys", element("h2", "", words.title));
  const rows = rowsOf(isSat).map(([keys, does]) =>
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

/**
 * @param {boolean | undefined} isSat
 * @returns {[keys: string, does: string][]}
 */
const rowsOf = (isSat) => [
  ["1–9, A–H", words.option],
  ["Enter", isSat ? words.next : words.enter],
  ["↑ ↓", words.arrows],
  [words.space_key, words.space],
  ["Tab", words.tab],
  [words.orders, words.order],
  [words.matches, words.match],
  [words.texts, isSat ? words.write : words.text],
  ["?", words.list],
];
