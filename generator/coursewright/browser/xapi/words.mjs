export default {
  "title": "Send my learning to {recipient}",
  "what": "Only if you agree: from then on {recipient} is told which sections you read, what you answer and its score, and the results of quizzes, each with its time. It goes to {host}, and whoever runs that can see it. What you did before, your notes and the sheets you fill in are not sent.",
  "account": "Your employee number or account name",
  "account_missing": "Write your employee number or account name first.",
  "as": "Your learning platform gives your name as {who}.",
  "agree": "I agree, send from now on",
  "agreed": "From now on it is sent.",
  "decline": "Do not send",
  "declined": "Nothing is sent.",
  "by_platform": "Open the course from your learning platform to send {recipient} what you learn. Nothing is sent now.",
  "on": "It is sent to {recipient} ({host}) as {who}.",
  "none_sent": "Nothing was sent yet.",
  "sent": {
    "language": "en",
    "one": "{count} entry was sent, at {time}.",
    "other": "{count} entries were sent, the last at {time}."
  },
  "waiting": {
    "language": "en",
    "one": "{count} entry waits.",
    "other": "{count} entries wait."
  },
  "refused": {
    "language": "en",
    "one": "{count} entry was refused, and is not sent again.",
    "other": "{count} entries were refused, and are not sent again."
  },
  "stop": "Stop sending",
  "stopped": "Nothing more is sent. Ask {recipient} if what was sent is to be deleted.",
  "retry": "Try again",
  "later": "{host} cannot be reached now. What waits is sent by itself as soon as it can be.",
  "denied": "{host} wants you to sign in: do so, or open the course from your learning platform again. Nothing is lost.",
  "elsewhere": "What answers at {host} is no learning record store. Tell whoever runs this site; nothing is lost.",
  "unlaunched": "Open the course from your learning platform again: what waits is sent then."
};
