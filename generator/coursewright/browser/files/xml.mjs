const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * @param {Uint8Array<ArrayBuffer> | undefined} content
 * @throws {RangeError} if it is no XML
 */
export function parsed(content) {
  const part = new DOMParser().parseFromString(new TextDecoder().decode(content), "application/xml");
  if (part.querySelector("parsererror")) throw new RangeError("no XML");
  return part;
}

/** @param {Document} part */
export function serialised(part) {
  // Some browsers write the declaration again, and some do not.
  const text = new XMLSerializer().serializeToString(part).replace(/^<\?xml.+?\?>\s?/, "");
  return new TextEncoder().encode(DECLARATION + text);
}
