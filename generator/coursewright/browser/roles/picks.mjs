import { button, element, link, pressed } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { readRoles, toggled, writeRoles } from "./comparison.mjs";
import words from "./words.mjs";

/**
 * `<cw-picks data-list data-page data-most>`: a box on every entry of a list, and a bar that leads the
 * chosen ones to be compared.
 */
export default class Picks extends HTMLElement {
  #status = element("p");
  #compare = link(words.compare_chosen, "");
  #clear = button(words.compare_clear, "clear");
  /** @type {HTMLElement[]} */
  #labels = [];
  /** @type {string[]} */
  #ids = [];

  connectedCallback() {
    this.#status.role = "status";
    this.#compare.className = "cw-button cw-primary";
    this.className = "cw-picks";
    this.replaceChildren(this.#status, this.#compare, this.#clear);
    this.#labels = this.#entries.map(labelled);
    this.#list?.addEventListener("change", this);
    this.addEventListener("click", this);
    const known = this.#entries.map(({ dataset }) => dataset.id ?? "");
    this.#choose(readRoles(location.search, known, this.#most));
  }

  disconnectedCallback() {
    this.#list?.removeEventListener("change", this);
    this.removeEventListener("click", this);
    for (const label of this.#labels) label.remove();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "change" && event.target instanceof HTMLInputElement) this.#toggle(event.target.value);
    else if (pressed(event) === "clear") this.#keep([]);
  }

  /** @param {string} id */
  #toggle(id) {
    const ids = toggled(this.#ids, id, this.#most);
    this.#keep(ids);
    if (!ids.includes(id) && ids.length === this.#most)
      this.#status.textContent = sentence(words.compare_full, { most: this.#most });
  }

  /** @param {string[]} ids */
  #keep(ids) {
    // Material keeps the scroll position in the state.
    const { pathname, search, hash } = location;
    history.replaceState(history.state, "", pathname + writeRoles(search, ids) + hash);
    this.#choose(ids);
  }

  /** @param {string[]} ids */
  #choose(ids) {
    this.#ids = ids;
    for (const box of this.#list?.querySelectorAll("input") ?? []) box.checked = ids.includes(box.value);
    this.#status.textContent = this.#said;
    this.#compare.hidden = ids.length < 2;
    this.#compare.href = (this.dataset.page ?? "") + writeRoles("", ids);
    this.#clear.hidden = !ids.length;
  }

  get #said() {
    const chosen = this.#ids.map((id) => this.#entries.find(({ dataset }) => dataset.id === id));
    const titles = chosen.map((entry) => entry?.querySelector("strong")?.textContent);
    if (!titles.length) return "";
    const word = titles.length > 1 ? words.compare_ready : words.compare_one_more;
    return sentence(word, { roles: titles.join(words.list_comma) });
  }

  get #list() {
    return document.getElementById(this.dataset.list ?? "");
  }

  get #entries() {
    return [...(this.#list?.children ?? [])].filter((entry) => entry instanceof HTMLElement);
  }

  get #most() {
    return Number(this.dataset.most);
  }
}

/** @param {HTMLElement} entry */
function labelled(entry) {
  const box = element("input");
  box.type = "checkbox";
  box.value = entry.dataset.id ?? "";
  const title = entry.querySelector("strong")?.textContent ?? "";
  box.setAttribute("aria-label", sentence(words.compare_this, { title }));
  const label = element("label", "cw-pick", box, words.compare);
  entry.append(label);
  return label;
}
