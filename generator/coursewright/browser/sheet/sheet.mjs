import { Confirm } from "../tool/confirm.mjs";
import { button, element, pressed } from "../page/element.mjs";
import { print } from "../tool/printing.mjs";
import { store } from "../record/device.mjs";
import { stamp } from "./stamp.mjs";
import { empty, fieldsOf, fill, valueOf } from "./fields.mjs";
import { settled } from "./settled.mjs";
import words from "./words.mjs";
import { write } from "./written.mjs";

/** @typedef {import("./fields.mjs").Field} Field */

/**
 * `<cw-sheet data-sheet>`: keeps what is filled in on the sheet of its page, and prints it empty or filled.
 *
 * A field's name stays its own when others are put before it; `data-was` is what it was called by its place.
 */
export default class SheetBar extends HTMLElement {
  #clear = new Confirm(words.clear, words.clear_sure, () => this.#forget());
  /** @type {HTMLElement | null} */
  #sheet = null;
  #said = element("p", "cw-m");

  connectedCallback() {
    this.#sheet = document.getElementById("sheet");
    if (!this.#sheet) return;
    this.#settle();
    this.#fill();
    const buttons = [button(words.print_blank, "blank"), " ", button(words.print_filled, "filled"), " "];
    const fillable = this.#fields.length > 0;
    this.replaceChildren(
      ...(fillable
        ? [...buttons, this.#clear.root, this.#said]
        : [button(words.print, "filled")]),
    );
    this.#said.setAttribute("role", "status");
    this.#say();
    this.#listen("addEventListener");
    this.hidden = false;
  }

  disconnectedCallback() {
    this.#listen("removeEventListener");
  }

  /** @param {Event} event */
  handleEvent(event) {
    const value = event.type === "click" ? pressed(event) : undefined;
    if (event.type === "input") this.#enter(/** @type {Field} */ (event.target));
    if (value === "blank" && this.#sheet) print("is-blank", this.#sheet);
    if (value === "filled") print();
  }

  /** @param {"addEventListener" | "removeEventListener"} act */
  #listen(act) {
    this[act]("click", this);
    this.#sheet?.[act]("input", this);
  }

  /**
   * Keep the one field that is changed, so that what another tab keeps of the others stays.
   *
   * @param {Field} field
   */
  #enter(field) {
    write(field);
    store.put("sheets", this.#name, (old) => ({
      ...old,
      ...stamp(old, Date.now()),
      fields: { ...old?.fields, [field.name]: valueOf(field) },
    }));
    this.#say();
  }

  /** Whether what is filled in will be there again. */
  #say() {
    const said = store.kept ? words.sheet_kept : words.sheet_not_kept;
    this.#said.classList.toggle("cw-warn", !store.kept);
    if (this.#said.textContent !== said) this.#said.textContent = said;
  }

  #settle() {
    if (!store.record.sheets[this.#name]?.before) return;
    const names = this.#fields.map(({ name, dataset }) => /** @type {const} */ ([name, dataset.was ?? name]));
    store.put("sheets", this.#name, (old) =>
      settled(old ?? { at: 0, fields: {} }, names, Date.now()),
    );
  }

  #fill() {
    const kept = new Map(Object.entries(store.record.sheets[this.#name]?.fields ?? {}));
    for (const field of this.#fields) {
      fill(field, kept.get(field.name));
      write(field);
    }
  }

  #forget() {
    for (const field of this.#fields) {
      empty(field);
      write(field);
    }
    store.put("sheets", this.#name, (old) => {
      const emptied = Object.entries(old?.fields ?? {}).map(([name, value]) => [
        name,
        typeof value === "boolean" ? false : "",
      ]);
      return { ...stamp(old, Date.now()), fields: Object.fromEntries(emptied) };
    });
  }

  get #name() {
    return this.dataset.sheet ?? "";
  }

  get #fields() {
    return this.#sheet ? fieldsOf(this.#sheet) : [];
  }
}
