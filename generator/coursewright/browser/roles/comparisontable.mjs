import { element, link } from "../page/element.mjs";
import words from "./words.mjs";

/** Draws roles side by side as a table, which a style turns into blocks under headings on a phone. */
export class ComparisonTable {
  #place;

  /** @param {Element | null} place */
  constructor(place) {
    this.#place = place;
  }

  /**
   * @param {import("./comparison.mjs").Role[]} roles
   * @param {import("./comparison.mjs").Part[]} parts nothing shows nothing
   */
  show(roles, parts) {
    if (!parts.length) return this.#place?.replaceChildren();
    const heads = roles.map(({ title, url }) => cell("th", "col", link(title, url)));
    const head = element("thead", "", element("tr", "", element("td"), ...heads));
    const bodies = parts.map((part) => body(part, roles));
    const caption = element("caption", "cw-hidden", roles.map(({ title }) => title).join(words.list_comma));
    this.#place?.replaceChildren(element("table", "", caption, head, ...bodies));
  }
}

/**
 * @param {import("./comparison.mjs").Part} part
 * @param {import("./comparison.mjs").Role[]} roles
 */
function body({ title, kind, rows }, roles) {
  const made = element("tbody", `cw-side-${kind}`);
  if (kind === "rows") {
    const head = cell("th", "rowgroup", title);
    head.colSpan = roles.length + 1;
    made.append(element("tr", "cw-side-part", head));
  }
  for (const row of rows) {
    const head = cell("th", "row", row.title || title);
    if (row.differs) head.append(" ", element("span", "cw-side-differs", `≠ ${words.differs}`));
    const cells = row.cells.map((lines, at) => filled(lines, roles[at]?.title ?? ""));
    made.append(element("tr", "", head, ...cells));
  }
  return made;
}

/**
 * @param {string[]} lines
 * @param {string} column
 */
function filled(lines, column) {
  const made = element("td");
  made.dataset.column = column;
  if (lines.length > 1) made.append(element("ul", "", ...lines.map((line) => element("li", "", line))));
  else made.append(lines[0] ?? element("span", "cw-m", words.not_stated));
  return made;
}

/**
 * @param {"th"} tag
 * @param {"col" | "row" | "rowgroup"} scope
 * @param {(Node | string)[]} children
 */
function cell(tag, scope, ...children) {
  const made = element(tag, "", ...children);
  made.scope = scope;
  return made;
}
