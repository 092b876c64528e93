/**
 * Numbers, counted as the reader counts, of duties that lack their text or their standard.
 *
 * @param {import("./adaptation.mjs").Adaptation} adaptation
 */
export function unfinished(adaptation) {
  const places = adaptation.duties.map(({ number, isStruck }, at) => ({ number, isStruck, place: at + 1 }));
  const lacks = places.filter(
    ({ number, isStruck }) =>
      !isStruck && ["text", "standard"].some((name) => !adaptation.text(`duties.${number}.${name}`)),
  );
  return lacks.map(({ place }) => place);
}
