import { store } from "./device.mjs";

/** An element that shows something of the record and keeps up with it. */
export class RecordView extends HTMLElement {
  connectedCallback() {
    store.addEventListener("change", this);
    this.draw(store.record);
  }

  disconnectedCallback() {
    store.removeEventListener("change", this);
  }

  handleEvent() {
    this.draw(store.record);
  }

  /** @param {import("./concerns.mjs").LearnerRecord} _record */
  draw(_record) {}
}
