export default {
  "passed": "Passed",
  "not_passed": "Not yet passed",
  "changed_since": "Not passed: a question has changed since",
  "read": "Read already",
  "last_result": "Last time {percent} %",
  "best_result": "Best {percent} %",
  "steps_done": "Done {done}/{total}",
  "go_on": "Go on: {title}",
  "find_term": "Find a term",
  "terms": {
    "language": "en",
    "one": "{count} term",
    "other": "{count} terms"
  },
  "in_glossary": "In the glossary",
  "close": "Close",
  "damaged": "Part of your learning record could not be read and was put aside. If you have exported it before, import it at the end of the page “Learn”.",
  "last_read": "You were at",
  "next_step": "Next step",
  "under_way": "Under way",
  "answered_of": "{title} ({done} of {total} answered)",
  "due": "Below the cut score",
  "all_done": "All sections are read and all quizzes passed.",
  "review": "Spaced review",
  "come_back": {
    "language": "en",
    "one": "{count} objective has come back",
    "other": "{count} objectives have come back"
  },
  "mastery_of": "Chapter {number} {title}: mastery",
  "percent": "{percent} %",
  "my_learning": "My learning",
  "mastery": "Mastery"
};
