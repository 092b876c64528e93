import { element } from "../../page/element.mjs";
import { sentence } from "../../page/sentence.mjs";
import { match } from "../../scoring/match.mjs";
import { Dragging } from "./dragging.mjs";
import { announcer, explain, grip, idOf, textOf, unexplain } from "./entry.mjs";
import words from "./words.mjs";

/**
 * Things, each with a list of what it may be put to; or dragged there. The response has the target's id by
 * the thing's.
 *
 * @implements {Shape}
 * @typedef {import("./entry.mjs").Shape} Shape
 */
export class Match {
  unready = words.put_first;
  #things;
  /** @type {HTMLElement[]} */
  #rows;
  /** @type {HTMLElement[]} */
  #targets;
  #reasons;
  #said;

  /**
   * @param {HTMLFieldSetElement} field
   * @param {import("./entry.mjs").Reasons} reasons
   */
  constructor(field, reasons) {
    this.#things = /** @type {HTMLElement} */ (field.querySelector(":scope > .cw-things"));
    this.#rows = [...field.querySelectorAll(/** @type {"li"} */ (":scope > .cw-things > li"))];
    this.#targets = [...field.querySelectorAll(/** @type {"li"} */ (":scope > .cw-targets > li"))];
    this.#reasons = new Map(reasons.map((reason) => [idOf(reason), reason]));
    this.#said = announcer(this.#things);
    this.#things.classList.add("is-live");
    for (const row of this.#rows) {
      row.prepend(grip());
      for (const option of select(row).options)
        option.append(option.value && ` ${this.#textOf(option.value)}`);
    }
    for (const target of this.#targets) target.append(element("span", "cw-put"));
    this.#things.addEventListener("input", this);
    const moved = (/** @type {unknown} */ _, /** @type {PointerEvent} */ pointer) => this.#over(pointer);
    new Dragging(this.#things, moved, (row, pointer) => this.#drop(row, pointer));
  }

  /** @param {unknown} response */
  score(response) {
    const key = Object.fromEntries(this.#rows.map((row) => [idOf(row), this.#right(row)]));
    return match({ targets: this.#targets.map(idOf), key }, response);
  }

  /** @returns {unknown} */
  get response() {
    return Object.fromEntries(
      this.#rows.flatMap((row) => (select(row).value ? [[idOf(row), select(row).value]] : [])),
    );
  }

  set response(response) {
    const put = new Map(Object.entries(response ?? {}));
    for (const row of this.#rows) {
      const known = this.#targets.map(idOf).find((id) => id === put.get(idOf(row)));
      select(row).value = known ?? "";
    }
    this.handleEvent();
  }

  /** Show in every target what was put there. */
  handleEvent() {
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
      const word = isRight ? words.right : sentence(words.belongs_to, { target: this.#textOf(right) });
      explain(row, isRight ? "right" : "wrong", word, this.#reasons.get(idOf(row)));
    }
    for (const target of this.#targets) {
      const reason = this.#reasons.get(idOf(target));
      if (reason) explain(target, null, "", reason);
    }
    this.#lock(true);
  }

  reset() {
    this.response = null;
    this.#lock(false);
    this.#things.classList.add("is-live");
    this.#said.textContent = "";
    for (const row of [...this.#rows, ...this.#targets]) unexplain(row);
  }

  /** @param {import("../draw.mjs").Shuffled} shuffled */
  draw(shuffled) {
    this.#things.append(...shuffled(this.#rows));
  }

  /** @param {boolean} locked */
  #lock(locked) {
    for (const row of this.#rows) select(row).disabled = locked;
  }

  /**
   * The target below the pointer, which is marked.
   *
   * @param {PointerEvent | null} pointer
   */
  #over(pointer) {
    const found = pointer && document.elementFromPoint(pointer.clientX, pointer.clientY);
    const over = this.#targets.find((target) => target.contains(found));
    for (const target of this.#targets) target.classList.toggle("is-over", target === over);
    return over;
  }

  /**
   * @param {HTMLElement} row
   * @param {PointerEvent | null} pointer
   */
  #drop(row, pointer) {
    const target = this.#over(pointer);
    this.#over(null);
    if (!target) return;
    select(row).value = idOf(target);
    const said = { thing: textOf(row), target: this.#textOf(idOf(target)) };
    this.#said.textContent = sentence(words.put, said);
    select(row).dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {HTMLElement} row */
  #right(row) {
    return this.#reasons.get(idOf(row))?.dataset.to ?? "";
  }

  /** @param {string} id of a target */
  #textOf(id) {
    const target = this.#targets.find((each) => idOf(each) === id);
    return target?.firstChild?.textContent?.trim() ?? "";
  }
}

/** @param {Element} row */
function select(row) {
  return /** @type {HTMLSelectElement} */ (row.querySelector("select"));
}
