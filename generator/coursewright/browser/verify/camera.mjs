import { button, element } from "../page/element.mjs";
import { codeIn } from "./code.mjs";
import words from "./words.mjs";

/** A QR code before the camera, until there is one that has a certificate. */
export class Camera {
  #seen;
  #video = element("video");
  #said = element("p", "cw-m");
  #stop = button(words.camera_stop, "camera-stop");
  /** @type {MediaStream | null} */
  #stream = null;

  /** @param {(code: string) => void} seen */
  constructor(seen) {
    this.#seen = seen;
    this.#video.muted = true;
    this.#video.playsInline = true;
    this.#video.hidden = true;
    this.#said.setAttribute("role", "status");
    this.#stop.hidden = true;
    this.#stop.addEventListener("click", () => this.close());
    this.root = element("div", "cw-camera", this.#video, this.#said, this.#stop);
  }

  async open() {
    if (this.#stream) return;
    try {
      this.#stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: "environment", width: { ideal: 1280 } },
      });
    } catch {
      this.#said.textContent = words.camera_denied;
      return;
    }
    this.#video.srcObject = this.#stream;
    this.#video.hidden = this.#stop.hidden = false;
    this.#said.textContent = words.camera_told;
    this.#stop.focus();
    await this.#video.play().catch(() => undefined);
    this.#look();
  }

  close() {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
    this.#video.srcObject = null;
    this.#video.hidden = this.#stop.hidden = true;
    this.#said.textContent = "";
  }

  /** Each picture that the camera has when the last one was read. */
  #look() {
    if (!this.#stream) return;
    const { videoWidth, videoHeight } = this.#video;
    const code = videoWidth ? codeIn(this.#video, videoWidth, videoHeight) : "";
    if (code) {
      this.close();
      this.#seen(code);
    } else requestAnimationFrame(() => this.#look());
  }
}
