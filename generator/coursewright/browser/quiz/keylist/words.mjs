export default {
  "title": "Keys",
  "option": "Choose an option of the question that has focus, or that is in view: the first is 1 or A",
  "enter": "Check the answer; once more, and the next open question comes",
  "arrows": "Another option where one is right; another entry of a list",
  "space_key": "Space",
  "space": "Tick an option where several are right; press a button",
  "tab": "To the next control, with Shift to the one before",
  "orders": "Steps in order",
  "order": "Tab to “Up” or “Down” of a step; Enter or Space moves it",
  "matches": "Things to match",
  "match": "Tab to the list of a thing; arrows, or the letter of what it belongs to",
  "texts": "Gaps and texts",
  "text": "Type; in a gap Enter checks, in a text Tab leads to the button",
  "list": "This list",
  "single": "Use single characters (1–9, A–H, ?) as keys",
  "within": "They are keys while focus is within the questions, and never where you type. Where nothing on the page has focus, 1–9 and ? are.",
  "close": "Close"
};
