"""A case: the log of an account that was lent, and two questions; the second goes on from the first."""

from ...words import Words
from .choices import Item, lengths
from .span import Span, clock

PAGE = 10
"""Minutes of the log that are on a page."""


def log(span: Span, words: Words) -> Item:
    """Its questions are without what every item says alike."""
    return {
        "type": "case",
        "title": words("The log of a lent account"),
        "stimulus": _stimulus(span, words),
        "items": [_open(span, words), _pages(span, words)],
    }


def _stimulus(span: Span, words: Words) -> str:
    rows = (
        (clock(span.start), words("account lent")),
        (clock(span.start + span.before // 2), words("customer list opened")),
        (clock(span.end - span.after // 2), words("customer list sent")),
        (clock(span.end), words("account locked")),
    )
    told = words("The log of an account has a page for every ten minutes that have begun.")
    head = (words("time"), words("what happened")), ("---", "---")
    return f"{told}\n\n" + "".join(f"| {time} | {what} |\n" for time, what in (*head, *rows))


def _open(span: Span, words: Words) -> Item:
    return {
        "type": "single-choice",
        "facility": 65,
        "stem": words("For how many minutes was the account open?"),
        "options": lengths(span, 1, words),
        "explanation": words("Only the first and the last line count: it was open from one to the other."),
    }


def _pages(span: Span, words: Words) -> Item:
    """A page too few: the one that is only begun."""
    count = -(-span.length // PAGE)
    whole = words("{length} minutes are {count} pages, of which the last is only begun.")
    said = whole.format(length=span.length, count=count)
    return {
        "type": "true-false",
        "facility": 60,
        "stem": words("So {count} pages of the log are to be read for that time.").format(count=count - 1),
        "answer": False,
        "if_true": words("No: {sum}").format(sum=said),
        "if_false": words("Right: {sum}").format(sum=said),
        "explanation": words("Divide the minutes by ten and round up."),
    }
