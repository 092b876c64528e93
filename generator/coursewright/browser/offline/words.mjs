export default {
  "heading": "Learn without a network",
  "about": "The whole course, with its quizzes and the search, can be kept on this device and then works without a network.",
  "take": "Take the course along ({size})",
  "taking": "{done} of {files} files, {doneSize} of {size}",
  "taken": "The whole course works without a network.",
  "since": "The copy on this device is of {date}.",
  "documents": {
    "language": "en",
    "one": "Take its {count} document too ({size})",
    "other": "Take its {count} documents too ({size})"
  },
  "documents_taken": "Its documents are taken along too.",
  "remove": "Remove the copy",
  "remove_sure": "Remove the copy from this device?",
  "removed": "The copy was removed. Your learning record is as it was.",
  "network": "The connection was lost. What has come is kept: go on when it is back.",
  "altered": "The site is just being changed, or something on the way alters its files. What has come is kept: try again later.",
  "quota": "This device has too little room for it: {size} more are needed. Nothing of yours was lost.",
  "denied": "This browser does not let the site keep a copy.",
  "go_on": "Go on ({size} left)",
  "newer": "New version: press to refresh",
  "close": "Close",
  "not_here": "This file was not taken along, and there is no connection.",
  "offline": "You are offline and see the version of {date}."
};
