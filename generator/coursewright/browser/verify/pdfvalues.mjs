/**
 * Values as a PDF writes them (ISO 32000-2, 7.3), in one spelling: what readers might take differently –
 * comments, a name twice in a dictionary, anything that is not closed – is refused.
 *
 * @typedef {{object: number, generation: number}} Reference
 * @typedef {{name: string}} Name
 * @typedef {Map<string, any>} Dictionary values by their names
 */

const SPACE = String.raw`\0\t\n\f\r `;
const REGULAR = String.raw`[^${SPACE}()<>[\]{}/%]`;
const KINDS = [
  String.raw`(<<|>>|\[|\])`,
  `/(${REGULAR}*)`,
  String.raw`<([\da-fA-F${SPACE}]*)>`,
  String.raw`(\()`,
  String.raw`([+-]?\d+(?:\.\d*)?|[+-]?\.\d+|true|false|null|R)(?!${REGULAR})`,
];
const TOKEN = new RegExp(`[${SPACE}]*(?:${KINDS.join("|")})`, "y");
const REFERENCE = /^(?:0|[1-9]\d{0,6})$/;
const WORDS = new Map(Object.entries({ true: true, false: false, null: null }));
/** Levels of lists and dictionaries in one another. */
const DEEPEST = 32;

/** Reads values one behind the other. */
export class Values {
  #text;

  /**
   * @param {string} text a letter for each byte
   * @param {number} at where the next one begins
   */
  constructor(text, at) {
    this.#text = text;
    this.at = at;
  }

  /**
   * A dictionary is a Map, a list an Array, numbers are numbers. Throws for what is no value.
   *
   * @param {number} [left] levels below it
   * @returns {any}
   */
  next(left = DEEPEST) {
    const [, sign, name, hex, begins, word] = this.#token();
    if (sign === "<<" && left) return this.#dictionary(left - 1);
    if (sign === "[" && left) return this.#list("]", left - 1);
    if (name !== undefined) return { name: plainName(name) };
    if (hex !== undefined) return fromHex(hex);
    if (begins) return this.#string();
    if (word === undefined || word === "R") throw new TypeError("no value");
    return WORDS.has(word) ? WORDS.get(word) : this.#number(word);
  }

  #token() {
    TOKEN.lastIndex = this.at;
    const found = TOKEN.exec(this.#text);
    if (!found) throw new TypeError("no value");
    this.at = TOKEN.lastIndex;
    return found;
  }

  /**
   * A number, or with two more words a reference.
   *
   * @param {string} word
   */
  #number(word) {
    const from = this.at;
    const more = /[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
    more.lastIndex = from;
    const generation = more.exec(this.#text)?.[1];
    if (generation === undefined) return Number(word);
    if (!REFERENCE.test(word) || !REFERENCE.test(generation)) throw new TypeError("no reference");
    this.at = more.lastIndex;
    return { object: Number(word), generation: Number(generation) };
  }

  /**
   * @param {string} end
   * @param {number} left
   */
  #list(end, left) {
    const found = [];
    while (!this.#ends(end)) found.push(this.next(left));
    return found;
  }

  /** @param {number} left */
  #dictionary(left) {
    const all = this.#list(">>", left);
    /** @type {Dictionary} */
    const found = new Map();
    for (let at = 0; at < all.length; at += 2) {
      const name = all[at]?.name;
      if (typeof name !== "string" || at + 1 === all.length || found.has(name))
        throw new TypeError("no dictionary");
      found.set(name, all[at + 1]);
    }
    return found;
  }

  /** @param {string} end */
  #ends(end) {
    const from = this.at;
    if (this.#token()[1] === end) return true;
    this.at = from;
    return false;
  }

  /** What stands in brackets, its escapes as they are. */
  #string() {
    const from = this.at;
    for (let open = 1; open; this.at += 1) {
      const letter = this.#text[this.at];
      if (letter === undefined) throw new TypeError("no end");
      if (letter === "\\") this.at += 1;
      else if (letter === "(") open += 1;
      else if (letter === ")") open -= 1;
    }
    return this.#text.slice(from, this.at - 1);
  }
}

/** @param {any} value @returns {value is Reference} */
export function isReference(value) {
  return typeof value?.object === "number";
}

/** @param {string} name */
function plainName(name) {
  return name.replace(/#([\da-fA-F]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
}

/** @param {string} digits */
function fromHex(digits) {
  const pairs = digits.replace(/[^\da-fA-F]/g, "").match(/..?/g) ?? [];
  return pairs.map((pair) => String.fromCharCode(parseInt(pair.padEnd(2, "0"), 16))).join("");
}
