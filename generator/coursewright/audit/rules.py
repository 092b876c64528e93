"""The rules of item quality by the names that authors waive them by."""

CODES = {
    "absolute-words": "CW0901",
    "all-or-none": "CW0902",
    "negative-stem": "CW0903",
    "double-negative": "CW0904",
    "longest-key": "CW0905",
    "echoed-stem": "CW0906",
    "alike-options": "CW0907",
    "uneven-options": "CW0908",
    "unsorted-numbers": "CW0909",
    "alike-items": "CW0910",
    "cue": "CW0911",
    "unbalanced": "CW0912",
    "level-spread": "CW0913",
    "answer-in-text": "CW0914",
    "guessable": "CW0915",
    "same-answers": "CW0919",
}

OF_A_FILE = frozenset({"unbalanced", "guessable"})
OF_A_CHAPTER = frozenset({"level-spread"})
"""Rules that are about more than one item."""

UNKNOWN, NEEDLESS, MISPLACED = "CW0916", "CW0917", "CW0918"
"""Codes of a waiver that names no rule, of one whose rule says nothing there, and of one that never can."""
