import { fetchedData } from "../page/fetched.mjs";
import { counted } from "../page/counted.mjs";
import { sentence } from "../page/sentence.mjs";
import { readRoles, sideBySide, writeRoles } from "./comparison.mjs";
import { ComparisonTable } from "./comparisontable.mjs";
import words from "./words.mjs";

/** `<cw-compare data-source>` around selects: shows the roles chosen side by side; the address keeps them. */
export default class Compare extends HTMLElement {
  #selects = [...this.querySelectorAll("select")];
  #table = new ComparisonTable(this.querySelector(".cw-side"));
  /** @type {import("./comparison.mjs").Comparison | null} */
  #data = null;

  async connectedCallback() {
    this.addEventListener("input", this);
    this.addEventListener("submit", this);
    const data = await fetchedData(this.dataset.source);
    this.#data = /** @type {import("./comparison.mjs").Comparison | null} */ (data);
    const known = (this.#data?.roles ?? []).map(({ id }) => id);
    const ids = readRoles(location.search, known, this.#selects.length);
    for (const [at, select] of this.#selects.entries()) select.value = ids[at] ?? "";
    this.hidden = false;
    this.#show();
  }

  disconnectedCallback() {
    this.removeEventListener("input", this);
    this.removeEventListener("submit", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") return event.preventDefault();
    // Material keeps the scroll position in the state.
    const { pathname, search, hash } = location;
    history.replaceState(history.state, "", pathname + writeRoles(search, this.#ids) + hash);
    this.#show();
  }

  #show() {
    const found = this.#ids.map((id) => this.#data?.roles.find((role) => role.id === id));
    const roles = found.filter((role) => role !== undefined);
    const parts = this.#data && roles.length > 1 ? sideBySide(this.#data, this.#ids) : [];
    this.#table.show(roles, parts);
    const different = parts.flatMap(({ rows }) => rows).filter(({ differs }) => differs).length;
    const status = this.querySelector("[role=status]");
    if (!status) return;
    if (!this.#data) status.textContent = words.compare_failed;
    else if (!parts.length) status.textContent = words.compare_choose;
    else {
      const said = counted(words.compared, different);
      status.textContent = sentence(said, { count: roles.length, different });
    }
  }

  get #ids() {
    return [...new Set(this.#selects.map(({ value }) => value).filter(Boolean))];
  }
}
