/**
 * A sheet as the site left it that named fields by their place on the page, filed under the names that stay.
 *
 * What is filled in since stays, unless the old site was the last to be used; a time to come does not say
 * so. Places that the page no longer has are kept.
 *
 * @param {import("../record/concerns.mjs").Sheet} sheet
 * @param {readonly (readonly [name: string, place: string])[]} names of the fields on the page
 * @param {number} now in milliseconds since 1970
 * @returns {import("../record/concerns.mjs").Sheet}
 */
export function settled({ before, ...sheet }, names, now) {
  if (!before) return sheet;
  const isLater = before.at > sheet.at && before.at <= now;
  const found = names.filter(
    ([name, place]) => Object.hasOwn(before.fields, place) && (isLater || !Object.hasOwn(sheet.fields, name)),
  );
  const moved = Object.fromEntries(found.map(([name, place]) => [name, before.fields[place] ?? ""]));
  const places = new Set(names.map(([, place]) => place));
  const left = Object.entries(before.fields).filter(([place]) => !places.has(place));
  return {
    ...sheet,
    at: Math.max(sheet.at, before.at),
    fields: { ...sheet.fields, ...moved },
    ...(left.length ? { before: { at: 0, fields: Object.fromEntries(left) } } : {}),
  };
}
