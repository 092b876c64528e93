import { Confirm } from "../tool/confirm.mjs";
import { Download } from "../tool/download.mjs";
import { button, element, pressed } from "../page/element.mjs";
import { draft, store } from "./device.mjs";
import { readRecordFile, recordFile } from "./recordfile.mjs";
import words from "./words.mjs";

/** `<cw-record>`: where learners take out, bring in or delete what this device remembers of them. */
export default class RecordBox extends HTMLElement {
  #file = element("input");
  #clear = new Confirm(words.delete, words.delete_sure, () => this.#delete());
  #said = element("p", "cw-m");
  #download = new Download();

  connectedCallback() {
    this.#file.type = "file";
    this.#file.accept = "application/json,.json";
    this.#file.hidden = true;
    this.#said.setAttribute("role", "status");
    const buttons = [button(words.export, "export"), " ", button(words.import, "import"), " "];
    const box = element("details", "cw-record", element("summary", "", words.my_record));
    box.append(
      element("p", "cw-m", words.about_record),
      element("p", "cw-buttons", ...buttons, this.#clear.root, this.#file),
      this.#said,
    );
    this.replaceChildren(box);
    this.addEventListener("click", this);
    this.#file.addEventListener("change", this);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
    this.#file.removeEventListener("change", this);
    this.#download.close();
  }

  /** @param {Event} event */
  handleEvent(event) {
    const value = pressed(event);
    if (event.type === "change") this.#import();
    else if (value === "export") this.#export();
    else if (value === "import") this.#file.click();
  }

  #export() {
    this.#download.give(recordFile(store.contents), "learning-record.json", "application/json");
    this.#said.textContent = words.exported;
  }

  async #import() {
    const text = await this.#file.files?.[0]?.text();
    if (text === undefined) return;
    const found = readRecordFile(text);
    if (found) store.merge(found.record);
    if (!found) this.#said.textContent = words.not_imported;
    else this.#said.textContent = found.isWhole ? words.imported : words.imported_partly;
    // The same file, corrected, must count as a change.
    this.#file.value = "";
  }

  #delete() {
    store.clear();
    draft.clear();
    this.#said.textContent = words.deleted;
  }
}
