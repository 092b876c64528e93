import { counted } from "../page/counted.mjs";
import { button, element, pressed } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { Confirm } from "../tool/confirm.mjs";
import { Download } from "../tool/download.mjs";
import { arrived } from "./arrived.mjs";
import { course, draft, store } from "./device.mjs";
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
      element("p", "cw-m", document.querySelector("cw-reporting") ? words.about_told : words.about_record),
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
    const name = `learning-record-${course}-${new Date().toISOString().slice(0, 10)}.json`;
    this.#download.give(recordFile(store.contents, course), name, "application/json");
    this.#said.textContent = words.exported;
  }

  async #import() {
    const text = await this.#file.files?.[0]?.text();
    if (text === undefined) return;
    const found = readRecordFile(text, course);
    if (!found) this.#said.textContent = words.not_imported;
    else if (found === "newer") this.#said.textContent = words.not_imported_newer;
    else if ("course" in found) this.#said.textContent = sentence(words.not_imported_other, found);
    else this.#said.textContent = merged(found);
    // The same file, corrected, must count as a change.
    this.#file.value = "";
  }

  #delete() {
    store.clear();
    draft.clear();
    this.#said.textContent = words.deleted;
  }
}

/**
 * Add what was found to the record.
 *
 * @param {import("./recordfile.mjs").Found} found
 * @returns {string} what is to be said of it
 */
function merged({ record, isWhole, unread }) {
  const before = known();
  store.merge(arrived(record, store.record, Date.now()));
  const { answers, results } = known();
  const fresh = { answers: answers - before.answers, results: results - before.results };
  const said = [
    isWhole ? words.imported : words.imported_partly,
    sentence(words.imported_new, fresh),
    ...(unread ? [sentence(counted(words.imported_unread, unread), { count: unread })] : []),
    ...(store.kept ? [] : [words.imported_not_kept]),
  ];
  return said.join(" ");
}

/** How many answers to questions the record knows of, and how many results of quizzes and exams. */
function known() {
  const { items, quizzes, exams } = store.record;
  return { answers: tries(items), results: tries(quizzes) + tries(exams) };
}

/** @param {Record<string, import("./tries.mjs").Tried>} entries */
function tries(entries) {
  return Object.values(entries).reduce((sum, { tries, earlier = 0 }) => sum + tries.length + earlier, 0);
}
