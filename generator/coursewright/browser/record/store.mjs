import { CONCERNS, NAMES } from "./concerns.mjs";
import { parsed } from "./contents.mjs";
import { Drawer } from "./drawer.mjs";
import { entriesBefore, isTaken, marked } from "./takeover.mjs";

/**
 * @typedef {import("./concerns.mjs").LearnerRecord} LearnerRecord
 * @typedef {keyof LearnerRecord} Name
 */

/**
 * The learner's record on this device, a drawer a concern. Sends `change` when it changed, here or in
 * another tab; here also `merge` before another record is added, and `clear` when all is forgotten.
 */
export class Store extends EventTarget {
  #before;
  /** @type {Map<Name, Drawer>} */
  #drawers;

  /**
   * @param {(end: string) => import("./place.mjs").Place} placed where the site before this one kept
   *   everything, or a place beside it
   */
  constructor(placed) {
    super();
    this.#before = placed("");
    this.#drawers = new Map(
      NAMES.map((name) => [name, new Drawer(CONCERNS[name], (end) => placed(`:${name}${end}`))]),
    );
  }

  /** The record as it is now, to read only. */
  get record() {
    return /** @type {LearnerRecord} */ (this.#all((drawer) => drawer.entries));
  }

  /** Everything kept, also what we cannot use. */
  get contents() {
    return this.#all((drawer) => drawer.contents);
  }

  /** Whether what is done now will be known after a reload. */
  get kept() {
    return [...this.#drawers.values()].every(({ kept }) => kept);
  }

  /** Whether something of the record could not be read. */
  get damaged() {
    return [...this.#drawers.values()].some(({ damaged }) => damaged);
  }

  /**
   * Change an entry.
   *
   * @template {Name} Concern
   * @param {Concern} name
   * @param {string} id
   * @param {(old: LearnerRecord[Concern][string] | undefined) => LearnerRecord[Concern][string]} change
   */
  put(name, id, change) {
    this.#takeOver();
    this.#drawers.get(name)?.put(id, change);
    this.dispatchEvent(new Event("change"));
  }

  /**
   * Add what another record knows, such as one that was exported before this one was damaged.
   *
   * @param {Partial<Record<Name, Record<string, unknown>>>} record
   */
  merge(record) {
    this.#takeOver();
    this.dispatchEvent(new Event("merge"));
    this.#add(record);
    for (const drawer of this.#drawers.values()) drawer.mend();
    this.dispatchEvent(new Event("change"));
  }

  /** Forget everything. */
  clear() {
    this.#before.remove();
    for (const drawer of this.#drawers.values()) drawer.clear();
    this.dispatchEvent(new Event("clear"));
    this.dispatchEvent(new Event("change"));
  }

  /**
   * For the `storage` events of the window; a null key means that all was cleared.
   *
   * @param {Event} event
   */
  handleEvent(event) {
    const { key } = /** @type {StorageEvent} */ (event);
    if (key?.startsWith(this.#before.key) ?? true) this.dispatchEvent(new Event("change"));
  }

  /**
   * @template Value
   * @param {(drawer: Drawer) => Value} of
   * @returns {Record<string, Value>}
   */
  #all(of) {
    this.#takeOver();
    return Object.fromEntries([...this.#drawers].map(([name, drawer]) => [name, of(drawer)]));
  }

  /** @param {Partial<Record<Name, Record<string, unknown>>>} record */
  #add(record) {
    for (const [name, drawer] of this.#drawers) drawer.merge(record[name] ?? {});
  }

  #takeOver() {
    const text = this.#before.read();
    if (!text || isTaken(text)) return;
    const entries = entriesBefore(parsed(text));
    if (!entries) return;
    this.#add(entries);
    if (this.kept) this.#before.write(marked(text));
  }
}
