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
  "asked": "what is a {name} | what is an {name} | what is the {name} | what is {name} | what's {name} | what are {name} | what does {name} mean | meaning of {name} | definition of {name} | define {name} | who is {name} | who are {name} | section {name}",
  "term": "Term",
  "person": "Person",
  "toolkit": "Toolkit",
  "role": "Role",
  "section": "Section",
  "chapter": "Chapter",
  "quiz": "Quiz",
  "exam": "Exam",
  "competency": "Competency",
  "taxonomy": "Taxonomy",
  "guide": "Guide"
};
