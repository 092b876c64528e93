import { placed } from "../record/device.mjs";
import { Place } from "../record/place.mjs";

const PLACES = [placed(":xapi"), new Place(() => sessionStorage, placed(":launch").key)];
const LAUNCH = /[?#&]endpoint=/;

/**
 * `<cw-xapi data-about>`, on every page of a course that can tell an employer what was learnt: loads what
 * sends when somebody has agreed to it, and asks whoever comes by a launch.
 */
export default class Xapi extends HTMLElement {
  connectedCallback() {
    window.addEventListener("online", this);
    this.handleEvent();
  }

  disconnectedCallback() {
    window.removeEventListener("online", this);
  }

  async handleEvent() {
    if (!LAUNCH.test(location.href) && !PLACES.some((place) => place.read())) return;
    const { books, desk } = await import("./desk.mjs");
    const found = await desk(this.dataset.about);
    if (!found?.launch || books.has(found.launch) || document.querySelector("cw-reporting")) return;
    const { default: reporting } = await import("./reporting.mjs");
    if (!customElements.get("cw-reporting")) customElements.define("cw-reporting", reporting);
    const asked = document.createElement("cw-reporting");
    asked.dataset.about = this.dataset.about ?? "";
    this.append(asked);
  }
}
