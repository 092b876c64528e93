import { element } from "../page/element.mjs";

/**
 * A table that scrolls by itself where it is too wide; on a phone its rows become lists.
 *
 * @param {readonly string[]} head
 * @param {readonly (readonly (Node | string)[])[]} rows the first of each names the row
 */
export function table(head, rows) {
  const top = element("tr", "", ...head.map((text) => scoped("col", text)));
  const body = rows.map(([name = "", ...cells]) =>
    element("tr", "", scoped("row", name), ...cells.map((cell, at) => named(head[at + 1] ?? "", cell))),
  );
  const made = element("table", "", element("thead", "", top), element("tbody", "", ...body));
  return element("div", "cw-scroll cw-compare", made);
}

/**
 * @param {"col" | "row"} scope
 * @param {Node | string} content
 */
function scoped(scope, content) {
  const cell = element("th", "", content);
  cell.scope = scope;
  return cell;
}

/**
 * @param {string} column
 * @param {Node | string} content
 */
function named(column, content) {
  const cell = element("td", "", content);
  cell.dataset.column = column;
  return cell;
}
