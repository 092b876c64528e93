export default {
  "print": "Print",
  "cancel": "Cancel",
  "copy": "Copy",
  "copied": "Copied",
  "not_copied": "Could not be copied. Select the text instead."
};
