export default {
  "chapter": "Chapter",
  "all_chapters": "All chapters",
  "chapter_number": "Chapter {number}",
  "due_today": "Due today",
  "due_count": {
    "language": "en",
    "one": "{count} objective has come back.",
    "other": "{count} objectives have come back."
  },
  "nothing_due": "Nothing has come back today. What you answer comes back when you are about to forget it: the better you know it, the later.",
  "start": "Begin the review",
  "mistakes": "Mistakes",
  "no_mistakes": "There is no question whose last answer was wrong.",
  "redo": "Answer these again",
  "stop": "Stop here",
  "left": "{count} more",
  "next": "Next question",
  "finish": "Finish",
  "done": "Done for now. Questions answered: {count}",
  "question": "Mistake {number}",
  "section": "To the text"
};
