import { Confirm } from "../tool/confirm.mjs";
import { counted } from "../page/counted.mjs";
import { button, element, pressed } from "../page/element.mjs";
import { fetchedData } from "../page/fetched.mjs";
import { sentence } from "../page/sentence.mjs";
import { Courier } from "./courier.mjs";
import { day, size } from "./said.mjs";
import words from "./words.mjs";

/**
 * @typedef {import("./kept.mjs").Tally} Tally
 * @typedef {import("./courier.mjs").Part} Part
 * @typedef {{part: Part, failed?: "network" | "altered" | "quota"} & Tally} Progress
 */

/**
 * `<cw-offline data-root>`: where learners take the course along, or remove it from the device. Where that
 * cannot be, as over plain http, there is nothing.
 */
export default class OfflineBox extends HTMLElement {
  #courier = new Courier(new URL(this.dataset.root ?? "", location.href).href);
  #said = element("p", "cw-offline-said");
  #bar = element("progress");
  #buttons = element("p", "cw-buttons");
  #remove = new Confirm(words.remove, words.remove_sure, () => this.#leave());

  connectedCallback() {
    if (!this.#courier.isPossible) return;
    this.#said.setAttribute("role", "status");
    this.#said.tabIndex = -1;
    this.#bar.setAttribute("aria-label", words.heading);
    this.addEventListener("click", this);
    this.#courier.listen(this);
    this.#look();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
    this.#courier.ignore(this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const value = pressed(event);
    if (event instanceof MessageEvent) this.#hear(event.data);
    else if (value === "course" || value === "documents") this.#take(value);
  }

  /** Show what is kept, or what could be. */
  async #look() {
    const state = await this.#courier.state();
    if (state?.course.files) this.#show(state.course, state.documents, state.since);
    else if (!state) await this.#offer();
  }

  async #offer() {
    const about = /** @type {{files?: number, bytes: number} | null} */ (
      await fetchedData(this.dataset.about)
    );
    if (!about?.files) return;
    this.#said.textContent = words.about;
    this.#fill(button(sentence(words.take, { size: size(about.bytes) }), "course"));
  }

  /**
   * @param {Tally} course
   * @param {Tally} documents
   * @param {number} since
   */
  #show(course, documents, since) {
    if (course.done < course.files) return this.#stop(course, "course", words.about);
    const rest = documents.files - documents.done;
    const said = [words.taken, ...(since ? [sentence(words.since, { date: day(since) })] : [])];
    if (documents.files && !rest) said.push(words.documents_taken);
    this.#said.textContent = said.join("\n");
    const more = { count: rest, size: size(documents.bytes - documents.doneBytes) };
    const label = sentence(counted(words.documents, rest), more);
    this.#fill(...(rest ? [button(label, "documents"), " "] : []), this.#remove.root);
  }

  /** @param {Part} part */
  async #take(part) {
    this.#fill(this.#bar);
    this.#bar.removeAttribute("value");
    // Focus would be lost with the button.
    this.#said.focus();
    try {
      await this.#courier.take(part);
    } catch {
      // The browser's settings forbid it, or the worker itself did not come.
      if (navigator.onLine) this.#said.textContent = words.denied;
      else this.#said.textContent = words.network;
    }
  }

  /** @param {Progress | {taken: Part}} told */
  #hear(told) {
    if ("taken" in told) this.#look();
    else if (told.failed) this.#stop(told, told.part, reason(told));
    else this.#progress(told);
  }

  /** @param {Progress} told */
  #progress({ files, bytes, done, doneBytes }) {
    if (!this.#bar.isConnected) this.#fill(this.#bar);
    this.#bar.max = bytes;
    this.#bar.value = doneBytes;
    const values = { files, done, doneSize: size(doneBytes), size: size(bytes) };
    this.#said.textContent = sentence(words.taking, values);
  }

  /**
   * @param {Tally} tally
   * @param {Part} part
   * @param {string} why
   */
  #stop({ bytes, doneBytes }, part, why) {
    this.#said.textContent = why;
    const label = sentence(words.go_on, { size: size(bytes - doneBytes) });
    this.#fill(button(label, part, "cw-primary"), " ", this.#remove.root);
  }

  async #leave() {
    await this.#courier.remove();
    await this.#offer();
    this.#said.textContent = words.removed;
    this.#said.focus();
  }

  /** @param {(Node | string)[]} controls */
  #fill(...controls) {
    if (!this.firstChild) {
      const heading = element("h2", "", words.heading);
      this.replaceChildren(element("section", "cw-offline", heading, this.#said, this.#buttons));
    }
    this.#buttons.replaceChildren(...controls);
  }
}

/** @param {Progress} told */
function reason({ failed, bytes, doneBytes }) {
  return failed === "quota"
    ? sentence(words.quota, { size: size(bytes - doneBytes) })
    : words[failed ?? "network"];
}
