export default {
  "passed": "Passed",
  "not_passed": "Not yet passed",
  "read": "Read already",
  "last_result": "Last time {percent} %",
  "sections_read": "Read {read}/{total}",
  "mastered": "Mastered {right}/{total}",
  "mastery_of": "Mastery of “{title}”",
  "chapter": "Chapter {number}",
  "go_on_with": "Go on with",
  "last_read": "You were at",
  "next_step": "Next step",
  "due": "Below the cut score",
  "all_done": "All sections are read and all quizzes passed."
};
