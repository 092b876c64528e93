import { button, element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { Late } from "../quiz/late.mjs";
import words from "./words.mjs";

/** So many signs of a response are in one code: it stays coarse enough for the camera of a phone. */
const PIECE = 400;
/** How long each code is shown, in milliseconds. */
const TURN = 1500;
const SPACE = "http://www.w3.org/2000/svg";

/** What draws codes, which is fetched before it is needed. */
export const drawing = new Late(drawn);

/** A response as a series of QR codes, one after another for a camera. */
export class Codes {
  #pieces;
  #at = 0;
  #shown = element("div", "cw-qr");
  #place = element("span", "cw-place");
  #run = button(words.qr_pause, "qr-run");
  /** @type {number | undefined} */
  #timer;

  /** @param {import("./response.mjs").Sealed} response */
  constructor(response) {
    this.#pieces = pieces(response);
    const turning = [button(words.qr_back, "qr-back"), this.#place, button(words.qr_on, "qr-on"), this.#run];
    this.root = element("div", "cw-code-series", element("p", "", words.qr_note), this.#shown);
    if (this.#pieces.length > 1) this.root.append(element("div", "cw-buttons", ...turning));
    this.root.addEventListener("click", this);
  }

  start() {
    this.#show();
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) this.#go();
    else this.#stop();
  }

  close() {
    window.clearInterval(this.#timer);
    this.root.remove();
  }

  /** @param {Event} event */
  handleEvent({ target }) {
    const value = target instanceof HTMLButtonElement ? target.value : "";
    if (value === "qr-run" && this.#timer === undefined) return this.#go();
    if (value) this.#stop();
    if (value === "qr-back") this.#turn(-1);
    else if (value === "qr-on") this.#turn(1);
  }

  #go() {
    this.#timer = window.setInterval(() => this.#turn(1), TURN);
    this.#run.textContent = words.qr_pause;
  }

  #stop() {
    window.clearInterval(this.#timer);
    this.#timer = undefined;
    this.#run.textContent = words.qr_run;
  }

  /** @param {number} by */
  #turn(by) {
    const count = this.#pieces.length;
    this.#at = (this.#at + by + count) % count;
    this.#show();
  }

  async #show() {
    const code = await drawing.get();
    const text = this.#pieces[this.#at] ?? "";
    const where = { number: this.#at + 1, total: this.#pieces.length };
    this.#place.textContent = sentence(words.qr_place, where);
    if (!code) return this.#shown.replaceChildren(words.qr_failed);
    const modules = code.encodeQR(text, "raw", { ecc: "medium", border: 4 });
    const made = picture(/** @type {boolean[][]} */ (modules));
    made.setAttribute("aria-label", sentence(words.qr_place, where));
    return this.#shown.replaceChildren(made);
  }
}

/** @param {import("./response.mjs").Sealed} response */
export function pieces({ text, receipt }) {
  const jwe = text.slice(text.indexOf(".") + 1);
  const cut = jwe.match(new RegExp(`.{1,${PIECE}}`, "g")) ?? [];
  return cut.map((piece, at) => `CWR1/${receipt.slice(0, 8)}/${at + 1}/${cut.length}/${piece}`);
}

/** @param {boolean[][]} modules */
function picture(modules) {
  const [drawn, path] = ["svg", "path"].map((name) => document.createElementNS(SPACE, name));
  const runs = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  path?.setAttribute("d", runs.join(""));
  drawn?.setAttribute("viewBox", `0 0 ${modules.length} ${modules.length}`);
  drawn?.setAttribute("role", "img");
  if (path) drawn?.append(path);
  return /** @type {Element} */ (drawn);
}

/**
 * @param {string} end of its address
 * @returns {Promise<typeof import("../qr/qr.mjs")>}
 */
function drawn(end) {
  return end ? import(`../qr/qr.mjs${end}`) : import("../qr/qr.mjs");
}
