/**
 * The file that is attached to a PDF under the name of a credential (ISO 32000-2, 7.7.4 and 7.11.4), as
 * readers of PDF find it.
 */

import { inflated } from "./inflated.mjs";
import { PdfObjects } from "./pdfobjects.mjs";
import { LARGEST } from "./strictjson.mjs";

/** @typedef {import("./pdfvalues.mjs").Dictionary} Dictionary */

const ATTACHED = "credential.json";
/** A name that all readers take for the same. */
const PLAIN = /^[ -[\]-~]+$/;
/** What else may name a file, or say that it is elsewhere: of several, readers take different ones. */
const ELSEWHERE = ["FS", "DOS", "Mac", "Unix"];
const MOST = 100;

/**
 * Throws where there is not just one, or the file is of another making than the common one.
 *
 * @param {Uint8Array} bytes
 */
export async function attached(bytes) {
  const objects = new PdfObjects(bytes);
  const root = dictionary(objects, objects.root);
  // Without a page, readers look for another root.
  if (!(dictionary(objects, root.get("Pages")).get("Count") > 0)) throw new TypeError("no page");
  const tree = dictionary(objects, dictionary(objects, root.get("Names")).get("EmbeddedFiles"));
  const names = objects.value(tree.get("Names"));
  if (tree.has("Kids") || !Array.isArray(names) || names.length % 2 || names.length > MOST)
    throw new TypeError("no list of files");
  const files = names.filter((_, at) => at % 2).map((file) => dictionary(objects, file));
  const [own, ...more] = files.filter((file) => nameOf(objects, file) === ATTACHED);
  if (!own || more.length) throw new TypeError("no one credential");
  return contentOf(bytes, objects, own);
}

/**
 * @param {PdfObjects} objects
 * @param {any} value
 * @returns {Dictionary}
 */
function dictionary(objects, value) {
  const found = objects.value(value);
  if (!(found instanceof Map)) throw new TypeError("no dictionary");
  return found;
}

/**
 * @param {PdfObjects} objects
 * @param {Dictionary} file
 */
function nameOf(objects, file) {
  const name = objects.value(file.get("F"));
  const own = file.has("UF") ? objects.value(file.get("UF")) : name;
  if (own !== name || typeof name !== "string" || !PLAIN.test(name)) throw new TypeError("no plain name");
  if (ELSEWHERE.some((other) => file.has(other))) throw new TypeError("named otherwise");
  return name;
}

/**
 * @param {Uint8Array} bytes
 * @param {PdfObjects} objects
 * @param {Dictionary} file
 */
async function contentOf(bytes, objects, file) {
  const streams = dictionary(objects, file.get("EF"));
  const own = streams.get("F");
  if (streams.has("UF") && streams.get("UF")?.object !== own?.object) throw new TypeError("two contents");
  const { about, from, to } = objects.stream(own);
  const [filter, ...more] = [objects.value(about.get("Filter")) ?? []].flat();
  if (more.length || about.has("DecodeParms") || about.has("F"))
    throw new TypeError("packed in an unknown way");
  const content = bytes.slice(from, to);
  if (!filter) return content;
  if (objects.value(filter).name !== "FlateDecode") throw new TypeError("packed in an unknown way");
  return inflated(content, "deflate", LARGEST);
}
