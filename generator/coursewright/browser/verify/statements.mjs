/**
 * What a document says, in the canonical order in which it is signed (W3C RDFC-1.0).
 *
 * The meaning of each name is in the tables of the shapes that we read; tests hold them to the contexts, by
 * another reader of JSON-LD.
 */

import { RDFC10 } from "../canonize/rdfc10.mjs";

/**
 * @typedef {import("./parts.mjs").Part} Part
 * @typedef {{termType: string, value: string, datatype?: {termType: string, value: string}}} Term
 * @typedef {{subject: Term, predicate: Term, object: Term, graph: Term}} Quad
 */

const TYPE = node("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
const STRING = "http://www.w3.org/2001/XMLSchema#string";

/**
 * N-Quads of a document that is of the part's shape.
 *
 * @param {Record<string, any>} document
 * @param {Part} part
 * @param {(text: string) => Promise<string>} hash SHA-256 of UTF-8, in hex
 * @returns {Promise<string>}
 */
export function canonical(document, part, hash) {
  const said = new Statements();
  said.say(document, part);
  return new RDFC10({ createMessageDigest: () => new Digest(hash) }).main([...said.quads.values()]);
}

class Digest {
  #hash;
  #text = "";

  /** @param {(text: string) => Promise<string>} hash */
  constructor(hash) {
    this.#hash = hash;
  }

  /** @param {string} text */
  update(text) {
    this.#text += text;
  }

  digest() {
    return this.#hash(this.#text);
  }
}

class Statements {
  /** Each once. @type {Map<string, Quad>} */
  quads = new Map();
  #blanks = 0;

  /**
   * @param {Record<string, any>} value
   * @param {Part} part
   * @returns {Term} what is said of
   */
  say(value, part) {
    const own = part.isNamed ? node(value.id) : { termType: "BlankNode", value: `n${this.#blanks++}` };
    for (const kind of part.kinds) this.#add(own, TYPE, node(kind));
    for (const [name, field] of Object.entries(part.fields)) {
      const found = Object.hasOwn(value, name) ? [value[name]].flat() : [];
      for (const each of found)
        this.#add(own, node(field.means), field.part ? this.say(each, field.part) : term(each, field));
    }
    return own;
  }

  /**
   * @param {Term} subject
   * @param {Term} predicate
   * @param {Term} object
   */
  #add(subject, predicate, object) {
    const quad = { subject, predicate, object, graph: { termType: "DefaultGraph", value: "" } };
    this.quads.set(JSON.stringify(quad), quad);
  }
}

/**
 * @param {string | boolean} value
 * @param {import("./parts.mjs").Field} field
 * @returns {Term}
 */
function term(value, { isNode, stands, type = STRING }) {
  if (isNode) return node(stands ?? String(value));
  return { termType: "Literal", value: String(value), datatype: node(type) };
}

/** @param {string} value */
function node(value) {
  return { termType: "NamedNode", value };
}
