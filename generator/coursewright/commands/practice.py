"""Practice that goes out with its answers: a lesson for learning platforms, or a deck of cards."""

from typing import TYPE_CHECKING, Any

from ..words import marked as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..exchange.anki import Deck
    from ..exchange.lesson import Lesson
    from ..exchange.posed import Parcel, Sent
    from ..link.site import Site, SiteItem
    from ..render.practice import Adapter
    from ..words import Words
    from .choosing import Chosen

MOST = 200
"""Questions of one lesson: platforms keep 250 interactions, and a person has one evening."""
USUAL_CUT = 80
"""Percent, for what is no quiz of the course."""
APART = _("pictures of documents, and files to download")


def practised(
    site: "Site",
    chosen: "Chosen",
    write: "Callable[[Any], bytes]",
    words: "Words",
    adapter: "Adapter | None",
) -> "Sent":
    """A lesson, or without an adapter a deck; what shows what only the site has is left out."""
    from ..exchange.posed import Ledger, Sent
    from ..render.practice import unfit

    apart = unfit(site, chosen.practice, words)
    items = tuple(item for item in chosen.practice if item.id not in apart)
    ledger = Ledger({APART: apart} if apart else {})
    made = _lesson(site, chosen, items, adapter) if adapter else _deck(site, chosen.parcel, items)
    return Sent(write(made), len(items), ledger)


def _deck(site: "Site", parcel: "Parcel", items: "tuple[SiteItem, ...]") -> "Deck":
    from ..exchange.anki import Deck, Note
    from ..render.flashcards import flashcards

    cards, media = flashcards(site, items)
    notes = [Note(card.id, card.front, card.back, card.tags) for card in cards]
    return Deck(parcel.id, site.course.id, parcel.title, site.course.moment, notes, media)


def _lesson(site: "Site", chosen: "Chosen", items: "tuple[SiteItem, ...]", adapter: "Adapter") -> "Lesson":
    from ..exchange.lesson import Lesson
    from ..render.practice import Asking, practice

    course, parcel, quiz = site.course, chosen.parcel, chosen.quiz
    summary, cut = (quiz.model.summary, quiz.model.cut) if quiz else ("", USUAL_CUT)
    activity = f"{_activities(site)}{parcel.id}"
    files = practice(site, Asking(parcel.id, parcel.title, summary, cut, activity, items), adapter)
    return Lesson(parcel.id, course.id, parcel.title, summary, course.language, cut, activity, files)


def _activities(site: "Site") -> str:
    """What the addresses of quizzes begin with: as the course tells an employer, else a name of its own."""
    xapi = site.course.xapi
    return (
        f"{xapi.activities.rstrip('/')}/quizzes/" if xapi else f"urn:coursewright:{site.course.id}:quizzes:"
    )
