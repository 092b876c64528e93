"""An item that is answered in words, and sentences that invented candidates write."""

from ...exams.simulation.answering import Said
from ...words import Words
from .choices import Item


def message(words: Words) -> Item:
    criteria = {
        "when": words("Says when the link was clicked: at 9:47."),
        "what": words("Says what was typed: the password of the mailbox."),
        "state": words("Says that the computer has been unplugged since 9:52."),
    }
    return {
        "type": "short-answer",
        "facility": 60,
        "stem": words(
            "At 9:47 you clicked a link and typed the password of your mailbox into the page. At 9:52 you "
            "pulled the network cable. Write the message that you leave for the security contact."
        ),
        "rubric": [{"id": id, "text": text} for id, text in criteria.items()],
        "sample": "".join(own[0] for own in said(words).sentences.values()).strip(),
        "explanation": words(
            "Whoever helps must know the time, what was given away, and what is still running."
        ),
    }


def said(words: Words) -> Said:
    """Sentences with a space behind them, where a language has one."""
    sentences = {
        "when": (words("I clicked a link in an email at 9:47. "), words("The click was at 9:47. ")),
        "what": (
            words("I typed my mailbox password into the page. "),
            words("The page has the password of my mailbox now. "),
        ),
        "state": (
            words("The network cable has been out since 9:52. "),
            words("My computer is offline, I unplugged it at 9:52. "),
        ),
    }
    return Said(sentences, words("Something is wrong with my computer, please call me back."))
