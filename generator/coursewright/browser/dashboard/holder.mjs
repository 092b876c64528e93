import { element } from "../page/element.mjs";
import { store } from "../record/device.mjs";
import words from "./words.mjs";

/** Kept as a sheet of its own, and only when asked to: the later entry wins, and what was emptied is. */
const SHEET = "my/transcript";

/** Whose transcript it is, typed by the learner: fields to fill in, and what stands on paper. */
export class Holder {
  #name = field("name");
  #number = field("off");
  #keep = element("input");

  constructor() {
    this.#keep.type = "checkbox";
    const { name = "", number = "" } = store.record.sheets[SHEET]?.fields ?? {};
    this.#name.value = String(name);
    this.#number.value = String(number);
    this.#keep.checked = Boolean(name || number);
    this.root = element(
      "form",
      "cw-fields",
      element("label", "", words.name, this.#name),
      element("label", "", words.number, this.#number),
      element("label", "cw-remember", this.#keep, element("span", "", words.remember)),
    );
    this.root.autocomplete = "off";
  }

  /** What was typed, by its label; a line to write on where nothing was. */
  get lines() {
    return /** @type {const} */ ([
      [words.name, this.#name.value.trim() || "　"],
      [words.number, this.#number.value.trim() || "　"],
    ]);
  }

  /** Keep what is typed if that is wanted; forget it if it was kept and is no longer wanted. */
  keep() {
    const isKept = Object.values(store.record.sheets[SHEET]?.fields ?? {}).some(Boolean);
    if (!this.#keep.checked && !isKept) return;
    const typed = { name: this.#name.value.trim(), number: this.#number.value.trim() };
    const fields = this.#keep.checked ? typed : { name: "", number: "" };
    store.put("sheets", SHEET, (old) => ({ ...old, at: Date.now(), fields: { ...old?.fields, ...fields } }));
  }
}

/** @param {"name" | "off"} autocomplete */
function field(autocomplete) {
  const made = element("input");
  made.type = "text";
  made.autocomplete = autocomplete;
  made.maxLength = 80;
  return made;
}
