import { addEntries, bare, emptyContents, parsed, readContents } from "./contents.mjs";

/**
 * One concern of the learner's record on this device.
 *
 * Where storage is denied or full, everything works in memory, `kept` is false, and it is tried again
 * whenever the drawer is opened. What a newer
 * version of us wrote is left alone: what is done here is then kept beside it, under our own version,
 * for that version to take over. A text that cannot be read is put aside.
 */
export class Drawer {
  #concern;
  #placed;
  #place;
  #contents;
  /** @type {Record<string, any>} */
  #fitting = bare();
  /** @type {string | null} */
  #text = null;
  #kept = true;

  /**
   * @param {import("./concerns.mjs").Concern} concern
   * @param {(end: string) => import("./place.mjs").Place} placed the drawer's place, or one beside it
   */
  constructor(concern, placed) {
    this.#concern = concern;
    this.#placed = placed;
    this.#place = placed("");
    this.#contents = emptyContents(concern.steps);
  }

  /** Whether what is done now will be known after a reload. */
  get kept() {
    this.#refresh();
    return this.#kept;
  }

  /** Whether a text was put aside. */
  get damaged() {
    this.#refresh();
    return Boolean(this.#placed(":broken").read());
  }

  /** Forget what was put aside. */
  mend() {
    this.#placed(":broken").remove();
  }

  /** Everything in it, also what we cannot use; to read only. */
  get contents() {
    this.#refresh();
    return this.#contents;
  }

  /** Entries that can be used, by id; to read only. */
  get entries() {
    this.#refresh();
    return this.#fitting;
  }

  /**
   * Change an entry. It is read anew first, so that what another tab wrote stays.
   *
   * @param {string} id
   * @param {(old: any) => any} change from the old entry to the new one
   */
  put(id, change) {
    this.#refresh();
    this.#contents.entries[id] = change(this.#fitting[id]);
    this.#write();
  }

  /**
   * Add what another record knows.
   *
   * @param {Record<string, any>} entries
   */
  merge(entries) {
    this.#refresh();
    addEntries(this.#contents.entries, entries, this.#concern);
    this.#write();
  }

  /** Forget everything, also what was put aside or kept beside. */
  clear() {
    for (const end of ["", ":broken", this.#beside]) this.#placed(end).remove();
    this.#take(null, emptyContents(this.#concern.steps));
  }

  get #beside() {
    return `:${this.#concern.steps.length + 1}`;
  }

  #refresh() {
    const text = this.#place.read();
    if (text === undefined) this.#kept = false;
    else if (!this.#kept) this.#retry(text);
    else if (text !== this.#text) this.#open(text);
  }

  /** @param {string | null} text that stands there now, with what other tabs wrote meanwhile */
  #retry(text) {
    const { entries } = this.#contents;
    this.#kept = true;
    this.#open(text);
    addEntries(entries, this.#contents.entries, this.#concern);
    this.#contents.entries = entries;
    if (Object.keys(entries).length) this.#write();
  }

  /** @param {string | null} text */
  #open(text) {
    const { steps } = this.#concern;
    const found = text === null ? emptyContents(steps) : readContents(parsed(text), steps);
    if (found === "newer") this.#stepAside();
    else if (found !== "broken") this.#take(text, found);
    else {
      this.#kept = this.#placed(":broken").write(text ?? "");
      this.#take(text, emptyContents(steps));
    }
  }

  #stepAside() {
    const { key } = this.#place;
    this.#place = this.#placed(this.#beside);
    this.#kept = this.#place.key !== key;
    this.#take(null, emptyContents(this.#concern.steps));
    if (this.#kept) this.#refresh();
  }

  #write() {
    const text = JSON.stringify(this.#contents);
    if (this.#kept && text !== this.#text) this.#kept = this.#place.write(text);
    this.#take(text, this.#contents);
  }

  /**
   * @param {string | null} text
   * @param {import("./contents.mjs").Contents} contents
   */
  #take(text, contents) {
    this.#text = text;
    this.#contents = contents;
    const fitting = Object.entries(contents.entries).filter(([, entry]) => this.#concern.fits(entry));
    this.#fitting = bare(Object.fromEntries(fitting));
  }
}
