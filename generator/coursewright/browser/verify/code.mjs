import { decodeQR } from "../qr/decode.mjs";

/** Pixels of the longer side in which a code is looked for. */
const LONGEST = 1600;

/**
 * What the QR code in a picture has, or nothing.
 *
 * @param {CanvasImageSource} source
 * @param {number} width of it
 * @param {number} height
 */
export function codeIn(source, width, height) {
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return "";
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    return "";
  }
}

/**
 * The same of the file of a picture.
 *
 * @param {Uint8Array} file
 */
export async function codeOf(file) {
  try {
    const picture = await createImageBitmap(new Blob([/** @type {BlobPart} */ (file)]));
    const found = codeIn(picture, picture.width, picture.height);
    picture.close();
    return found;
  } catch {
    return "";
  }
}
