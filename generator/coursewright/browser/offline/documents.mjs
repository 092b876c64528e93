import { Download } from "../tool/download.mjs";

/**
 * Hands documents that are clicked over from the copy: Chromium asks the network, past the worker, for what
 * a link says is to be downloaded.
 */
export class Documents {
  #root;
  #miss;
  #download = new Download();

  /**
   * @param {string} root the address of the site
   * @param {() => void} miss what to do where there is neither a copy nor a network
   */
  constructor(root, miss) {
    this.#root = root;
    this.#miss = miss;
  }

  /** @param {MouseEvent} event */
  handleEvent(event) {
    const link = event.target instanceof Element ? event.target.closest("a[download]") : null;
    const isOwn = link instanceof HTMLAnchorElement && link.href.startsWith(this.#root);
    if (!isOwn || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#give(link);
  }

  /** @param {HTMLAnchorElement} link */
  async #give({ href, download }) {
    try {
      const response = await fetch(href);
      if (!response.ok) throw new Error(response.statusText);
      const name = download || decodeURIComponent(new URL(href).pathname.split("/").pop() ?? "");
      this.#download.give(await response.blob(), name, response.headers.get("content-type") ?? "");
    } catch {
      this.#miss();
    }
  }
}
