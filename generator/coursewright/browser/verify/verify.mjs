import { fetchedData } from "../page/fetched.mjs";
import { element, pressed } from "../page/element.mjs";
import { Late } from "../quiz/late.mjs";
import { toBytes } from "./letters.mjs";
import { Intake } from "./intake.mjs";
import { report } from "./report.mjs";
import { fetchedList } from "./list.mjs";
import { toMoment } from "./values.mjs";
import { fetchRest, verified } from "./verification.mjs";
import words from "./words.mjs";

/** Few bring a picture of the code. */
const codes = new Late(readsCodes);

/** What a code has in place of a certificate that is too large for it. */
const NUMBER = /(?:^|#)urn:uuid:[\da-f-]{36}$/;

/** Behind the address of this page. */
const CARRIED = /^#(?:Z[A-Z2-7]+|[\w-]+\.[\w-]+\.[\w-]+|urn:uuid:[\da-f-]+)$/;

/**
 * `<cw-verify data-issuer data-status data-root>`: says of a certificate whether it is good. It is read here,
 * and only the list of what was revoked is asked for, which does not tell for whom.
 */
export default class Verify extends HTMLElement {
  #intake = new Intake((file, name) => this.#check(file, name));
  #said = element("p", "cw-m");
  #shown = element("section", "cw-verified");
  /** Only what was asked for last is shown. */
  #asked = 0;
  /** The list of what was revoked as it came last. @type {string | null} */
  #listed = null;

  connectedCallback() {
    this.#said.setAttribute("role", "status");
    this.#shown.hidden = true;
    this.#shown.tabIndex = -1;
    this.replaceChildren(this.#intake.root, this.#said, this.#shown);
    this.addEventListener("click", this);
    addEventListener("hashchange", this);
    this.#prepare();
    this.#read();
  }

  disconnectedCallback() {
    this.#intake.close();
    this.removeEventListener("click", this);
    removeEventListener("hashchange", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "hashchange") return this.#read();
    const value = pressed(event);
    if (value === "print") print();
    if (value === "again") this.#again();
  }

  /** What the QR code of a certificate opens is this page, with the certificate behind its address. */
  #read() {
    const { hash } = location;
    if (CARRIED.test(hash)) this.#check(toBytes(hash), "");
  }

  /** What is needed later comes now, for there may be no network then. */
  #prepare() {
    fetchedData(this.dataset.issuer);
    codes.get();
    fetchRest();
    this.#list();
  }

  /** As it is now; without a network as it was, whose date is shown. */
  async #list() {
    const found = await fetchedList(this.dataset.status);
    return (this.#listed = found ?? this.#listed);
  }

  #again() {
    this.#asked += 1;
    this.#shown.hidden = true;
    this.#intake.begin();
  }

  /**
   * @param {Uint8Array} file
   * @param {string} name
   */
  async #check(file, name) {
    const asked = (this.#asked += 1);
    this.#said.textContent = words.checking;
    this.#shown.hidden = true;
    const { issuer: address, root = "." } = this.dataset;
    /** @type {any} */
    const issuer = await fetchedData(address);
    const now = toMoment(new Date());
    const finding = issuer && (await this.#finding(file, issuer, now));
    if (asked !== this.#asked) return;
    this.#said.textContent = finding ? "" : words.no_issuer;
    if (!finding) return;
    const here = new URL(root, location.href).href;
    this.#shown.replaceChildren(...report(finding, { issuer, now, name, root: here }));
    this.#shown.hidden = false;
    this.#shown.focus();
  }

  /**
   * @param {Uint8Array} file
   * @param {import("./verification.mjs").Issuer} issuer
   * @param {string} now
   * @returns {Promise<import("./report.mjs").Told>}
   */
  async #finding(file, issuer, now) {
    if (file.length < 200 && NUMBER.test(new TextDecoder().decode(file).trim())) return { verdict: "number" };
    const found = await verified(file, issuer, now, () => this.#list());
    if (found.verdict !== "unreadable" || !isPicture(file)) return found;
    // A photograph, or a screenshot, may show the code.
    const code = (await (await codes.get())?.codeOf(file)) ?? "";
    return code ? this.#finding(toBytes(code), issuer, now) : found;
  }
}

/** @param {Uint8Array} file by its first bytes a PNG, JPEG, GIF, BMP, WebP, or one of the kinds of phones */
function isPicture(file) {
  const head = String.fromCharCode(...file.subarray(0, 12));
  return /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM|RIFF[^]{4}WEBP|[^]{4}ftyp)/.test(head);
}

/**
 * @param {string} end of its address
 * @returns {Promise<typeof import("./code.mjs")>}
 */
function readsCodes(end) {
  return end ? import(`./code.mjs${end}`) : import("./code.mjs");
}
