import { WordForm, all, write } from "./wordform.mjs";
import { addLogo } from "./wordlogo.mjs";
import { parsed, serialised } from "./xml.mjs";
import { readZip, writeZip } from "./zip.mjs";

/**
 * @typedef {import("./adaptation.mjs").Adaptation} Adaptation
 * @typedef {import("./logo.mjs").Logo} Logo
 * @typedef {import("./zip.mjs").Bytes} Bytes
 */

const PARTS = /^word\/(document|header\d*|footer\d*)\.xml$/;

/**
 * The Word file of a role with its adaptation: fields filled, duties struck and added, the logo in the header.
 *
 * @param {Bytes} file
 * @param {Adaptation} adaptation
 * @param {Logo | null} logo
 * @returns {Promise<Bytes>}
 * @throws {RangeError} if the file is not one of ours
 */
export async function adaptedWord(file, adaptation, logo) {
  const files = await readZip(file);
  const parts = new Map([...files.keys()].filter((path) => PARTS.test(path)).map((path) => [path, parsed(files.get(path))]));
  const form = new WordForm([...parts.values()]);
  addDuties(form, adaptation);
  for (const key of adaptation.keys.filter((one) => adaptation.isChanged(one))) form.fill(key, adaptation.shown(key));
  settleDuties(form, adaptation);
  if (logo) for (const [path, part] of parts) if (path.startsWith("word/header")) addLogo(files, path, part, logo);
  for (const [path, part] of parts) files.set(path, serialised(part));
  return writeZip(files);
}

/**
 * A row for each added duty, made from the last of the template's.
 *
 * @param {WordForm} form
 * @param {Adaptation} adaptation
 */
function addDuties(form, adaptation) {
  let last = form.row(`duties.${adaptation.role.duties.length}.text`);
  for (const { number } of adaptation.duties.filter(({ isAdded }) => isAdded)) {
    if (!last) throw new RangeError("no duties");
    last = form.copyRow(last, (tag) => tag.replace(/^duties\.\d+/, `duties.${number}`));
    for (const name of ["text", "standard", "weight"]) form.fill(`duties.${number}.${name}`, "");
  }
}

/**
 * Struck rows go, the others are numbered.
 *
 * @param {WordForm} form
 * @param {Adaptation} adaptation
 */
function settleDuties(form, adaptation) {
  for (const { number } of adaptation.duties.filter(({ isStruck }) => isStruck)) form.row(`duties.${number}.text`)?.remove();
  for (const [at, { number }] of adaptation.kept.entries()) {
    const row = form.row(`duties.${number}.text`);
    const [first] = row ? all(row, "r") : [];
    if (first) write(first, String(at + 1));
  }
}
