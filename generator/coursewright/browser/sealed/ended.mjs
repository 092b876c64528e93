import { button, element } from "../page/element.mjs";
import { sentence } from "../page/sentence.mjs";
import { Confirm } from "../tool/confirm.mjs";
import { print } from "../tool/printing.mjs";
import { Drop } from "./drop.mjs";
import { Outlets } from "./outlets.mjs";
import { shownReceipt } from "./response.mjs";
import { minute, moment, StateLine } from "./stateline.mjs";
import words from "./words.mjs";

/**
 * @typedef {object} HandedIn
 * @property {import("./package.mjs").Package} exam
 * @property {import("./opening.mjs").Candidate} candidate
 * @property {import("./sitting.mjs").Sitting} sitting that is over
 * @property {import("./response.mjs").Sealed} response
 * @property {boolean} isKept whether it lies on this device
 * @property {boolean} isTimeUp
 * @property {() => void} remove take it off this device
 */

/** What is seen after the end: the receipt, and the ways on which the response reaches the trainer. */
export class Ended {
  #place;
  #state = new StateLine();
  #way = element("p", "cw-way");
  #again = button(words.send_again, "send");
  #title = element("h2", "", words.ended);
  #give = element("p", "", words.give);
  #outlets;
  #drop;

  /** @param {HandedIn} place */
  constructor(place) {
    const { exam, response, isTimeUp, remove } = place;
    this.#place = place;
    this.#outlets = new Outlets(response);
    this.#drop = exam.drop ? new Drop(exam.drop, response, (way) => this.#tell(way)) : null;
    this.#title.tabIndex = -1;
    if (this.#drop) this.#give.textContent = words.give_as_well;
    this.#way.role = "status";
    this.#again.hidden = true;
    this.root = element(
      "section",
      "cw-ended",
      this.#title,
      ...(isTimeUp ? [element("p", "cw-warn", words.time_up)] : []),
      this.#state.root,
      this.#way,
      element("p", "", this.#again),
      this.#give,
      this.#outlets.root,
      this.#receipt(),
      element("p", "cw-m", words.stays),
      new Confirm(words.remove, words.remove_sure, remove).root,
    );
    this.root.addEventListener("click", this);
  }

  connect() {
    const { sitting, isKept } = this.#place;
    this.#state.show(isKept ? "kept" : "denied", sitting.state.saved);
    if (sitting.state.sent) this.#tell({ what: "sent", at: sitting.state.sent });
    else if (this.#drop) this.#drop.connect();
    else this.#way.textContent = words.not_sent;
  }

  focus() {
    this.#title.focus({ preventScroll: true });
    this.#title.scrollIntoView({ block: "nearest" });
  }

  disconnect() {
    this.#drop?.disconnect();
    this.#outlets.close();
  }

  /** Whether it is kept. @param {boolean} isKept */
  kept(isKept) {
    const { saved, sent } = this.#place.sitting.state;
    if (!sent) this.#state.show(isKept ? "kept" : "denied", saved);
  }

  /** @param {Event} event */
  handleEvent({ target }) {
    const value = target instanceof HTMLButtonElement ? target.value : "";
    if (value === "print") print("cw-print-receipt", document.documentElement);
    else if (value === "send") this.#drop?.handleEvent();
  }

  /** @param {import("./drop.mjs").Way} way */
  #tell(way) {
    this.#again.hidden = way.what !== "refused" && way.what !== "waiting";
    this.#way.classList.toggle("cw-warn", way.what === "refused");
    if (way.what === "sent") {
      if (!this.#place.sitting.state.sent) this.#place.sitting.put({ sent: way.at });
      this.#state.show("sent", way.at);
      this.#way.textContent = sentence(words.arrived, { time: minute(way.at) });
      this.#give.textContent = words.give_copy;
    } else if (way.what === "sending") this.#way.textContent = words.sending;
    else if (way.what === "waiting") this.#way.textContent = words.waiting;
    else this.#way.textContent = sentence(words.refused, { status: way.status });
  }

  #receipt() {
    const { exam, candidate, sitting, response } = this.#place;
    const { holder } = sitting.state;
    const who = holder ? `${holder.name} (${holder.number}, ${candidate.number})` : "";
    const rows = [
      [words.exam, exam.title],
      [words.candidate, who || `${candidate.name} (${candidate.number})`],
      [words.form, candidate.form],
      [words.submitted, moment(sitting.state.submitted)],
      [words.receipt_code, shownReceipt(response.receipt)],
    ].map(([name = "", said = ""]) => element("div", "", element("dt", "", name), element("dd", "", said)));
    const list = element("dl", "cw-facts", ...rows);
    const note = element("p", "cw-m", words.receipt_note);
    const buttons = element("p", "cw-buttons", button(words.print_receipt, "print"));
    return element("div", "cw-receipt", element("h3", "", words.receipt), list, note, buttons);
  }
}
