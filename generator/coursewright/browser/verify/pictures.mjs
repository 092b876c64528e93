/** A credential in a picture (Open Badges 3.0, 5.3): one chunk of a PNG, or one element of an SVG. */

import { crc32 } from "../files/crc.mjs";
import { inflated } from "./inflated.mjs";
import { toBytes } from "./letters.mjs";
import { LARGEST } from "./strictjson.mjs";

export const PNG = [137, 80, 78, 71, 13, 10, 26, 10];
const KEYWORD = "openbadgecredential\0";
const NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";

/**
 * What one iTXt chunk with the keyword has (W3C PNG, 11.3.3.4). Throws where there is none, or more than one.
 *
 * @param {Uint8Array} picture
 */
export async function ofPng(picture) {
  const keyword = toBytes(KEYWORD);
  const found = [];
  for (const { kind, content } of chunks(picture))
    if (kind === "iTXt" && keyword.every((byte, at) => content[at] === byte))
      found.push(content.slice(keyword.length));
  const [own, ...more] = found;
  if (!own || more.length) throw new TypeError("no one credential");
  const language = own.indexOf(0, 2);
  const translated = own.indexOf(0, language + 1);
  if (language < 0 || translated < 0) throw new TypeError("damaged");
  const content = own.slice(translated + 1);
  if (own[0] === 0) return content;
  if (own[0] !== 1 || own[1] !== 0) throw new TypeError("packed in an unknown way");
  return inflated(content, "deflate", LARGEST);
}

/**
 * Throws for one that is not whole.
 *
 * @param {Uint8Array} picture
 */
function* chunks(picture) {
  const view = new DataView(picture.buffer, picture.byteOffset, picture.byteLength);
  for (let at = PNG.length; at < picture.length; ) {
    const size = view.getUint32(at);
    const checked = picture.subarray(at + 4, at + 8 + size);
    if (view.getUint32(at + 8 + size) !== crc32(checked)) throw new TypeError("damaged");
    yield { kind: String.fromCharCode(...checked.subarray(0, 4)), content: checked.subarray(4) };
    at += 12 + size;
  }
}

/**
 * What one element of the namespace has. Throws where there is none, or more than one.
 *
 * @param {string} picture
 */
export function ofSvg(picture) {
  // Entities could make a small file huge.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(picture)) throw new TypeError("entities");
  const parsed = new DOMParser().parseFromString(picture, "image/svg+xml");
  const [own, ...more] = parsed.getElementsByTagNameNS(NAMESPACE, "credential");
  if (!own || more.length || parsed.getElementsByTagName("parsererror").length)
    throw new TypeError("no one credential");
  if ([...own.childNodes].some((node) => !(node instanceof Text))) throw new TypeError("not only text");
  return (own.getAttribute("verify") || own.textContent || "").replace(/^[ \r\n\t]+|[ \r\n\t]+$/g, "");
}
