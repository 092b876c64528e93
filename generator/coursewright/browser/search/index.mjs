import { asked, formsOf } from "./asked.mjs";
import { fit, likeness, pairs } from "./fit.mjs";
import { bare, folded, unpadded, wordsOf } from "./fold.mjs";
import { numbered } from "./numerals.mjs";

/**
 * Finds what is typed in the names and the texts of a course. Pure.
 *
 * @typedef {[address: string, kind: string, names: string[], initials: string]} Named
 * @typedef {[address: string, page: string, heading: string, text: string]} Part
 * @typedef {{address: string, title: string, page: string, kind: string, text: string, score: number}} Found
 *   `page` is empty where the title says it; `kind` is empty for a part of a page without a name
 */

/** Of two with the same name the earlier kind comes first: what says in a sentence what it is. */
const KINDS = [
  "term",
  "person",
  "toolkit",
  "role",
  "section",
  "chapter",
  "quiz",
  "exam",
  "competency",
  "taxonomy",
];
const SHORTEST_STEM = 4;

export class Index {
  #entries;
  #forms;

  /**
   * @param {readonly Named[]} named
   * @param {readonly Part[]} parts
   * @param {string} forms of a question for what a name means, see `asked.mjs`
   */
  constructor(named, parts, forms = "") {
    this.#forms = formsOf(forms);
    const texts = new Map(parts.map((part) => [part[0], part]));
    const known = new Set(named.map(([address]) => address));
    const unnamed = parts.filter(([address]) => !known.has(address));
    this.#entries = [
      ...named.map((one) => entryOf(one, texts.get(one[0]))),
      ...unnamed.map((part) => entryOf([part[0], "", [part[2] || part[1]], ""], part)),
    ];
  }

  /**
   * What is to be found for what is typed: what a question asks for, where that leads to more.
   *
   * @param {string} typed
   */
  sought(typed) {
    const name = asked(typed, this.#forms);
    return name !== typed && this.#best(name) > this.#best(typed) ? name : typed;
  }

  /**
   * What fits, best first.
   *
   * @param {string} query
   * @returns {Found[]}
   */
  find(query) {
    const typed = { whole: bare(query), short: unpadded(query), pieces: wordsOf(query) };
    if (!typed.whole) return [];
    const exact = this.#scored((entry) => fit(entry, typed));
    if (exact.length) return exact;
    const stems = typed.pieces.map((word) => this.#stem(word));
    const near = stems.some((stem, at) => stem !== typed.pieces[at])
      ? this.#scored((entry) => fit(entry, { whole: stems.join(""), pieces: stems }))
      : [];
    return near.length ? near : this.#scored((entry) => likeness(entry, pairs(typed.whole)));
  }

  /** @param {string} query */
  #best(query) {
    return this.find(query)[0]?.score ?? 0;
  }

  /** @param {(entry: import("./fit.mjs").Entry) => number} score */
  #scored(score) {
    return this.#entries
      .map((entry) => ({ ...entry.found, score: score(entry) }))
      .filter((found) => found.score > 0)
      .sort((one, other) => other.score - one.score);
  }

  /**
   * A word of an alphabet as far as the course has it: “borrows” where it only says “borrow”.
   *
   * @param {string} word
   */
  #stem(word) {
    if (!/^[a-z]+$/.test(word)) return word;
    for (let length = word.length; length >= SHORTEST_STEM; length -= 1) {
      const stem = word.slice(0, length);
      if (this.#entries.some(({ text, names }) => text.includes(stem) || names.some((n) => n.includes(stem))))
        return stem;
    }
    return word;
  }
}

/**
 * @param {Named} named
 * @param {Part | undefined} part
 * @returns {import("./fit.mjs").Entry}
 */
function entryOf([address, kind, names, initials], part) {
  const title = names[0] ?? "";
  const [, page = "", , text = ""] = part ?? [];
  const place = KINDS.indexOf(kind);
  return {
    found: { address, title, page: page === title ? "" : page, kind, text, score: 0 },
    names: [...new Set([...names.map(bare), ...names.map(unpadded)])],
    joined: names.flatMap(joined),
    initials,
    said: numbered(folded(names.join(" "))),
    text: numbered(folded(text)),
    rank: place < 0 ? 0 : (KINDS.length - place) / 10,
  };
}

/**
 * @param {string} name
 * @returns {(readonly [first: string, name: string])[]}
 */
function joined(name) {
  const [first = "", ...others] = wordsOf(name);
  return others.length ? [[bare(first), bare(name)]] : [];
}
