import { button, element, pressed } from "../page/element.mjs";
import { Late } from "../quiz/late.mjs";
import { LARGEST_FILE } from "./carried.mjs";
import { toBytes } from "./letters.mjs";
import words from "./words.mjs";

/** A text as it comes out of a mail: a JWT may have been broken into lines. */
const BROKEN = /^[\w.\s#:/%?=~-]+$/;

/** Few have a camera at hand, or allow it. */
const camera = new Late(cameras);

/** Where a certificate comes in: dropped, chosen, or pasted. */
export class Intake {
  #given;
  #file = element("input");
  #text = element("textarea");
  #choose = button(words.file, "file", "cw-primary");
  #drop = element("div", "cw-drop");
  #scan = button(words.camera, "camera");
  /** @type {import("./camera.mjs").Camera | null} */
  #camera = null;

  /** @param {(file: Uint8Array, name: string) => void} given what a person gave, and how it is called */
  constructor(given) {
    this.#given = given;
    this.#file.type = "file";
    this.#file.accept = ".pdf,.png,.svg,.json,.jwt,.txt,image/*";
    this.#file.hidden = true;
    this.#text.rows = 3;
    this.#text.spellcheck = false;
    const label = element("label", "", words.text, this.#text);
    this.#drop.append(
      element("p", "", words.file_told),
      element("p", "cw-buttons", this.#choose, this.#scan, this.#file),
    );
    // Only pages that come over https may ask for one.
    this.#scan.hidden = !navigator.mediaDevices?.getUserMedia;
    const form = element("form", "cw-fields", label, this.#submit());
    this.root = element("div", "cw-intake", this.#drop, form, element("p", "cw-m", words.stays));
    for (const type of ["click", "change", "submit", "dragover", "dragleave", "drop"])
      this.root.addEventListener(type, this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") this.#pasted(event);
    else if (event.type === "change") this.#chosen(event);
    else if (event instanceof DragEvent) this.#dragged(event);
    else if (pressed(event) === "file") this.#file.click();
    else if (pressed(event) === "camera") this.#look();
  }

  begin() {
    this.#text.value = "";
    this.#choose.focus();
  }

  /** Let go of the camera. */
  close() {
    this.#camera?.close();
  }

  async #look() {
    const { Camera } = (await camera.get()) ?? {};
    if (!Camera) return;
    this.#camera ??= new Camera((code) => this.#given(toBytes(code), ""));
    this.#drop.append(this.#camera.root);
    await this.#camera.open();
  }

  #submit() {
    const made = button(words.check, "check");
    made.type = "submit";
    return element("p", "cw-buttons", made);
  }

  /** @param {Event} event */
  #pasted(event) {
    event.preventDefault();
    const text = this.#text.value.trim();
    if (!text) return this.#text.focus();
    this.#given(toBytes(BROKEN.test(text) ? text.replace(/\s+/g, "") : text), "");
  }

  /** @param {Event} event */
  #chosen(event) {
    if (event.target !== this.#file) return;
    const [file] = this.#file.files ?? [];
    if (file) this.#take(file);
    // The same file again must count as a change.
    this.#file.value = "";
  }

  /** @param {DragEvent} event */
  #dragged(event) {
    event.preventDefault();
    this.#drop.classList.toggle("is-over", event.type === "dragover");
    const [file] = event.type === "drop" ? (event.dataTransfer?.files ?? []) : [];
    if (file) this.#take(file);
  }

  /** @param {File} file */
  async #take(file) {
    // What is too large is not read, and then nothing in it can be.
    const content = file.size > LARGEST_FILE ? new ArrayBuffer(0) : await file.arrayBuffer();
    this.#given(new Uint8Array(content), file.name);
  }
}

/**
 * @param {string} end of its address
 * @returns {Promise<typeof import("./camera.mjs")>}
 */
function cameras(end) {
  return end ? import(`./camera.mjs${end}`) : import("./camera.mjs");
}
