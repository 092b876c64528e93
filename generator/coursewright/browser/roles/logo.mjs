/**
 * A company's logo as a data URL, with its size in pixels.
 *
 * @typedef {{name: string, kind: "png" | "jpeg", url: string, width: number, height: number}} Logo
 */

export const MOST_BYTES = 2 * 1024 * 1024;
const SIGNATURES = /** @type {const} */ ({
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
});

/**
 * What a file's first bytes say it is (ISO 15948, 5.2; ITU-T T.81, B.1.1.3); its name may say anything.
 *
 * @param {Uint8Array} bytes
 * @returns {Logo["kind"] | null}
 */
export function kindOf(bytes) {
  const kinds = /** @type {Logo["kind"][]} */ (Object.keys(SIGNATURES));
  return kinds.find((kind) => SIGNATURES[kind].every((byte, at) => bytes[at] === byte)) ?? null;
}

/**
 * The picture in a file, or why it cannot be used.
 *
 * @param {File} file
 * @returns {Promise<Logo | "large" | "wrong">}
 */
export async function readLogo(file) {
  if (file.size > MOST_BYTES) return "large";
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = kindOf(bytes);
  if (!kind) return "wrong";
  const url = await dataUrl(new Blob([bytes], { type: `image/${kind}` }));
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    return "wrong";
  }
  return { name: file.name, kind, url, width: image.naturalWidth, height: image.naturalHeight };
}

/**
 * The bytes of a picture.
 *
 * @param {Logo} logo
 */
export function bytesOf({ url }) {
  return Uint8Array.from(atob(url.slice(url.indexOf(",") + 1)), (sign) => sign.charCodeAt(0));
}

/**
 * @param {Blob} blob
 * @returns {Promise<string>}
 */
function dataUrl(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}
