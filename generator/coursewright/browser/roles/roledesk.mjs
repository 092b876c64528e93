import { Confirm } from "../tool/confirm.mjs";
import { element, pressed } from "../page/element.mjs";
import { print } from "../tool/printing.mjs";
import { Adaptation } from "./adaptation.mjs";
import { SETTLED } from "./confirming.mjs";
import { foot, head, note } from "./deskparts.mjs";
import { LogoField } from "./logofield.mjs";
import { RoleEditor, entered, isField } from "./roleeditor.mjs";
import { RoleFiles } from "./rolefiles.mjs";
import words from "./words.mjs";

/**
 * @typedef {object} Parts
 * @property {import("./adaptation.mjs").Template} template
 * @property {string} digest of the template
 * @property {import("./roledraft.mjs").RoleDraft} draft
 * @property {import("./rolepage.mjs").RolePage} page
 * @property {string} word address of the Word file
 * @property {string} name what a person calls that file, without its ending
 */

/** Where a role is adapted: the editor, what it changes on the page, what is kept, the files made of it. */
export class RoleDesk {
  #digest;
  #draft;
  #page;
  #adaptation;
  #logo;
  #editor;
  #files;
  #logoField = new LogoField((logo) => this.#setLogo(logo));
  #reset = new Confirm(words.reset, words.reset_sure, () => this.#startOver());
  #kept = element("p", "cw-m");
  #said = element("p", "cw-said");

  /** @param {Parts} parts */
  constructor({ template, digest, draft, page, word, name }) {
    const old = draft.read();
    this.#digest = digest;
    this.#draft = draft;
    this.#page = page;
    this.#adaptation = new Adaptation(template, old.changes);
    this.#logo = draft.readLogo();
    this.#editor = new RoleEditor(this.#adaptation);
    this.#files = new RoleFiles(word, name, template.file);
    this.root = element("div", "cw-desk", head(this.#reset.root), this.#kept);
    if (old.digest && old.digest !== digest) this.root.append(note("cw-faults", words.template_changed));
    const hint = note("cw-m", words.yaml_hint);
    this.root.append(this.#editor.root, this.#logoField.root, hint, foot(this.#said));
    for (const said of [this.#kept, this.#said]) said.setAttribute("role", "status");
    for (const type of ["input", "change", "click", "submit"]) this.root.addEventListener(type, this);
    this.#tell(draft.canKeep);
    this.#show();
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { target, type } = event;
    if (type === "submit") event.preventDefault();
    else if (type === "click") this.#press(pressed(event) ?? "");
    else if (!isField(target) || !target.name) return;
    else if (type === "input") this.#enter(target.name, entered(target));
    else this.#editor.settle(target);
  }

  /** Have the Word file at hand, so that it can be filled without a connection. */
  async fetchWord() {
    if (!(await this.#files.fetchWord())) this.#said.textContent = words.no_word;
  }

  /** Another document of the role, with its letterhead. @param {string} address @param {string} name */
  async giveOther(address, name) {
    this.#said.textContent = await this.#files.giveOther(address, name, this.#adaptation, this.#logo);
  }

  close() {
    this.#files.close();
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  #enter(name, value) {
    this.#adaptation.set(name, value);
    this.#editor.check();
    this.#show();
    this.#keep();
  }

  /** @param {string} value */
  async #press(value) {
    const [act, number] = value.split(".");
    if (act === "print") print();
    if (act === "yaml") this.#said.textContent = this.#files.giveYaml(this.#adaptation);
    if (act === "word") this.#said.textContent = await this.#files.giveWord(this.#adaptation, this.#logo);
    if (act === "settle") this.#change(() => this.#settleAll());
    if (act === "add") this.#change(() => this.#adaptation.add());
    if (act === "strike" || act === "restore" || act === "remove")
      this.#change(() => this.#adaptation[act](Number(number)) ?? Number(number));
  }

  #settleAll() {
    for (const [name] of this.#adaptation.proposals) this.#adaptation.set(`confirm.${name}`, SETTLED);
  }

  /** @param {() => number | void} act gives the number of the duty that it concerned, if any */
  #change(act) {
    const number = act();
    this.#editor.show();
    if (number) this.#editor.focusDuty(number);
    this.#show();
    this.#keep();
  }

  /** @param {import("./logo.mjs").Logo | null} logo */
  #setLogo(logo) {
    this.#logo = logo;
    this.#show();
    if (!logo) this.#draft.forgetLogo();
    else if (!this.#draft.keepLogo(logo)) this.#logoField.say(words.logo_not_kept);
  }

  #startOver() {
    this.#draft.clear();
    this.#adaptation.reset();
    this.#logo = null;
    this.#editor.show();
    this.#show();
    this.#said.textContent = words.reset_done;
  }

  #show() {
    this.#logoField.show(this.#logo);
    this.#page.show(this.#adaptation, this.#logo);
  }

  #keep() {
    this.#tell(this.#draft.keep(this.#digest, this.#adaptation.changes));
  }

  /** @param {boolean} isKept */
  #tell(isKept) {
    const text = isKept ? words.customise_kept : words.customise_not_kept;
    this.#kept.classList.toggle("cw-warn", !isKept);
    if (this.#kept.textContent !== text) this.#kept.textContent = text;
  }
}
