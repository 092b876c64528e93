// Judging written answers on a local page: keys, a draft on this machine, and a file to save. The page has it
// within itself as a classic script, for one that is opened as a file loads no module.
{
  const { session = "", page = "", format = "", said = "" } = document.body.dataset;
  const articles = [...document.querySelectorAll("article")];
  const status = /** @type {HTMLElement} */ (document.querySelector("[role=status]"));
  const button = /** @type {HTMLElement} */ (document.querySelector("button"));

  /** @param {HTMLElement} article @returns {HTMLInputElement[]} */
  const boxes = (article) => [...article.querySelectorAll("input")];
  /** @param {HTMLElement} article */
  const criteria = (article) => boxes(article).filter((box) => !box.classList.contains("judged"));
  /** @param {HTMLElement} article */
  const judged = (article) => /** @type {HTMLInputElement} */ (boxes(article).at(-1));
  /** @param {HTMLElement} article */
  const drawer = ({ dataset }) => `cw-marking/${session}/${page}/${dataset.item}/${dataset.answer}`;

  /** @param {HTMLElement} article */
  const ticked = (article) => criteria(article).filter((box) => box.checked).map((box) => box.value);

  /** Storage may be refused, as where a browser keeps nothing of files. @param {() => void} work */
  function kept(work) {
    try {
      work();
    } catch {
      // what is ticked is on the page all the same
    }
  }

  function tell() {
    const done = articles.filter((article) => judged(article).checked).length;
    articles.forEach((article) => article.classList.toggle("judged", judged(article).checked));
    status.textContent = said.replace("{done}", `${done}`).replace("{count}", `${articles.length}`);
  }

  /** @param {HTMLElement} article */
  function keep(article) {
    const met = ticked(article);
    const state = JSON.stringify({ met, judged: judged(article).checked });
    kept(() => localStorage.setItem(drawer(article), state));
    tell();
  }

  /** @param {HTMLElement} article */
  function restore(article) {
    kept(() => {
      const state = JSON.parse(localStorage.getItem(drawer(article)) ?? "{}");
      const met = new Set(Array.isArray(state.met) ? state.met : []);
      for (const box of criteria(article)) box.checked = met.has(box.value);
      judged(article).checked = state.judged === true;
    });
  }

  /** @param {number} at */
  function goTo(at) {
    const next = articles[Math.max(0, Math.min(articles.length - 1, at))];
    next?.focus();
    next?.scrollIntoView({ block: "start" });
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    const at = articles.findIndex((article) => article.contains(document.activeElement));
    const article = articles[at];
    const { target } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || target instanceof HTMLButtonElement) return;
    if (event.key === "ArrowDown" || event.key === "ArrowRight") goTo(at + 1);
    else if (event.key === "ArrowUp" || event.key === "ArrowLeft") goTo(at - 1);
    else if (!article) return;
    else if (event.key === "Enter" && !(target instanceof HTMLElement && target.matches("summary"))) {
      judged(article).checked = true;
      keep(article);
      goTo(at + 1);
    } else if (/^[1-9]$/.test(event.key) && criteria(article)[Number(event.key) - 1]) {
      criteria(article)[Number(event.key) - 1]?.click();
    } else return;
    event.preventDefault();
  }

  function save() {
    const judgments = articles
      .filter((article) => judged(article).checked)
      .map((article) => ({
        item: article.dataset.item,
        answer: article.dataset.answer,
        met: ticked(article),
      }));
    const text = JSON.stringify({ format: Number(format), session, judgments }, null, 1);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = `${session}-judgments.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  articles.forEach((article) => {
    restore(article);
    article.addEventListener("change", () => keep(article));
  });
  document.addEventListener("keydown", press);
  button.addEventListener("click", save);
  tell();
}
