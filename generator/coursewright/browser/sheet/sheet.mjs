import { Confirm } from "../page/confirm.mjs";
import { store } from "../record/device.mjs";
import { button, element, pressed } from "../page/element.mjs";
import { print } from "../page/printing.mjs";
import words from "./words.mjs";

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/** `<cw-sheet data-sheet>`: keeps what is filled in on the sheet of its page; prints it empty or filled. */
export default class SheetBar extends HTMLElement {
  #clear = new Confirm(words.clear, words.clear_sure, () => this.#forget());
  /** The sheet is remembered, for when we leave the page it may be gone first. @type {HTMLElement | null} */
  #sheet = null;
  /** @type {Field | null} */
  #changed = null;

  connectedCallback() {
    this.#sheet = document.getElementById("sheet");
    if (!this.#sheet) return;
    this.#fill(this.#sheet);
    const blank = button(words.print_blank, "blank");
    const filled = button(words.print_filled, "filled");
    const kept = element("p", "cw-m", words.sheet_kept);
    if (this.#fields.length) this.replaceChildren(blank, " ", filled, " ", this.#clear.root, kept);
    else this.replaceChildren(button(words.print, "filled"));
    this.#listen("addEventListener");
    this.hidden = false;
  }

  disconnectedCallback() {
    this.#keep();
    this.#listen("removeEventListener");
  }

  /** @param {Event} event */
  handleEvent(event) {
    const value = event.type === "click" ? pressed(event) : undefined;
    if (event.type === "input") this.#changed = /** @type {Field} */ (event.target);
    if (event.type === "change" || event.type === "visibilitychange") this.#keep();
    if (value === "blank" && this.#sheet) print("is-blank", this.#sheet);
    if (value === "filled") print();
  }

  /** @param {"addEventListener" | "removeEventListener"} act */
  #listen(act) {
    this[act]("click", this);
    this.#sheet?.[act]("input", this);
    this.#sheet?.[act]("change", this);
    document[act]("visibilitychange", this);
  }

  /** @param {HTMLElement} sheet */
  #fill(sheet) {
    const kept = store.record.sheets[this.#name]?.fields ?? {};
    for (const field of fieldsOf(sheet)) {
      const value = kept[field.name];
      if (typeof value === "boolean") setChecked(field, value);
      else if (value !== undefined) field.value = value;
    }
  }

  /** Keep the one field that was changed, so that what another tab keeps of the others stays. */
  #keep() {
    const field = this.#changed;
    this.#changed = null;
    if (!field) return;
    const value = isTick(field) ? field.checked : field.value;
    store.update(({ sheets }) => {
      const { [field.name]: _, ...others } = sheets[this.#name]?.fields ?? {};
      sheets[this.#name] = { at: Date.now(), fields: value ? { ...others, [field.name]: value } : others };
    });
  }

  #forget() {
    this.#changed = null;
    for (const field of this.#fields) {
      if (isTick(field)) field.checked = false;
      else field.value = "";
    }
    store.update(({ sheets }) => delete sheets[this.#name]);
  }

  get #name() {
    return this.dataset.sheet ?? "";
  }

  get #fields() {
    return this.#sheet ? fieldsOf(this.#sheet) : [];
  }
}

/**
 * @param {HTMLElement} sheet
 * @returns {Field[]}
 */
function fieldsOf(sheet) {
  return [...sheet.querySelectorAll("input, textarea")].filter(
    (field) => field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement,
  );
}

/**
 * @param {Field} field
 * @returns {field is HTMLInputElement}
 */
function isTick(field) {
  return field.type === "checkbox";
}

/**
 * @param {Field} field
 * @param {boolean} value
 */
function setChecked(field, value) {
  if (isTick(field)) field.checked = value;
}
