/** What holds a Word file together: content types and relations (ECMA-376 part 2, 6.5 and 7.2.3). */
import { namespaceOf } from "./wordproperties.mjs";
import { parsed, serialised } from "./xml.mjs";

const CONTENT_TYPES = "[Content_Types].xml";

/**
 * What the names of all these standards begin with, taken from the one the part declares.
 *
 * @param {Document} header
 */
export function rootOf(header) {
  return namespaceOf(header).replace(/wordprocessingml.*$/, "");
}

/**
 * Have the package know what files with this ending are.
 *
 * @param {import("./zip.mjs").Files} files
 * @param {"png" | "jpeg"} kind
 */
export function addType(files, kind) {
  const types = parsed(files.get(CONTENT_TYPES));
  const defaults = [...types.getElementsByTagName("Default")];
  if (defaults.some((one) => one.getAttribute("Extension")?.toLowerCase() === kind)) return;
  const added = types.createElementNS(types.documentElement.namespaceURI, "Default");
  added.setAttribute("Extension", kind);
  added.setAttribute("ContentType", `image/${kind}`);
  types.documentElement.prepend(added);
  files.set(CONTENT_TYPES, serialised(types));
}

/**
 * Have the header at `path` refer to a picture.
 *
 * @param {import("./zip.mjs").Files} files
 * @param {string} path
 * @param {Document} header
 * @param {{id: string, target: string}} picture `target` as the header sees it
 */
export function addRelation(files, path, header, { id, target }) {
  const place = path.replace(/([^/]+)$/, "_rels/$1.rels");
  const space = `${rootOf(header)}package/2006/relationships`;
  const known = files.get(place);
  const relations = known ? parsed(known) : document.implementation.createDocument(space, "Relationships");
  const added = relations.createElementNS(space, "Relationship");
  added.setAttribute("Id", id);
  added.setAttribute("Type", `${rootOf(header)}officeDocument/2006/relationships/image`);
  added.setAttribute("Target", target);
  relations.documentElement.append(added);
  files.set(place, serialised(relations));
}
