// Follows the builds of a course that is being written: loads the page again after each, and lays over it
// what is wrong with the sources while they cannot be built.

const own = new URL(import.meta.url).search.slice(1);
const shown = document.createElement("div");

/** @param {string} heading @param {string} trouble */
function show(heading, trouble) {
  const title = document.createElement("strong");
  const report = document.createElement("pre");
  const close = document.createElement("button");
  title.textContent = heading;
  report.textContent = trouble;
  close.textContent = "×";
  close.setAttribute("aria-label", "Esc");
  close.addEventListener("click", () => shown.remove());
  Object.assign(report.style, { margin: "12px 0 0", font: "inherit", whiteSpace: "pre-wrap" });
  Object.assign(close.style, { float: "right", minWidth: "44px", minHeight: "44px", cursor: "pointer" });
  Object.assign(close.style, { font: "inherit", fontSize: "24px", color: "inherit" });
  Object.assign(close.style, { background: "none", border: "0" });
  shown.replaceChildren(close, title, report);
  document.body.append(shown);
}

shown.setAttribute("role", "alert");
shown.lang = document.documentElement.lang;
Object.assign(shown.style, { position: "fixed", inset: "auto 0 0", zIndex: "9999" });
Object.assign(shown.style, { maxHeight: "80vh", overflow: "auto", boxSizing: "border-box" });
Object.assign(shown.style, { padding: "16px 20px", color: "#fff", background: "#23272e" });
Object.assign(shown.style, { font: "14px/1.6 ui-monospace, Menlo, Consolas, monospace" });
shown.style.borderTop = "4px solid #e5484d";
addEventListener("keydown", (event) => {
  if (event.key === "Escape") shown.remove();
});

let last = "";
new EventSource(new URL("events", import.meta.url)).addEventListener("message", ({ data }) => {
  if (data === last) return;
  last = data;
  const { build, trouble, heading } = JSON.parse(data);
  if (trouble) show(heading, trouble);
  else if (build !== own) location.reload();
  else shown.remove();
});
