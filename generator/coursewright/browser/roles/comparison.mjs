/**
 * Roles as `roles.json` has them, and what of them stands side by side.
 *
 * @typedef {string | string[] | Record<string, string>} Value of a line, a list, or rows by key
 * @typedef {{title: string, kind: "line" | "list" | "rows", names: Record<string, string>}} Aspect
 * @typedef {{id: string, title: string, url: string, values: Value[]}} Role one value an aspect
 * @typedef {{aspects: Aspect[], roles: Role[]}} Comparison
 *
 * @typedef {{title: string, cells: string[][], differs: boolean}} Row one cell a role, each with its lines
 * @typedef {{title: string, kind: Aspect["kind"], rows: Row[]}} Part an aspect; a line or lists are one row
 *   without a title
 */

const NAME = "roles";

/**
 * The roles that an address names, each once; those that do not exist are passed over.
 *
 * @param {string} search such as `?roles=a,b`
 * @param {readonly string[]} known
 * @param {number} most
 */
export function readRoles(search, known, most) {
  const named = (new URLSearchParams(search).get(NAME) ?? "").split(",");
  return [...new Set(named)].filter((id) => known.includes(id)).slice(0, most);
}

/**
 * The query with the roles in it; what else it holds stays. Ids need no escape.
 *
 * @param {string} search
 * @param {readonly string[]} ids
 */
export function writeRoles(search, ids) {
  const query = new URLSearchParams(search);
  query.delete(NAME);
  const parts = [query.toString(), ids.length ? `${NAME}=${ids.join(",")}` : ""].filter(Boolean);
  return parts.length ? `?${parts.join("&")}` : "";
}

/**
 * The choice after a role is chosen or given up; the same choice when there is no place for it.
 *
 * @param {readonly string[]} ids
 * @param {string} id
 * @param {number} most
 */
export function toggled(ids, id, most) {
  if (ids.includes(id)) return ids.filter((other) => other !== id);
  return ids.length < most ? [...ids, id] : [...ids];
}

/**
 * The aspects of some roles. Lists are told apart by reading them: only lines and rows are marked where
 * they differ.
 *
 * @param {Comparison} data
 * @param {readonly string[]} ids
 * @returns {Part[]}
 */
export function sideBySide({ aspects, roles }, ids) {
  const chosen = ids.map((id) => roles.find((role) => role.id === id)).filter((role) => role !== undefined);
  return aspects.map(({ title, kind, names }, at) => {
    const values = chosen.map((role) => role.values[at] ?? "");
    if (kind === "rows") return { title, kind, rows: rows(names, values) };
    const cells = values.map((value) => (Array.isArray(value) ? value : [String(value)]));
    return { title, kind, rows: [row("", cells, kind === "line")] };
  });
}

/**
 * A row for every key that any of the roles has, in the order of the names.
 *
 * @param {Record<string, string>} names
 * @param {Value[]} values
 */
function rows(names, values) {
  const texts = values.map((value) => new Map(typeof value === "object" ? Object.entries(value) : []));
  const keys = Object.keys(names).filter((key) => texts.some((each) => each.has(key)));
  return keys.map((key) => row(names[key] ?? key, texts.map((each) => [each.get(key) ?? ""]), true));
}

/**
 * @param {string} title
 * @param {string[][]} lines
 * @param {boolean} marked
 * @returns {Row}
 */
function row(title, lines, marked) {
  const cells = lines.map((each) => each.filter(Boolean));
  return { title, cells, differs: marked && new Set(cells.map((cell) => cell.join("\n"))).size > 1 };
}
