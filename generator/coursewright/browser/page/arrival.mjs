const BY_THE_READER = ["wheel", "touchstart", "pointerdown", "keydown"];

/**
 * Holds the place that the address names. Where a machine is slow, a theme that keeps the place on a page
 * for instant navigation goes back to the top after the browser went there.
 */
export function holdArrival() {
  const place = document.getElementById(decoded(location.hash.slice(1)));
  if (!place) return;
  const listening = new AbortController();
  const { signal } = listening;
  const stop = () => listening.abort();
  const hold = () => {
    if (scrollY > 0) return;
    stop();
    place.scrollIntoView();
  };
  addEventListener("scroll", hold, { signal });
  for (const type of BY_THE_READER) addEventListener(type, stop, { signal, passive: true, capture: true });
}

/** @param {string} text of an address, which anyone may have typed */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
