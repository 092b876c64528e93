const SLICE = 4096;

/**
 * What was packed, as long as it is no more than so many bytes: a small file may hold a huge one.
 *
 * Throws for what is damaged, goes on behind its end, or is too large.
 *
 * @param {Uint8Array} bytes
 * @param {"deflate" | "deflate-raw" | "gzip"} format
 * @param {number} most
 */
export async function inflated(bytes, format, most) {
  const reader = sliced(bytes).pipeThrough(new DecompressionStream(format)).getReader();
  /** @type {Uint8Array[]} */
  const parts = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    size += read.value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError("too large");
    }
  }
  return joined(parts, size);
}

/**
 * Little by little, for a browser unpacks whatever it is given before anybody can say that it is enough.
 *
 * @param {Uint8Array} bytes
 */
function sliced(bytes) {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, (at += SLICE)));
      else controller.close();
    },
  });
}

/**
 * @param {readonly Uint8Array[]} parts
 * @param {number} size of all of them
 */
function joined(parts, size) {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
