/** Rows of a list dragged by their `.cw-grip`, with mouse, pen or finger. */
export class Dragging {
  #list;
  #dropped;
  /** @type {HTMLElement | null} */
  #row = null;

  /**
   * @param {HTMLElement} list
   * @param {(row: HTMLElement) => void} dropped
   */
  constructor(list, dropped) {
    this.#list = list;
    this.#dropped = dropped;
    const types = /** @type {const} */ (["pointerdown", "pointermove", "pointerup", "pointercancel"]);
    for (const type of types) list.addEventListener(type, this);
  }

  /** @param {PointerEvent} event */
  handleEvent(event) {
    if (event.type === "pointerdown") this.#take(event);
    else if (this.#row && event.type === "pointermove") this.#follow(this.#row, event.clientY);
    else if (this.#row) this.#drop(this.#row);
  }

  /** @param {PointerEvent} event */
  #take(event) {
    const { target, pointerId } = event;
    if (!(target instanceof Element && target.matches(".cw-grip"))) return;
    event.preventDefault();
    // The list goes on hearing of the pointer wherever it is, and however its rows move.
    this.#list.setPointerCapture(pointerId);
    this.#row = target.closest("li");
    this.#row?.classList.add("is-dragged");
  }

  /**
   * @param {HTMLElement} row
   * @param {number} y
   */
  #follow(row, y) {
    for (const other of this.#list.children) {
      const { top, bottom } = other.getBoundingClientRect();
      if (other === row || y < top || y > bottom) continue;
      other[y > (top + bottom) / 2 ? "after" : "before"](row);
      return;
    }
  }

  /** @param {HTMLElement} row */
  #drop(row) {
    this.#row = null;
    row.classList.remove("is-dragged");
    this.#dropped(row);
  }
}
