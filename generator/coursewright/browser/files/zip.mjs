/**
 * ZIP archives in memory (PKWARE APPNOTE 6.3.10): stored and deflated entries, no Zip64, no encryption.
 *
 * @typedef {Uint8Array<ArrayBuffer>} Bytes
 * @typedef {Map<string, Bytes>} Files content by path, in the order of the archive
 */
import { crc32 } from "./crc.mjs";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;
const UTF8 = 0x0800;
/** The first day that a ZIP can name, so that the same files give the same bytes. */
const FIRST_DAY = 0x0021;
const LONGEST_COMMENT = 0xffff;

/** Whether this browser can pack and unpack. */
export function canZip() {
  return typeof DecompressionStream !== "undefined" && typeof CompressionStream !== "undefined";
}

/**
 * @param {Bytes} archive
 * @returns {Promise<Files>}
 * @throws {RangeError} if it is no archive that we can read, or a damaged one
 */
export async function readZip(archive) {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOf(view);
  /** @type {Files} */
  const files = new Map();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new RangeError("no central directory");
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const path = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + (name ?? 0)));
    files.set(path, await contentOf(archive, view, at));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

/**
 * @param {Files} files
 * @returns {Promise<Bytes>}
 */
export async function writeZip(files) {
  const entries = [];
  const directory = [];
  let offset = 0;
  for (const [path, content] of files) {
    const name = new TextEncoder().encode(path);
    const packed = await piped(content, new CompressionStream("deflate-raw"));
    const [method, body] = packed.length < content.length ? [DEFLATED, packed] : [STORED, content];
    const sizes = numbers(
      [crc32(content), 4],
      [body.length, 4],
      [content.length, 4],
      [name.length, 2],
      [0, 2],
    );
    const common = [numbers([20, 2], [UTF8, 2], [method, 2], [0, 2], [FIRST_DAY, 2]), sizes];
    entries.push(numbers([LOCAL, 4]), ...common, name, body);
    const place = numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    directory.push(numbers([CENTRAL, 4], [20, 2]), ...common, place, name);
    offset += 30 + name.length + body.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = files.size;
  const end = numbers([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2]);
  return gathered([...entries, ...directory, end]);
}

/** @param {DataView} view */
function endOf(view) {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new RangeError("no ZIP archive");
}

/**
 * @param {Bytes} archive
 * @param {DataView} view
 * @param {number} at of the entry in the central directory
 */
async function contentOf(archive, view, at) {
  const [method, flags] = [view.getUint16(at + 10, true), view.getUint16(at + 8, true)];
  const [sum, packed, size, local] = [16, 20, 24, 42].map((field) => view.getUint32(at + field, true));
  const isEntry = local !== undefined && packed !== undefined && view.getUint32(local, true) === LOCAL;
  if (!isEntry) throw new RangeError("no entry");
  const isOurs = method === STORED || method === DEFLATED;
  if (flags & 1 || !isOurs) throw new RangeError("not packed in a way we can read");
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const body = archive.slice(start, start + packed);
  const inflate = () => piped(body, new DecompressionStream("deflate-raw")).catch(damaged);
  const content = method === DEFLATED ? await inflate() : body;
  if (content.length !== size || crc32(content) !== sum) damaged();
  return content;
}

/** @returns {never} */
function damaged() {
  throw new RangeError("damaged");
}

/**
 * @param {Bytes} bytes
 * @param {CompressionStream | DecompressionStream} through
 */
async function piped(bytes, through) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(through)).arrayBuffer());
}

/**
 * Little-endian numbers, each with its width in bytes.
 *
 * @param {[value: number, width: number][]} fields
 */
function numbers(...fields) {
  const bytes = fields.flatMap(([value, width]) =>
    Array.from({ length: width }, (_, at) => (value >>> (8 * at)) & 255),
  );
  return Uint8Array.from(bytes);
}

/** @param {Uint8Array[]} parts */
function gathered(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
