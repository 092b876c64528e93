/** Whether this browser packs. */
export const canPack = typeof CompressionStream === "function";

/**
 * Bytes in raw DEFLATE (RFC 1951), as the `zip` of JOSE wants it.
 *
 * @param {Uint8Array} bytes
 */
export async function packed(bytes) {
  const stream = new Blob([/** @type {BlobPart} */ (bytes)]).stream();
  const made = stream.pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(made).arrayBuffer());
}
