import { WordControls, write } from "../files/wordcontrols.mjs";
import { addPicture } from "../files/wordpicture.mjs";
import { all } from "../files/wordproperties.mjs";
import { parsed, serialised } from "../files/xml.mjs";
import { readZip, writeZip } from "../files/zip.mjs";
import { Adaptation } from "./adaptation.mjs";
import { SIGNED, confirmed, isSettled, isSigned } from "./confirming.mjs";
import { bytesOf } from "./logo.mjs";
import words from "./words.mjs";

/**
 * @typedef {import("./logo.mjs").Logo} Logo
 * @typedef {import("../files/zip.mjs").Bytes} Bytes
 */

const PARTS = /^word\/(document|header\d*|footer\d*)\.xml$/;

/**
 * The Word file of a role with its adaptation: fields filled, duties struck and added, the logo on top.
 *
 * @param {Bytes} file
 * @param {Adaptation} adaptation
 * @param {Logo | null} logo
 * @returns {Promise<Bytes>}
 * @throws {RangeError} if the file is not one of ours
 */
export async function adaptedWord(file, adaptation, logo) {
  const files = await readZip(file);
  const paths = [...files.keys()].filter((path) => PARTS.test(path));
  const parts = new Map(paths.map((path) => [path, parsed(files.get(path))]));
  const controls = new WordControls([...parts.values()]);
  addDuties(controls, adaptation);
  const keys = [...adaptation.keys, ...(isSigned(adaptation) ? SIGNED : [])];
  const changed = keys.filter((one) => adaptation.isChanged(one));
  for (const key of changed) controls.fill(key, adaptation.shown(key));
  for (const [name] of adaptation.proposals) settle(controls, adaptation, name);
  settleDuties(controls, adaptation);
  if (logo) addLogo(files, parts, logo);
  for (const [path, part] of parts) files.set(path, serialised(part));
  return writeZip(files);
}

/**
 * Another document of the role with its letterhead: company and logo.
 *
 * @param {Bytes} file
 * @param {Adaptation} adaptation
 * @param {Logo | null} logo
 * @returns {Promise<Bytes>}
 * @throws {RangeError} if the file is not one of ours
 */
export async function headedWord(file, adaptation, logo) {
  const none = { values: { company: adaptation.text("company") }, struck: [], added: [] };
  const bare = { ...adaptation.template, proposals: [] };
  return adaptedWord(file, new Adaptation(bare, none), logo);
}

/**
 * The mark of a proposal says that it is confirmed; of HR's own words there is none.
 *
 * @param {WordControls} controls
 * @param {Adaptation} adaptation
 * @param {string} name
 */
function settle(controls, adaptation, name) {
  if (confirmed(adaptation).includes(name)) controls.fill(`confirm.${name}`, words.confirmed);
  else if (isSettled(adaptation, name)) controls.remove(`confirm.${name}`);
}

/**
 * @param {import("../files/zip.mjs").Files} files
 * @param {ReadonlyMap<string, Document>} parts
 * @param {Logo} logo
 */
function addLogo(files, parts, logo) {
  const picture = { ...logo, bytes: bytesOf(logo), description: words.logo };
  for (const [path, part] of parts)
    if (path.startsWith("word/header")) addPicture(files, path, part, picture);
}

/**
 * A row for each added duty, made from the last of the template's.
 *
 * @param {WordControls} controls
 * @param {Adaptation} adaptation
 */
function addDuties(controls, adaptation) {
  let last = controls.row(`duties.${adaptation.role.duties.length}.text`);
  for (const { number } of adaptation.duties.filter(({ isAdded }) => isAdded)) {
    if (!last) throw new RangeError("no duties");
    last = controls.copyRow(last, (tag) => tag.replace(/^duties\.\d+/, `duties.${number}`));
    for (const name of ["text", "standard", "weight"]) controls.fill(`duties.${number}.${name}`, "");
  }
}

/**
 * Struck rows go, the others are numbered.
 *
 * @param {WordControls} controls
 * @param {Adaptation} adaptation
 */
function settleDuties(controls, adaptation) {
  const struck = adaptation.duties.filter(({ isStruck }) => isStruck);
  for (const { number } of struck) controls.row(`duties.${number}.text`)?.remove();
  for (const [at, { number }] of adaptation.kept.entries()) {
    const row = controls.row(`duties.${number}.text`);
    const [first] = row ? all(row, "r") : [];
    if (first) write(first, String(at + 1));
  }
}
