import { store } from "../record/device.mjs";

/**
 * An element that shows something of the record and keeps up with it; and with the day, for a page that
 * was left open, or was put away by Back, is told of nothing until it is seen again.
 */
export class RecordView extends HTMLElement {
  connectedCallback() {
    store.addEventListener("change", this);
    document.addEventListener("visibilitychange", this);
    this.draw(store.record);
  }

  disconnectedCallback() {
    store.removeEventListener("change", this);
    document.removeEventListener("visibilitychange", this);
  }

  handleEvent() {
    this.draw(store.record);
  }

  /** @param {import("../record/concerns.mjs").LearnerRecord} _record */
  draw(_record) {}
}
