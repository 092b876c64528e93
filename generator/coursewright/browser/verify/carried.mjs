/**
 * A file → the credential that it carries, of which nothing is verified yet.
 *
 * @typedef {"JWT" | "JSON" | "PDF" | "PNG" | "SVG"} Kind
 *
 * @typedef {object} Carried
 * @property {Kind} kind
 * @property {Record<string, any>} body what was signed, without claims of a JWT and without the proof
 * @property {ReturnType<typeof parted>} [token] one of this and
 * @property {Record<string, any>} [proof] is there
 */

import { fromBytes, toBytes } from "./letters.mjs";
import { attached } from "./pdf.mjs";
import { PNG, ofPng, ofSvg } from "./pictures.mjs";
import { isObject, objectOf } from "./strictjson.mjs";
import { parted, tokenOf } from "./token.mjs";

/** Bytes of a file. */
export const LARGEST_FILE = 32_000_000;

const PDF = toBytes("%PDF");
/** What may stand around a text, and nowhere else. */
const AROUND = /^[\ufeff \r\n\t]+|[\ufeff \r\n\t]+$/g;
const ASCII = /^[\0-\x7f]*$/;

/**
 * Throws for a file without one credential.
 *
 * @param {Uint8Array} file
 * @returns {Promise<Carried>}
 */
export async function carried(file) {
  if (file.length > LARGEST_FILE) throw new RangeError("too large");
  if (begins(file, PDF)) return read(await attached(file), "PDF");
  if (begins(file, PNG)) return read(await ofPng(file), "PNG");
  const text = fromBytes(file).replace(AROUND, "");
  return text.startsWith("<") ? read(toBytes(ofSvg(text)), "SVG") : read(toBytes(text));
}

/**
 * @param {Uint8Array} file
 * @param {ArrayLike<number>} bytes
 */
function begins(file, bytes) {
  return Array.from(bytes).every((byte, at) => file[at] === byte);
}

/**
 * @param {Uint8Array} content
 * @param {Kind} [kind]
 * @returns {Promise<Carried>}
 */
async function read(content, kind) {
  const text = fromBytes(content);
  if (text.startsWith("{")) {
    const { proof, ...body } = objectOf(content);
    if (!isObject(proof)) throw new TypeError("no proof");
    return { kind: kind ?? "JSON", body, proof };
  }
  if (!ASCII.test(text)) throw new TypeError("no JWT");
  const token = parted(await tokenOf(text));
  return { kind: kind ?? "JWT", body: token.body, token };
}
