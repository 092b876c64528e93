import { emptyRecord, readRecord } from "./record.mjs";

/**
 * The learner's record on this device. Sends `change` when it changed, here or in another tab.
 *
 * Where storage is denied, full, or holds a newer version of the record, everything works
 * in memory and `kept` is false.
 */
export class Store extends EventTarget {
  #drawer;
  #aside;
  #record = emptyRecord();
  #kept = true;
  /** @type {string | null} */
  #text = null;

  /**
   * @param {import("./drawer.mjs").Drawer} drawer where the record is
   * @param {import("./drawer.mjs").Drawer} aside where a text that cannot be read is put aside
   */
  constructor(drawer, aside) {
    super();
    this.#drawer = drawer;
    this.#aside = aside;
  }

  /** The record as it is now, to read only. */
  get record() {
    this.#refresh();
    return this.#record;
  }

  /** Whether what is done now will be known after a reload. */
  get kept() {
    this.#refresh();
    return this.#kept;
  }

  /**
   * Change the record. It is read anew first, so that what another tab wrote stays.
   *
   * @param {(record: import("./record.mjs").LearnerRecord) => void} change
   */
  update(change) {
    this.#refresh();
    change(this.#record);
    if (this.#kept) {
      this.#text = JSON.stringify(this.#record);
      this.#kept = this.#drawer.write(this.#text);
    }
    this.dispatchEvent(new Event("change"));
  }

  /** Forget everything, also what was put aside. */
  clear() {
    this.#drawer.remove();
    this.#aside.remove();
    this.#record = emptyRecord();
    this.#text = null;
    this.dispatchEvent(new Event("change"));
  }

  /**
   * For the `storage` events of the window; a null key means that all was cleared.
   *
   * @param {Event} event
   */
  handleEvent(event) {
    const { key } = /** @type {StorageEvent} */ (event);
    if (key === null || key === this.#drawer.key) this.dispatchEvent(new Event("change"));
  }

  #refresh() {
    if (!this.#kept) return;
    const text = this.#drawer.read();
    if (text === undefined) this.#kept = false;
    else if (text === null) this.#take(null, emptyRecord());
    else if (text !== this.#text) this.#open(text);
  }

  /** @param {string} text */
  #open(text) {
    const { state, record } = readRecord(text);
    if (state === "newer") this.#kept = false;
    if (state === "broken") this.#kept = this.#aside.write(text);
    this.#take(text, record ?? emptyRecord());
  }

  /**
   * @param {string | null} text
   * @param {import("./record.mjs").LearnerRecord} record
   */
  #take(text, record) {
    this.#text = text;
    this.#record = record;
  }
}
