import { element } from "../../page/element.mjs";
import { isBlank } from "../../scoring/response.mjs";
import { idOf } from "./entry.mjs";
import words from "./words.mjs";

/**
 * A text that its writer judges by criteria, once a good answer is shown. The response has the text and the
 * ids of the criteria that were found met.
 *
 * @implements {Shape}
 * @typedef {import("./entry.mjs").Shape} Shape
 */
export class Written {
  unready = words.write_first;
  #area;
  #reasons;
  #sample;
  #rubric = element("div", "cw-rubric");

  /**
   * @param {HTMLFieldSetElement} field
   * @param {import("./entry.mjs").Reasons} reasons
   */
  constructor(field, reasons) {
    this.#area = /** @type {HTMLTextAreaElement} */ (field.querySelector("textarea"));
    this.#reasons = reasons;
    this.#sample = field.querySelector(".cw-sample");
    this.#rubric.tabIndex = -1;
    field.querySelector(":scope > .cw-a")?.before(this.#rubric);
  }

  get asked() {
    const key = this.#reasons.map((reason) => ({ id: idOf(reason), points: Number(reason.dataset.points) }));
    return { key };
  }

  /** @returns {unknown} */
  get response() {
    const text = this.#area.value;
    if (isBlank(text)) return {};
    const met = this.#boxes.flatMap(({ checked, value }) => (checked ? [value] : []));
    return this.#isJudged ? { text, met } : { text };
  }

  set response(response) {
    const { text = "", met } = /** @type {any} */ (response ?? {});
    this.#area.value = String(text);
    if (!Array.isArray(met)) return;
    this.prepare();
    for (const box of this.#boxes) box.checked = met.includes(box.value);
  }

  get label() {
    return this.#isJudged ? words.judged : "";
  }

  prepare() {
    if (this.#isJudged) return false;
    const criteria = this.#reasons.map((reason) => {
      const box = element("input");
      box.type = "checkbox";
      box.value = idOf(reason);
      const said = element("div", "", ...reason.cloneNode(true).childNodes);
      return element("label", "cw-criterion", box, said);
    });
    this.#area.readOnly = true;
    const sample = this.#sample?.cloneNode(true) ?? "";
    this.#rubric.append(sample, element("p", "cw-label", words.tick_what_is_there), ...criteria);
    return true;
  }

  explain() {
    this.#area.readOnly = true;
    for (const box of this.#boxes) box.disabled = true;
  }

  reset() {
    this.#rubric.replaceChildren();
    this.#area.readOnly = false;
    this.#area.value = "";
  }

  get #isJudged() {
    return this.#rubric.hasChildNodes();
  }

  get #boxes() {
    return [...this.#rubric.querySelectorAll("input")];
  }
}
