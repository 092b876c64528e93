import { button, element } from "../page/element.mjs";
import { readLogo } from "./logo.mjs";
import { group } from "./rolefields.mjs";
import words from "./words.mjs";

/** @typedef {import("./logo.mjs").Logo} Logo */

/** Where a logo is chosen and taken away; tells `changed` of each. */
export class LogoField {
  #changed;
  #file = element("input");
  #remove = button(words.logo_remove, "logo-remove");
  #name = element("span");
  #said = element("p", "cw-faults");

  /** @param {(logo: Logo | null) => void} changed */
  constructor(changed) {
    this.#changed = changed;
    this.#file.type = "file";
    this.#file.accept = "image/png,image/jpeg";
    this.#file.hidden = true;
    this.#said.setAttribute("role", "status");
    const choose = button(words.logo_choose, "logo-choose");
    const row = element("p", "cw-buttons", choose, this.#file, this.#name, this.#remove);
    this.root = group(words.logo, element("p", "cw-m", words.logo_hint), row, this.#said);
    this.root.addEventListener("click", this);
    this.#file.addEventListener("change", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "change") this.#read();
    else if (event.target === this.#remove) this.#forget();
    else if (event.target instanceof HTMLButtonElement) this.#file.click();
  }

  /** @param {Logo | null} logo */
  show(logo) {
    this.#name.textContent = logo?.name ?? "";
    this.#remove.hidden = !logo;
  }

  /** @param {string} text */
  say(text) {
    this.#said.textContent = text;
  }

  async #read() {
    const file = this.#file.files?.[0];
    if (!file) return;
    const logo = await readLogo(file);
    // The same file, mended, must count as a change.
    this.#file.value = "";
    if (logo === "large") return this.say(words.logo_large);
    if (logo === "wrong") return this.say(words.logo_wrong);
    this.say("");
    this.show(logo);
    this.#changed(logo);
  }

  #forget() {
    this.say("");
    this.show(null);
    this.root.querySelector("button")?.focus();
    this.#changed(null);
  }
}
