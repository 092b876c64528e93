import { button, element } from "../page/element.mjs";
import { Download } from "../tool/download.mjs";
import { Codes } from "./codes.mjs";
import words from "./words.mjs";

/** The ways on which a response leaves the device without a network: a file, a text, codes for a camera. */
export class Outlets {
  #response;
  #download = new Download();
  #text = element("textarea", "cw-sealed-text");
  #said = element("p", "cw-m");
  #below = element("div");
  /** @type {Codes | null} */
  #codes = null;

  /** @param {import("./response.mjs").Sealed} response */
  constructor(response) {
    this.#response = response;
    this.#said.role = "status";
    Object.assign(this.#text, { value: response.text, readOnly: true, rows: 4, ariaLabel: words.as_text });
    const given = [button(words.download, "download"), button(words.as_text, "text")];
    const ways = [...given, button(words.as_qr, "qr")];
    this.root = element("div", "cw-outlets", element("p", "cw-buttons", ...ways), this.#said, this.#below);
    this.root.addEventListener("click", this);
  }

  /** @param {Event} event */
  handleEvent({ target }) {
    const value = target instanceof HTMLButtonElement ? target.value : "";
    const { text, name } = this.#response;
    if (value === "download") this.#give(text, name);
    else if (value === "text") this.#copy();
    else if (value === "qr") this.#show();
  }

  close() {
    this.#download.close();
    this.#codes?.close();
  }

  /** @param {string} text @param {string} name */
  #give(text, name) {
    this.#download.give(text, name, "text/plain");
    this.#said.textContent = words.downloaded;
  }

  /** Where there is no clipboard, the text is selected, for the hand to copy. */
  async #copy() {
    this.#codes?.close();
    this.#below.replaceChildren(this.#text);
    this.#text.focus();
    this.#text.select();
    this.#said.textContent = "";
    try {
      await navigator.clipboard.writeText(this.#text.value);
      this.#said.textContent = words.copied;
    } catch {
      this.#said.textContent = words.copy_it;
    }
  }

  #show() {
    this.#codes?.close();
    this.#codes = new Codes(this.#response);
    this.#said.textContent = "";
    this.#below.replaceChildren(this.#codes.root);
    this.#codes.start();
  }
}
