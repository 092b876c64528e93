/** Rows of a list dragged by their `.cw-grip`, with mouse, pen or finger. */
export class Dragging {
  #list;
  #dropped;
  /** @type {HTMLElement | null} */
  #row = null;
  #place = 0;

  /**
   * @param {HTMLElement} list
   * @param {(row: HTMLElement) => void} dropped in another place than it was taken from
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
    else if (!event.isPrimary) return;
    else if (this.#row && event.type === "pointermove") this.#follow(this.#row, event.clientY);
    else if (this.#row) this.#drop(this.#row);
  }

  /** @param {PointerEvent} event */
  #take(event) {
    const { target, pointerId, isPrimary, button } = event;
    if (button || !isPrimary || !(target instanceof Element && target.matches(".cw-grip"))) return;
    event.preventDefault();
    // The list goes on hearing of the pointer wherever it is, and however its rows move.
    this.#list.setPointerCapture(pointerId);
    this.#row = target.closest("li");
    this.#place = this.#places.indexOf(this.#row);
    this.#row?.classList.add("is-dragged");
  }

  /**
   * Before the first of the others whose middle is below the pointer, or else last: however far it jumped.
   *
   * @param {HTMLElement} row
   * @param {number} y
   */
  #follow(row, y) {
    const next = this.#places.find((other) => other !== row && y < middle(other)) ?? null;
    if (next !== row.nextElementSibling) this.#list.insertBefore(row, next);
  }

  /** @param {HTMLElement} row */
  #drop(row) {
    this.#row = null;
    row.classList.remove("is-dragged");
    if (this.#places.indexOf(row) !== this.#place) this.#dropped(row);
  }

  /** @returns {(Element | null)[]} */
  get #places() {
    return [...this.#list.children];
  }
}

/** @param {Element | null} row */
function middle(row) {
  const { top = 0, bottom = 0 } = row?.getBoundingClientRect() ?? {};
  return (top + bottom) / 2;
}
