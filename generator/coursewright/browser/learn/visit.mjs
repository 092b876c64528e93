import { store } from "../record/device.mjs";

/**
 * `<cw-visit data-section data-title>`: notes that a section was opened, and that it was read
 * once its end was seen or all its questions are answered.
 */
export default class Visit extends HTMLElement {
  #watch = new IntersectionObserver((seen) => {
    if (seen.some(({ isIntersecting }) => isIntersecting)) this.#read();
  });

  connectedCallback() {
    this.#note(0);
    document.addEventListener("cw-done", this);
    const article = this.closest("article") ?? document.body;
    const end = article.querySelector(".cw-after") ?? article.lastElementChild;
    if (end) this.#watch.observe(end);
  }

  disconnectedCallback() {
    document.removeEventListener("cw-done", this);
    this.#watch.disconnect();
  }

  handleEvent() {
    if (!document.querySelector("cw-quiz:not(.is-done)")) this.#read();
  }

  #read() {
    this.#watch.disconnect();
    this.#note(Date.now());
  }

  /** @param {number} read when it was read, 0 if it was only opened */
  #note(read) {
    const { section = "", title = "" } = this.dataset;
    store.put("sections", section, (old) => ({
      ...old,
      title,
      url: location.pathname,
      at: Date.now(),
      read: read || (old?.read ?? 0),
    }));
  }
}
