import { element } from "../page/element.mjs";

/** Hands files made here to the person, without asking a server. */
export class Download {
  #address = "";

  /**
   * @param {BlobPart} content
   * @param {string} name
   * @param {string} type
   */
  give(content, name, type) {
    this.close();
    this.#address = URL.createObjectURL(new Blob([content], { type }));
    const to = element("a");
    to.href = this.#address;
    to.download = name;
    to.click();
  }

  /** Let go of the last file. */
  close() {
    URL.revokeObjectURL(this.#address);
  }
}
