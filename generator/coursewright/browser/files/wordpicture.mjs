import { all, namespaceOf } from "./wordproperties.mjs";
import { addRelation, addType, rootOf } from "./wordpackage.mjs";

/**
 * @typedef {object} Picture
 * @property {string} name
 * @property {"png" | "jpeg"} kind
 * @property {import("./zip.mjs").Bytes} bytes
 * @property {number} width in pixels
 * @property {number} height in pixels
 * @property {string} description
 */

/**
 * @typedef {[name: string, attributes: Record<string, string | number>, ...children: (Tree | string)[]]} Tree
 */

/** Nine millimetres and sixty, in English Metric Units (ECMA-376 part 1, 20.1.2.1). */
const MOST_HIGH = 324000;
const MOST_WIDE = 2160000;
/** The text comes as near as it likes. */
const AWAY = { distT: 0, distB: 0, distL: 0, distR: 0 };
/** One that XML keeps without being asked. */
const SPACE = "\u2002";
const RELATION = "rIdCompanyLogo";

/**
 * Put a picture in the header at `path`, before its text or in the place of the one it has.
 *
 * @param {import("./zip.mjs").Files} files
 * @param {string} path
 * @param {Document} header
 * @param {Picture} picture
 */
export function addPicture(files, path, header, picture) {
  const name = `company-logo.${picture.kind}`;
  files.set(`word/media/${name}`, picture.bytes);
  addType(files, picture.kind);
  addRelation(files, path, header, { id: RELATION, target: `media/${name}` });
  place(header, drawing(header, picture));
}

/**
 * @param {Document} header
 * @param {Tree} picture
 */
function place(header, picture) {
  const [old] = all(header, "drawing");
  if (old) return old.replaceWith(made(header, picture));
  const [paragraph] = all(header, "p");
  const runs = [made(header, ["w:r", {}, picture]), made(header, ["w:r", {}, ["w:t", {}, SPACE]])];
  const look = paragraph?.firstElementChild;
  if (look?.localName === "pPr") look.after(...runs);
  else paragraph?.prepend(...runs);
}

/**
 * An inline picture (ECMA-376 part 1, 20.4.2.8), as large as fits and in its own proportions.
 *
 * @param {Document} header
 * @param {Picture} picture
 * @returns {Tree}
 */
function drawing(header, { name, width, height, description }) {
  const scale = Math.min(MOST_HIGH / height, MOST_WIDE / width);
  const [cx, cy] = [Math.round(width * scale), Math.round(height * scale)];
  const taken = [...header.getElementsByTagNameNS("*", "docPr")].map((one) => Number(one.getAttribute("id")));
  const id = 1 + Math.max(0, ...taken.map((one) => one || 0));
  const space = `${rootOf(header)}drawingml/2006/picture`;
  const named = { id, name, descr: description };
  /** @type {Tree} */
  const place = ["a:xfrm", {}, ["a:off", { x: 0, y: 0 }], ["a:ext", { cx, cy }]];
  /** @type {Tree} */
  const shape = ["pic:spPr", {}, place, ["a:prstGeom", { prst: "rect" }, ["a:avLst", {}]]];
  /** @type {Tree} */
  const stretch = ["a:stretch", {}, ["a:fillRect", {}]];
  /** @type {Tree} */
  const fill = ["pic:blipFill", {}, ["a:blip", { "r:embed": RELATION }], stretch];
  /** @type {Tree} */
  const whole = ["pic:pic", {}, ["pic:nvPicPr", {}, ["pic:cNvPr", named], ["pic:cNvPicPr", {}]], fill, shape];
  /** @type {Tree} */
  const graphic = ["a:graphic", {}, ["a:graphicData", { uri: space }, whole]];
  /** @type {Tree} */
  const extent = ["wp:extent", { cx, cy }];
  /** @type {Tree} */
  const inline = ["wp:inline", AWAY, extent, ["wp:docPr", named], graphic];
  return ["w:drawing", {}, inline];
}

/**
 * @param {Document} header
 * @param {Tree} tree
 * @returns {Element}
 */
function made(header, [name, attributes, ...children]) {
  const element = header.createElementNS(spaceOf(header, name), name);
  for (const [key, value] of Object.entries(attributes)) {
    const space = key.includes(":") ? spaceOf(header, key) : null;
    element.setAttributeNS(space, key, String(value));
  }
  element.append(...children.map((child) => (typeof child === "string" ? child : made(header, child))));
  return element;
}

/**
 * The namespace of a prefix.
 *
 * @param {Document} header
 * @param {string} name
 */
function spaceOf(header, name) {
  const root = rootOf(header);
  const prefix = name.slice(0, name.indexOf(":"));
  const spaces = {
    a: "drawingml/2006/main",
    pic: "drawingml/2006/picture",
    wp: "drawingml/2006/wordprocessingDrawing",
    r: "officeDocument/2006/relationships",
  };
  return prefix in spaces ? root + spaces[/** @type {keyof typeof spaces} */ (prefix)] : namespaceOf(header);
}
