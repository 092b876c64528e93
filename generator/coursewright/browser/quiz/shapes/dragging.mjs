/** Lets rows of a list be dragged by their `.cw-grip`, with mouse, pen or finger; Escape breaks it off. */
export class Dragging {
  #moved;
  #dropped;
  /** @type {HTMLElement | null} */
  #row = null;

  /**
   * @param {HTMLElement} list
   * @param {(row: HTMLElement, pointer: PointerEvent) => void} moved
   * @param {(row: HTMLElement, pointer: PointerEvent | null) => void} dropped null where it was broken off
   */
  constructor(list, moved, dropped) {
    this.#moved = moved;
    this.#dropped = dropped;
    const types = /** @type {const} */ (["pointerdown", "pointermove", "pointerup", "pointercancel"]);
    for (const type of types) list.addEventListener(type, this);
  }

  /** @param {PointerEvent | KeyboardEvent} event */
  handleEvent(event) {
    const row = this.#row;
    if (!(event instanceof PointerEvent)) return event.key === "Escape" && this.#end(null);
    if (!event.isPrimary) return;
    if (event.type === "pointerdown") this.#take(event);
    else if (row && event.type === "pointermove") this.#moved(row, event);
    else this.#end(event.type === "pointerup" ? event : null);
  }

  /** @param {PointerEvent | null} pointer where it was dropped, null where it was broken off */
  #end(pointer) {
    const row = this.#row;
    this.#row = null;
    document.removeEventListener("keydown", this);
    row?.classList.remove("is-dragged");
    if (row) this.#dropped(row, pointer);
  }

  /** @param {PointerEvent} event */
  #take(event) {
    const { target, currentTarget, pointerId, button } = event;
    if (button || !(target instanceof Element && target.matches(".cw-grip"))) return;
    event.preventDefault();
    // The list goes on hearing of the pointer wherever it is, and however its rows move.
    /** @type {Element} */ (currentTarget).setPointerCapture(pointerId);
    document.addEventListener("keydown", this);
    this.#row = target.closest("li");
    this.#row?.classList.add("is-dragged");
  }
}

/**
 * Before the first of the others whose middle is below the pointer, or else last: however far it jumped.
 *
 * @param {HTMLElement} row
 * @param {PointerEvent} pointer
 */
export function follow(row, { clientY }) {
  const others = [...(row.parentElement?.children ?? [])].filter((other) => other !== row);
  const next = others.find((other) => clientY < middle(other)) ?? null;
  if (next !== row.nextElementSibling) row.parentElement?.insertBefore(row, next);
}

/** @param {Element} row */
function middle(row) {
  const { top, bottom } = row.getBoundingClientRect();
  return (top + bottom) / 2;
}

/**
 * The one of some targets that is below the pointer, which is marked.
 *
 * @param {readonly HTMLElement[]} targets
 * @param {PointerEvent | null} pointer
 */
export function below(targets, pointer) {
  const found = pointer && document.elementFromPoint(pointer.clientX, pointer.clientY);
  const over = targets.find((target) => target.contains(found));
  for (const target of targets) target.classList.toggle("is-over", target === over);
  return over;
}
