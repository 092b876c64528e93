const [FIRST, LONGEST] = [5000, 600000];

/** A pause before something is tried again, each twice as long as the one before. */
export class Pause {
  #again;
  #length = FIRST;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {() => void} again */
  constructor(again) {
    this.#again = again;
  }

  begin() {
    this.end();
    this.#timer = setTimeout(this.#again, this.#length);
    this.#length = Math.min(this.#length * 2, LONGEST);
  }

  /** Wait no longer: it is being tried. */
  end() {
    clearTimeout(this.#timer);
  }

  /** It went well: the next pause is a first one. */
  forget() {
    this.#length = FIRST;
  }
}
