import { button, element, pressed } from "../../page/element.mjs";
import { sentence } from "../../page/sentence.mjs";
import { idsIn } from "../../scoring/response.mjs";
import { announcer, dragged, explain, fitting, grip, idOf, rowsOf, textOf, unexplain } from "./entry.mjs";
import words from "./words.mjs";

/**
 * A list whose rows are moved by buttons, or dragged. The response is the list of the steps' ids, and
 * empty until one was moved: the order at first is nobody's answer, and never right.
 *
 * @implements {Shape}
 * @typedef {import("./entry.mjs").Shape} Shape
 */
export class Order {
  unready = words.move_first;
  #list;
  #first;
  #reasons;
  #isMoved = false;
  /** @type {readonly HTMLElement[]} before one is dragged */
  #placed = [];
  #said;

  /**
   * @param {HTMLFieldSetElement} field
   * @param {import("./entry.mjs").Reasons} reasons
   */
  constructor(field, reasons) {
    this.#list = /** @type {HTMLElement} */ (field.querySelector(":scope > .cw-steps"));
    this.#first = this.#rows;
    this.#reasons = reasons;
    this.#said = announcer(this.#list);
    this.#list.classList.add("is-live");
    for (const row of this.#first) equip(row);
    this.#list.addEventListener("click", this);
    dragged(({ Dragging, follow }) => new Dragging(this.#list, follow, this.#drop.bind(this)));
    this.#settle();
  }

  get asked() {
    return { key: this.#key };
  }

  /** @returns {unknown} */
  get response() {
    return this.#isMoved ? this.#rows.map(idOf) : [];
  }

  set response(response) {
    const ids = idsIn(fitting(response, this.#first.map(idOf)), this.#first.map(idOf));
    this.#isMoved = ids.length === this.#first.length;
    const rows = this.#isMoved ? ids.flatMap((id) => this.#first.find((row) => idOf(row) === id) ?? []) : [];
    this.#list.append(...(this.#isMoved ? rows : this.#first));
    this.#settle();
  }

  /**
   * The neighbour goes past the row, not the row itself: what moves in a document loses focus.
   *
   * @param {Event} event
   */
  handleEvent(event) {
    const row = event.target instanceof Element ? event.target.closest("li") : null;
    const way = pressed(event);
    const neighbour = way === "up" ? row?.previousElementSibling : row?.nextElementSibling;
    if (!row || !way || !neighbour) return;
    row[way === "up" ? "after" : "before"](neighbour);
    this.#moved(row);
  }

  explain() {
    this.#list.classList.replace("is-live", "is-done");
    const key = this.#key;
    this.#rows.forEach((row, at) => {
      const place = key.indexOf(idOf(row));
      const word = at === place ? words.right : sentence(words.belongs, { number: place + 1 });
      explain(row, at === place ? "right" : "wrong", word, this.#reasons[place]);
    });
  }

  reset() {
    this.response = [];
    this.#list.classList.replace("is-done", "is-live");
    this.#said.textContent = "";
    for (const row of this.#rows) unexplain(row);
  }

  get #key() {
    return this.#reasons.map(idOf);
  }

  get #rows() {
    return rowsOf(this.#list);
  }

  /** @param {HTMLElement} row @param {PointerEvent | null} pointer */
  #drop(row, pointer) {
    if (!pointer) this.#list.append(...this.#placed);
    else if (this.#rows.indexOf(row) !== this.#placed.indexOf(row)) this.#moved(row);
  }

  /** @param {HTMLElement} row */
  #moved(row) {
    this.#isMoved = true;
    this.#settle();
    const number = this.#rows.indexOf(row) + 1;
    this.#said.textContent = sentence(words.moved, { step: textOf(row), number, total: this.#first.length });
    this.#list.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** The first row goes no further up, the last no further down. */
  #settle() {
    const rows = (this.#placed = this.#rows);
    for (const [at, row] of rows.entries())
      for (const to of row.querySelectorAll("button"))
        to.setAttribute("aria-disabled", String(at === (to.value === "up" ? 0 : rows.length - 1)));
  }
}

/**
 * Buttons that say what they move, and a grip, instead of the place for a number.
 *
 * @param {HTMLElement} row
 */
function equip(row) {
  row.querySelector("input")?.remove();
  const step = textOf(row);
  const up = moving(words.up, "up", sentence(words.up_step, { step }));
  const down = moving(words.down, "down", sentence(words.down_step, { step }));
  row.prepend(grip());
  row.append(element("span", "cw-moves", up, down));
}

/**
 * @param {string} label
 * @param {string} value
 * @param {string} name what it moves, which begins with the label
 */
function moving(label, value, name) {
  const made = button(label, value);
  made.ariaLabel = name;
  return made;
}
