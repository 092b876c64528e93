export default {
  "before": "Before you begin",
  "time": "Your time",
  "minutes": {
    "language": "en",
    "one": "{count} minute",
    "other": "{count} minutes"
  },
  "given": "{minutes}: the time of the exam",
  "quarter": "{minutes}: a quarter more",
  "half": "{minutes}: half as much again",
  "no_limit": "No time limit",
  "begin_note": "The clock starts as soon as the questions are there, and has no break. You can leave the page and come back.",
  "begin_stay": "The clock starts as soon as the questions are there, and has no break. Stay on this page until you have submitted.",
  "begin": "Begin the exam",
  "loading": "The questions are being fetched …",
  "not_loaded": "The questions could not be fetched. Is there a connection? The clock goes on.",
  "not_drawn": "The questions could not be fetched. Is there a connection? The clock has not started.",
  "try_again": "Try again",
  "time_left": "Time left {time}",
  "minutes_left": {
    "language": "en",
    "one": "{count} minute left",
    "other": "{count} minutes left"
  },
  "sheet": "Answer sheet",
  "done": "Answered {done} / {total}",
  "flags": {
    "language": "en",
    "one": "{count} flag",
    "other": "{count} flags"
  },
  "question": "Question {number}",
  "comma": ", ",
  "answered": "answered",
  "open": "open",
  "flagged": "flagged",
  "flag": "Flag to come back to",
  "previous": "Previous question",
  "next": "Next question",
  "place": "Question {number} of {total}",
  "submit": "Submit",
  "sure": "Submit now?",
  "sure_note": "After that nothing can be changed, and you see what was right.",
  "still_open": {
    "language": "en",
    "one": "{count} question is still open:",
    "other": "{count} questions are still open:"
  },
  "still_doubtful": {
    "language": "en",
    "one": "{count} question is answered in part, or with what cannot be read:",
    "other": "{count} questions are answered in part, or with what cannot be read:"
  },
  "doubtful": "incomplete, or cannot be read",
  "under_way": "Under way: {title}",
  "back_to_it": "Back to it",
  "ran_out": "{title}: the time was up while you were away. What you answered counts once you see the result.",
  "see_result": "See the result",
  "to_be_judged": {
    "language": "en",
    "one": "{title}: {count} answer in your own words waits for your judgement before there is a result.",
    "other": "{title}: {count} answers in your own words wait for your judgement before there is a result."
  },
  "judge_now": "Judge now",
  "ends_judging": {
    "language": "en",
    "one": "{count} answer in your own words of your last attempt waits for your judgement. Once a new attempt begins it cannot be judged any more, and counts nothing.",
    "other": "{count} answers in your own words of your last attempt wait for your judgement. Once a new attempt begins they cannot be judged any more, and count nothing."
  },
  "still_flagged": {
    "language": "en",
    "one": "{count} question is flagged:",
    "other": "{count} questions are flagged:"
  },
  "submit_open": "Submit all the same",
  "go_on": "Go on answering",
  "time_up": "The time was up, and your answers were submitted by themselves.",
  "not_kept": "This browser cannot keep your answers: a reload or a crash loses them.",
  "gone": {
    "language": "en",
    "one": "{count} question is not in the course any more and does not count.",
    "other": "{count} questions are not in the course any more and do not count."
  },
  "changed": {
    "language": "en",
    "one": "{count} question has been changed since you began: if you had answered it, answer it again.",
    "other": "{count} questions have been changed since you began: those you had answered you need to answer again."
  },
  "result": "Result",
  "passed": "Cut score reached",
  "not_passed": "Cut score not reached",
  "undecided": "Decided once you have judged",
  "percent": "{percent} %, cut score {cut} %",
  "points": "{points} of {total} points",
  "right_of": "{right} of {total} questions right",
  "left_open": {
    "language": "en",
    "one": "{count} left open",
    "other": "{count} left open"
  },
  "used_time": "Time used",
  "cut": "cut score {cut} %",
  "used": "Time used: {used}",
  "used_of": "Time used: {used} of {given}",
  "to_judge": {
    "language": "en",
    "one": "{count} answer in your own words waits for your judgement below; until then it counts nothing.",
    "other": "{count} answers in your own words wait for your judgement below; until then they count nothing."
  },
  "judge": "Judge question {number}",
  "by_chapter": "By chapter",
  "by_competency": "By competency",
  "chapter": "Chapter",
  "competency": "Competency",
  "right_questions": "Right",
  "share": "Points",
  "few": "Few questions say little: a row of one or two is a hint where to look, not a measurement.",
  "attempts": "Your attempts",
  "when": "Date",
  "review": "Question by question",
  "only_missed": "Show only what was missed",
  "right": "right",
  "partly": "partly right",
  "wrong": "not right",
  "unanswered": "not answered",
  "waiting": "to be judged",
  "to_text": "To the text: {title}",
  "again": "New attempt with other questions"
};
