export default {
  "print": "Print",
  "print_blank": "Print empty",
  "print_filled": "Print filled in",
  "clear": "Clear",
  "clear_sure": "Clear for good?",
  "sheet_kept": "What you fill in stays in this browser. Clear it when others use this device.",
  "sheet_not_kept": "This browser cannot keep what you fill in: print it or copy it before you leave this page, or it is lost."
};
