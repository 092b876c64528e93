export default {
  "my_record": "Export, import or delete",
  "about_record": "What you read, answer and fill in is kept in this browser only. Take it along as a file, or delete it.",
  "about_told": "What you read, answer and fill in is kept in this browser, and sent only if you agree below. Take it along as a file, or delete it.",
  "export": "Export (JSON)",
  "import": "Import",
  "exported": "The file is in your downloads.",
  "imported": "The record was added.",
  "imported_new": "New here: answers {answers}, results of quizzes and exams {results}.",
  "imported_unread": {
    "language": "en",
    "one": "{count} entry could not be read and was left out.",
    "other": "{count} entries could not be read and were left out."
  },
  "imported_not_kept": "But this browser has no room for it or keeps nothing: it is lost when you leave.",
  "imported_partly": "What this site knows of the record was added. Some of it is of a newer version: keep the file.",
  "not_imported": "This file is not a learning record that we can read. Nothing was changed.",
  "not_imported_newer": "This file is of a newer version of this site. Nothing was changed: load this page anew and try again.",
  "not_imported_other": "This file is of another course, {course}. Nothing was changed.",
  "delete": "Delete",
  "delete_sure": "Delete everything for good?",
  "deleted": "Your learning record was deleted."
};
