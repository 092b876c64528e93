export default {
  "search": "Search",
  "hint": "A word, a name, a role …",
  "close": "Close",
  "more": "Show more",
  "found": {
    "language": "en",
    "one": "{count} place found",
    "other": "{count} places found"
  },
  "unavailable": "The search could not be loaded.",
  "term": "Term",
  "person": "Person",
  "toolkit": "Toolkit",
  "role": "Role",
  "section": "Section",
  "chapter": "Chapter",
  "quiz": "Quiz",
  "competency": "Competency",
  "taxonomy": "Taxonomy",
  "guide": "Guide"
};
