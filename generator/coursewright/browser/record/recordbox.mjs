import { Confirm } from "../page/confirm.mjs";
import { draft, store } from "./device.mjs";
import { button, element, pressed } from "../page/element.mjs";
import { merge } from "./merge.mjs";
import { readRecord } from "./record.mjs";
import words from "./words.mjs";

/** A disclosure where learners take out, bring in or delete what this device remembers of them. */
export class RecordBox {
  #file = element("input");
  #clear = new Confirm(words.delete, words.delete_sure, () => this.#delete());
  #said = element("p", "cw-m");
  #address = "";

  constructor() {
    this.#file.type = "file";
    this.#file.accept = "application/json,.json";
    this.#file.hidden = true;
    this.#said.setAttribute("role", "status");
    const [give, take] = [button(words.export, "export"), button(words.import, "import")];
    this.root = element("details", "cw-record", element("summary", "", words.my_record));
    this.root.append(
      element("p", "cw-m", words.about_record),
      element("p", "cw-buttons", give, " ", take, " ", this.#clear.root, this.#file),
      this.#said,
    );
    this.root.addEventListener("click", this);
    this.#file.addEventListener("change", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const value = pressed(event);
    if (event.type === "change") this.#import();
    else if (value === "export") this.#export();
    else if (value === "import") this.#file.click();
  }

  /** Let go of the last exported file. */
  close() {
    URL.revokeObjectURL(this.#address);
  }

  #export() {
    this.close();
    const written = JSON.stringify(store.record, null, 1);
    this.#address = URL.createObjectURL(new Blob([written], { type: "application/json" }));
    const to = element("a");
    to.href = this.#address;
    to.download = "learning-record.json";
    to.click();
    this.#said.textContent = words.exported;
  }

  async #import() {
    const text = await this.#file.files?.[0]?.text();
    if (text === undefined) return;
    const { record } = readRecord(text);
    if (record) store.update((mine) => merge(mine, record));
    this.#said.textContent = record ? words.imported : words.not_imported;
    // The same file, corrected, must count as a change.
    this.#file.value = "";
  }

  #delete() {
    store.clear();
    draft.clear();
    this.#said.textContent = words.deleted;
  }
}
