/** Letters of Cyrillic and Greek in lower case, and what they look like. */
const [OTHERS, LATIN] = ["авекмнорстухіјѕԁԛԝһӏαβεζηικμνορτυχ", "abekmhopctyxijsdqwhlabezhikmvoptux"];
const LETTERS = new Map(Array.from(OTHERS, (letter, at) => [letter, LATIN[at]]));
/** Characters that are letters, and that nobody sees. */
const UNSEEN = /[\u115f\u1160\u3164\uffa0]/g;

/**
 * The letters and digits of a name in one way of writing: names that people take for the same are the same.
 * Width, case, accents, letters of other alphabets that look like Latin ones, and all that is not seen.
 *
 * @param {string} name
 */
export function alike(name) {
  const plain = name.replace(UNSEEN, "").normalize("NFKD").toUpperCase().toLowerCase();
  const letters = [...plain.replace(/[^\p{L}\p{N}]+/gu, "")];
  return letters.map((letter) => LETTERS.get(letter) ?? letter).join("");
}
