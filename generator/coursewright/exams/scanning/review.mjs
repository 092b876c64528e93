// Decisions on doubtful marks. Nothing is kept but in this page until it is saved: whoever decides second on
// the same machine must not see what the first chose.

const data = JSON.parse(document.getElementById("data").textContent);
const { doubts, words } = data;
const ASIDE = "aside";
const NAMES = ["place", "save", "done", "desk", "back", "take", "next", "roster"];
const found = Object.fromEntries(NAMES.map((id) => [id, document.getElementById(id)]));
const decided = new Map();
let [at, saved, chosen] = [0, 0, []];

const said = (template, values) => template.replace(/\{(\w+)\}/g, (_whole, name) => String(values[name]));

function made(name, text = "", attributes = {}) {
  const element = document.createElement(name);
  element.textContent = text;
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}

/** The key of an option: what stands in the bubble if one key types it, else its number. */
function keyOf(option, index) {
  const shown = { "−": "-", "•": "." }[option.shown] ?? option.shown;
  return [...shown].length === 1 ? shown.toLowerCase() : index < 9 ? String(index + 1) : "";
}

function optionsOf(doubt) {
  const extra = doubt.kind === "number" ? [{ value: ASIDE, shown: words.aside, grey: 0 }] : [];
  const options = [...doubt.options, ...extra];
  const keys = options.map(keyOf);
  const own = (key, index) => (keys.indexOf(key) === index ? key : "");
  return options.map((option, index) => ({ ...option, key: own(keys[index], index) }));
}

function show() {
  const doubt = doubts[at];
  found.desk.replaceChildren();
  if (!doubt) return showEnd();
  chosen = [...(decided.get(doubt.id) ?? doubt.proposal ?? [])];
  const cuts = made("div", "", { class: `cuts ${doubt.kind}` });
  doubt.cuts.forEach((src) => cuts.append(made("img", "", { src, alt: words.picture })));
  const options = made("div", "", { class: "options", role: "group" });
  for (const option of optionsOf(doubt)) options.append(button(option, doubt));
  if (doubt.least === 0) {
    const none = made("button", words.none, { type: "button", class: "option none" });
    none.addEventListener("click", () => decide([]));
    options.append(none);
  }
  found.desk.append(made("h2", doubt.what), cuts, options, made("p", doubt.where, { class: "where" }));
  if (doubt.kind === "number") options.append(search(doubt));
  mark();
}

function button(option, doubt) {
  const element = made("button", "", { type: "button", class: "option", "data-value": option.value });
  element.append(made("kbd", option.key.toUpperCase() || "·"));
  element.append(made("span", [...option.shown].length > 1 ? option.shown : ""));
  if (doubt.kind === "marks") {
    element.append(made("meter", "", { max: 100, value: option.grey, "aria-hidden": "true" }));
    element.append(made("small", said(words.grey, option)));
  }
  if (doubt.proposal?.includes(option.value)) element.append(made("small", words.proposed));
  element.addEventListener("click", () => choose(option.value));
  return element;
}

function search(doubt) {
  const other = chosen.find((value) => !doubt.options.some((option) => option.value === value));
  const input = made("input", "", { list: "roster", placeholder: words.person, "aria-label": words.person });
  input.value = other && other !== ASIDE ? other : "";
  input.addEventListener("change", () => {
    const typed = input.value.trim();
    const person = data.roster.find((each) => each === typed || each.split(" ")[0] === typed);
    input.setCustomValidity(person ? "" : words.nobody);
    if (person) decide([person.split(" ")[0]]);
    else input.reportValidity();
  });
  return input;
}

function mark() {
  for (const element of found.desk.querySelectorAll("[data-value]")) {
    element.setAttribute("aria-pressed", String(chosen.includes(element.dataset.value)));
  }
  const place = said(words.place, { at: Math.min(at + 1, doubts.length), count: doubts.length });
  found.place.textContent = `${place} · ${said(words.left, { count: doubts.length - decided.size })}`;
  found.done.value = decided.size;
  found.save.classList.toggle("ready", decided.size === doubts.length);
  found.take.disabled = !doubts[at] || chosen.length < doubts[at].least;
  found.back.disabled = at === 0;
}

function choose(value) {
  if (!doubts[at].many) return decide([value]);
  chosen = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
  mark();
}

function decide(values) {
  if (!doubts[at] || values.length < doubts[at].least) return;
  decided.set(doubts[at].id, values);
  go(at + 1);
}

function go(to) {
  at = Math.max(0, Math.min(doubts.length, to));
  const left = doubts.findIndex((each) => !decided.has(each.id));
  if (at === doubts.length && left >= 0) at = left;
  show();
  found.desk.focus({ preventScroll: true });
}

function showEnd() {
  found.desk.append(made("h2", words.all), made("code", words.command));
  mark();
  found.save.focus();
}

function save() {
  const { format, session } = data;
  const content = JSON.stringify({ format, session, decisions: Object.fromEntries(decided) }, null, 1);
  const href = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  made("a", "", { href, download: `decisions-${session}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
  saved = decided.size;
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target === found.save) return;
  if (event.target instanceof HTMLInputElement) return;
  const doubt = doubts[at];
  const option = doubt && optionsOf(doubt).find((each) => each.key && each.key === event.key.toLowerCase());
  if (option) choose(option.value);
  else if (event.key === "Enter" && doubt) decide(chosen);
  else if (event.key === " " && doubt?.least === 0) decide([]);
  else if (["ArrowLeft", "Backspace"].includes(event.key)) go(at - 1);
  else if (event.key === "ArrowRight") go(at + 1);
  else return;
  event.preventDefault();
}

for (const person of data.roster) found.roster.append(made("option", "", { value: person }));
document.addEventListener("keydown", press);
found.save.addEventListener("click", save);
found.back.addEventListener("click", () => go(at - 1));
found.next.addEventListener("click", () => go(at + 1));
found.take.addEventListener("click", () => decide(chosen));
addEventListener("beforeunload", (event) => decided.size > saved && event.preventDefault());
show();
