import { crc32 } from "../files/crc.mjs";
import { button, element, pressed } from "../page/element.mjs";
import { placed } from "../record/device.mjs";
import { RoleDesk } from "./roledesk.mjs";
import { RoleDraft } from "./roledraft.mjs";
import { RolePage } from "./rolepage.mjs";
import words from "./words.mjs";

const PANEL = "customise";

/**
 * `<cw-customise data-role data-source data-word data-name>` after the bar of a role's page: a button in
 * the bar opens a panel that changes the document on the page. What a draft of before says shows at once.
 */
export default class Customise extends HTMLElement {
  #toggle = button(words.customise, "customise");
  #panel = element("section", "cw-panel");
  /** @type {Element | null} */
  #others = null;
  /** @type {Promise<RoleDesk | null> | null} */
  #desk = null;
  /** @type {RoleDraft | null} */
  #draft = null;

  connectedCallback() {
    this.#draft ??= new RoleDraft(
      placed(`:role:${this.dataset.role}`),
      placed(":letterhead:logo"),
      placed(":letterhead:company"),
    );
    this.#panel.id = PANEL;
    this.#panel.setAttribute("aria-label", words.customise);
    this.#toggle.setAttribute("aria-controls", PANEL);
    this.replaceChildren(this.#panel);
    this.#place();
    this.#others = this.closest("article")?.querySelector(".cw-documents") ?? null;
    for (const one of [this.#toggle, this.#panel, this.#others]) one?.addEventListener("click", this);
    this.#expand(false);
    this.hidden = false;
    if (this.#draft.exists) this.#start();
  }

  disconnectedCallback() {
    for (const one of [this.#toggle, this.#panel, this.#others]) one?.removeEventListener("click", this);
    this.#toggle.remove();
    this.#desk?.then((desk) => desk?.close());
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.currentTarget === this.#others) return this.#give(event);
    const value = pressed(event);
    if (value === "customise") this.#expand(this.#toggle.getAttribute("aria-expanded") !== "true");
    if (value === "close") this.#close();
  }

  /** Another document of the role in Word, with the company and logo entered. @param {Event} event */
  #give(event) {
    const link = event.target instanceof HTMLAnchorElement ? event.target : null;
    if (!this.#desk || !link?.download.endsWith(".docx")) return;
    event.preventDefault();
    this.#desk.then((desk) => desk?.giveOther(link.href, link.download));
  }

  /** Beside the button that prints, or else before the panel. */
  #place() {
    const bar = this.closest("article")?.querySelector(".cw-role-bar cw-print");
    if (bar) bar.after(" ", this.#toggle);
    else this.prepend(this.#toggle);
  }

  #close() {
    this.#expand(false);
    this.#toggle.focus();
  }

  /** @param {boolean} isOpen */
  #expand(isOpen) {
    this.#panel.hidden = !isOpen;
    this.#toggle.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) this.#open();
  }

  async #open() {
    const desk = await this.#start();
    this.#panel.replaceChildren(desk?.root ?? failed());
    desk?.fetchWord();
  }

  /** The desk, once the role's source has come; it is asked for again after a failure. */
  async #start() {
    this.#desk ??= this.#load();
    const desk = await this.#desk;
    if (!desk) this.#desk = null;
    return desk;
  }

  async #load() {
    const text = await fetched(this.dataset.source);
    if (text === null || !this.#draft || !this.isConnected) return null;
    const { word = "", name = "" } = this.dataset;
    const digest = crc32(new TextEncoder().encode(text)).toString(16);
    const page = new RolePage(this.closest("article") ?? document);
    return new RoleDesk({ template: JSON.parse(text), digest, draft: this.#draft, page, word, name });
  }
}

function failed() {
  const said = element("p", "cw-faults", words.no_template);
  said.setAttribute("role", "alert");
  return said;
}

/** @param {string | undefined} address */
async function fetched(address) {
  try {
    const response = await fetch(address ?? "");
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}
