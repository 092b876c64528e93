/** Lets a pointer drag entries by their grips onto something else; nothing moves in the document. */
export class Dropping {
  #targets;
  #dropped;
  /** @type {HTMLElement | null} */
  #row = null;

  /**
   * @param {HTMLElement} list of the entries
   * @param {readonly HTMLElement[]} targets
   * @param {(row: HTMLElement, target: HTMLElement) => void} dropped
   */
  constructor(list, targets, dropped) {
    this.#targets = targets;
    this.#dropped = dropped;
    for (const type of ["pointerdown", "pointermove", "pointerup", "pointercancel"])
      list.addEventListener(type, this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const pointer = /** @type {PointerEvent} */ (event);
    if (pointer.type === "pointerdown") return this.#take(pointer);
    if (!this.#row || !pointer.isPrimary) return;
    const target = pointer.type === "pointercancel" ? undefined : this.#below(pointer);
    const isOver = pointer.type === "pointermove";
    for (const each of this.#targets) each.classList.toggle("is-over", isOver && each === target);
    if (isOver) return;
    this.#row.classList.remove("is-dragged");
    if (target) this.#dropped(this.#row, target);
    this.#row = null;
  }

  /** @param {PointerEvent} event */
  #take(event) {
    const { target, currentTarget, pointerId, isPrimary, button } = event;
    if (button || !isPrimary || !(target instanceof Element && target.matches(".is-live .cw-grip"))) return;
    event.preventDefault();
    /** @type {Element} */ (currentTarget).setPointerCapture(pointerId);
    this.#row = target.closest("li");
    this.#row?.classList.add("is-dragged");
  }

  /** @param {PointerEvent} event */
  #below({ clientX, clientY }) {
    const found = document.elementFromPoint(clientX, clientY);
    return this.#targets.find((target) => target.contains(found));
  }
}
