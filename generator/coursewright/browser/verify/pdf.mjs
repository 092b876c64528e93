/**
 * Files that are attached to a PDF (ISO 32000-2, 7.11.4). Their streams stand in the file in clear, whatever
 * else of it is packed, so that nothing else of it has to be understood.
 */

import { inflated } from "./inflated.mjs";
import { LARGEST } from "./strictjson.mjs";

const KIND = /\/EmbeddedFile(?![A-Za-z])/g;
const START = /stream\r?\n/y;
const PACKED = /\/Filter\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])\s*[/>]/;
/** Letters of what stands before a stream, and files that are looked at. */
const [FAR, MOST] = [2000, 20];

/**
 * The contents of all that can be read.
 *
 * @param {Uint8Array} bytes
 */
export async function attached(bytes) {
  const text = new TextDecoder("latin1").decode(bytes);
  /** @type {Uint8Array[]} */
  const found = [];
  const kinds = [...text.matchAll(KIND)].slice(0, MOST);
  for (const place of new Set(kinds.map(({ index }) => text.lastIndexOf("obj", index)))) {
    const content = await contentOf(bytes, text, place).catch(() => null);
    if (content) found.push(content);
  }
  return found;
}

/**
 * @param {Uint8Array} bytes
 * @param {string} text the same
 * @param {number} place of an object
 */
async function contentOf(bytes, text, place) {
  const before = text.slice(place, place + FAR);
  const head = before.slice(0, before.indexOf("stream"));
  START.lastIndex = place + head.length;
  const [begin] = START.exec(text) ?? [];
  const [, length, reference] = /\/Length\s+(\d+)(\s+\d+\s+R)?/.exec(head) ?? [];
  if (!begin || !length || reference || head.includes("endobj")) return null;
  const from = place + head.length + begin.length;
  const content = bytes.slice(from, from + Number(length));
  if (head.includes("/DecodeParms")) return null;
  if (!head.includes("/Filter")) return content;
  return PACKED.test(head) ? inflated(content, "deflate", LARGEST) : null;
}
