import { element } from "../../page/element.mjs";
import { sentence } from "../../page/sentence.mjs";
import { announcer, dragged, explain, idOf, rowsOf, textOf, unexplain } from "./entry.mjs";
import { identify, list, name, offer } from "./lists.mjs";
import words from "./words.mjs";

/**
 * Things, each with a list of what it may be put to, or dragged there. Response: target's id by thing's.
 *
 * @implements {Shape}
 * @typedef {import("./entry.mjs").Shape} Shape
 */
export class Match {
  unready = words.put_first;
  #things;
  #list;
  #rows;
  #targets;
  #texts;
  #reasons;
  #said;

  /**
   * @param {HTMLFieldSetElement} field
   * @param {import("./entry.mjs").Reasons} reasons
   */
  constructor(field, reasons) {
    this.#things = /** @type {HTMLElement} */ (field.querySelector(":scope > .cw-things"));
    this.#list = /** @type {HTMLElement} */ (field.querySelector(":scope > .cw-targets"));
    this.#rows = rowsOf(this.#things);
    this.#targets = rowsOf(this.#list);
    this.#reasons = new Map(reasons.map((reason) => [idOf(reason), reason]));
    this.#said = announcer(this.#things);
    this.#things.classList.add("is-live");
    identify(this.#rows, this.#targets, reasons);
    for (const row of this.#rows) list(row, this.#targets);
    this.#texts = new Map(this.#targets.map((target) => [idOf(target), target.textContent?.trim() ?? ""]));
    for (const target of this.#targets) target.append(element("span", "cw-put"));
    this.#offer();
    for (const type of ["input", "focusin"]) this.#things.addEventListener(type, this);
    dragged(({ Dragging, below }) => {
      const over = (/** @type {PointerEvent | null} */ pointer) => below(this.#targets, pointer);
      new Dragging(this.#things, (_, pointer) => over(pointer), (row, pointer) => {
        this.#drop(row, over(pointer));
        over(null);
      });
    });
  }

  get asked() {
    const key = Object.fromEntries(this.#rows.map((row) => [idOf(row), this.#right(row)]));
    return { targets: this.#targets.map(idOf), key };
  }

  /** @returns {unknown} */
  get response() {
    const put = this.#rows.map((row) => [idOf(row), select(row).value]);
    return Object.fromEntries(put.filter(([, target]) => target));
  }

  set response(response) {
    const put = new Map(Object.entries(response ?? {}));
    for (const row of this.#rows) this.#put(row, put.get(idOf(row)));
    this.#show();
  }

  get isDoubtful() {
    return this.#rows.some((row) => !select(row).value);
  }

  /** @param {Event} event */
  handleEvent({ target }) {
    const row = this.#rows.find((each) => target instanceof Node && each.contains(target));
    if (row) name(select(row), this.#texts);
    this.#show();
  }

  #show() {
    for (const target of this.#targets) {
      const put = this.#rows.filter((row) => select(row).value === idOf(target));
      target.querySelector(".cw-put")?.replaceChildren(...put.map((row) => element("span", "", textOf(row))));
    }
  }

  explain() {
    this.#things.classList.remove("is-live");
    for (const row of this.#rows) {
      const right = this.#right(row);
      const isRight = select(row).value === right;
      const target = this.#texts.get(right) ?? "";
      const word = isRight ? words.right : sentence(words.belongs_to, { target });
      explain(row, isRight ? "right" : "wrong", word, this.#reasons.get(idOf(row)));
      select(row).disabled = true;
    }
    for (const target of this.#targets) {
      const reason = this.#reasons.get(idOf(target));
      if (reason) explain(target, null, "", reason);
    }
  }

  reset() {
    this.response = null;
    for (const row of this.#rows) select(row).disabled = false;
    this.#things.classList.add("is-live");
    this.#said.textContent = "";
    for (const row of [...this.#rows, ...this.#targets]) unexplain(row);
  }

  /** @param {import("../draw.mjs").Shuffled} shuffled */
  draw(shuffled) {
    this.#things.append(...shuffled(this.#rows));
    if (!("fixed" in this.#list.dataset)) this.#list.append(...shuffled(this.#targets));
    this.#offer();
  }

  #offer() {
    offer(this.#rows.map(select), rowsOf(this.#list).map(idOf));
    for (const row of this.#rows) this.#put(row, select(row).value);
  }

  /** @param {Element} row @param {string} id of a target, if it is one */
  #put(row, id) {
    select(row).value = this.#texts.has(id) ? id : "";
    if (select(row).value) name(select(row), this.#texts);
  }

  /**
   * @param {HTMLElement} row
   * @param {HTMLElement | undefined} target
   */
  #drop(row, target) {
    if (!target) return;
    this.#put(row, idOf(target));
    const put = { thing: textOf(row), target: this.#texts.get(idOf(target)) ?? "" };
    this.#said.textContent = sentence(words.put, put);
    select(row).dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {HTMLElement} row */
  #right(row) {
    return this.#reasons.get(idOf(row))?.dataset.to ?? "";
  }
}

/** @param {Element} row */
function select(row) {
  return /** @type {HTMLSelectElement} */ (row.querySelector("select"));
}
