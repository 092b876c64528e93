/**
 * Put a note of the top layer right under a piece of text, or above it where there is no room; it scrolls
 * with the text.
 *
 * @param {HTMLElement} note
 * @param {Element} piece the first line of it counts
 */
export function beside(note, piece) {
  const line = piece.getClientRects()[0] ?? piece.getBoundingClientRect();
  const { offsetWidth, offsetHeight, style } = note;
  const isRoomBelow = line.bottom + offsetHeight <= innerHeight || line.top < offsetHeight;
  const left = Math.max(0, Math.min(line.left, document.documentElement.clientWidth - offsetWidth));
  style.left = `${left + scrollX}px`;
  style.top = `${(isRoomBelow ? line.bottom : line.top - offsetHeight) + scrollY}px`;
}
