import { printable, yaml } from "../files/yaml.mjs";
import { canZip } from "../files/zip.mjs";
import { Download } from "../tool/download.mjs";
import { adaptedSource } from "./adaptedsource.mjs";
import { adaptedWord, headedWord } from "./adaptedword.mjs";
import words from "./words.mjs";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const SCHEMA = "# yaml-language-server: $schema=../../schema/role.json\n";
/** What follows tells `coursewright roles import` from which edition of the role the file was made. */
const EDITION = "# coursewright-edition: ";

/**
 * The files made of an adaptation. Each `give` says how it went.
 *
 * @typedef {import("./adaptation.mjs").Adaptation} Adaptation
 * @typedef {import("../files/zip.mjs").Bytes} Bytes
 */
export class RoleFiles {
  #word;
  #name;
  #source;
  #download = new Download();
  /** @type {Promise<Bytes | null> | null} */
  #coming = null;

  /**
   * @param {string} word address of the Word file
   * @param {string} name what a person calls it, without its ending
   * @param {string} source name of the role's file among the sources
   */
  constructor(word, name, source) {
    this.#word = word;
    this.#name = name;
    this.#source = source;
  }

  /** The Word file before any change; null if it cannot be had, and then it is asked for again next time. */
  async fetchWord() {
    this.#coming ??= fetched(this.#word);
    const file = await this.#coming;
    if (!file) this.#coming = null;
    return file;
  }

  /** @param {Adaptation} adaptation */
  giveYaml(adaptation) {
    const edition = `${EDITION}${printable(adaptation.template.edition)}\n`;
    this.#download.give(
      SCHEMA + yaml(adaptedSource(adaptation)) + edition,
      this.#source,
      "application/yaml",
    );
    return words.exported;
  }

  /**
   * @param {Adaptation} adaptation
   * @param {import("./logo.mjs").Logo | null} logo
   */
  async giveWord(adaptation, logo) {
    if (!canZip()) return words.old_browser;
    try {
      const file = await this.fetchWord();
      if (!file) return words.no_word;
      const adapted = await adaptedWord(file, adaptation, logo);
      this.#download.give(adapted, `${this.#name}-${words.adapted}.docx`, WORD);
      return words.exported;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return words.no_word;
    }
  }

  /**
   * Another document with its letterhead; the one of the site where that cannot be made.
   *
   * @param {string} address
   * @param {string} name
   * @param {Adaptation} adaptation
   * @param {import("./logo.mjs").Logo | null} logo
   */
  async giveOther(address, name, adaptation, logo) {
    const file = await fetched(address);
    if (!file) return words.no_word;
    const isPlain = !canZip() || !(logo || adaptation.text("company"));
    this.#download.give(isPlain ? file : await headedWord(file, adaptation, logo), name, WORD);
    return words.exported;
  }

  close() {
    this.#download.close();
  }
}

/**
 * @param {string} address
 * @returns {Promise<Bytes | null>}
 */
async function fetched(address) {
  try {
    const response = await fetch(address);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
