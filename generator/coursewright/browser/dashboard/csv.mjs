/**
 * A table as CSV (RFC 4180) that spreadsheets open in the right encoding and run nothing of: a text that
 * they would take for a formula begins with an apostrophe (OWASP, CSV injection).
 *
 * @param {readonly (readonly (string | number)[])[]} rows
 */
export function csv(rows) {
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** @param {string | number} value */
function cell(value) {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
