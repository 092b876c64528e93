"""Which questions go out: those of a quiz, those of the bank that are of a kind, or those of a form."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .given import refuse_unknown
from .terminal import _

if TYPE_CHECKING:
    from ..compiler import Checked
    from ..exams.store import Kept
    from ..exchange.names import Names
    from ..exchange.posed import Parcel, Posed
    from ..link import Site
    from ..link.site import SiteItem, SiteQuiz
    from ..link.vault import ReservedItem
    from ..model.items.item import ItemSource
    from ..words import Words

    Item = SiteItem | ReservedItem


@dataclass(frozen=True)
class Wanted:
    """What was asked for, as `item_options.choosing` has it."""

    quiz: str | None = None
    chapter: str | None = None
    type: str | None = None
    level: str | None = None
    banks: tuple[str, ...] = ()
    use: str | None = None
    form: str | None = None
    skip: bool = False
    by: str | None = None

    @property
    def named(self) -> list[str]:
        """What was said of items of the bank."""
        return [said for said in (self.chapter, self.type, self.level, *self.banks, self.use) if said]

    def refuse_mixed(self) -> None:
        if sum(map(bool, (self.quiz, self.form, self.named))) > 1:
            raise click.UsageError(_("--quiz, --form and a choice of items of the bank exclude one another"))


@dataclass(frozen=True)
class Chosen:
    """The questions as they go out; `practice` are the same where none is reserved.

    They may be those of a `quiz`. A form comes of a session, which is `kept`, and has a `code`.
    """

    parcel: "Parcel"
    practice: "tuple[SiteItem, ...]" = ()
    quiz: "SiteQuiz | None" = None
    kept: "Kept | None" = None
    code: str = ""

    @property
    def is_reserved(self) -> bool:
        return not self.practice


def chosen(root: Path, checked: "Checked", wanted: Wanted, words: "Words") -> Chosen:
    """What was asked for. Raises UsageError for what there is not."""
    from ..exchange.posed import Parcel
    from .exam_parcel import of_form

    wanted.refuse_mixed()
    if wanted.form:
        return of_form(root, checked.site, wanted.form, words)
    quiz = _quiz(checked.site, wanted.quiz) if wanted.quiz else None
    banked = _banked(checked)
    items = [*quiz.items] if quiz else _of_bank(checked, wanted, banked)
    if not items:
        raise click.UsageError(_("there are no such items"))
    id = quiz.id if quiz else "-".join(wanted.named) or "bank"
    title = quiz.model.title if quiz else checked.site.course.title
    posed = [*_posed(checked.site, items, banked, words)]
    parcel = Parcel(id, title, posed, names_of(checked.site), checked.sources.media)
    practice = tuple(checked.site.items[item.id] for item in items if item.id in checked.site.items)
    return Chosen(parcel, practice if len(practice) == len(items) else (), quiz)


def _quiz(site: "Site", id: str) -> "SiteQuiz":
    refuse_unknown(_("quiz"), id, site.quizzes, "--quiz")
    return site.quizzes[id]


def _of_bank(checked: "Checked", wanted: Wanted, banked: "Mapping[str, _Banked]") -> "list[Item]":
    from ..model.kinds import BANK

    if wanted.chapter:
        chapters = [chapter.id for chapter in checked.site.chapters]
        refuse_unknown(_("chapter"), wanted.chapter, chapters, "--chapter")
    for bank in wanted.banks:
        refuse_unknown(_("bank"), bank, checked.sources.all(BANK), "--bank")
    known: Mapping[str, Item] = {**checked.site.items, **checked.vault.items}
    own = {id: known[id] for id in banked if not wanted.banks or banked[id].bank in wanted.banks}
    return [item for item in own.values() if _is_wanted(item, wanted)]


def _is_wanted(item: "Item", wanted: Wanted) -> bool:
    types = {getattr(item.model, "type", ""), "case" if item.case else ""}
    return (
        wanted.chapter in (None, item.section.chapter)
        and (wanted.type is None or wanted.type in types)
        and wanted.level in (None, item.model.level)
        and (wanted.use or "practice") in ("all", item.model.use)
    )


@dataclass(frozen=True)
class _Banked:
    """In which bank a question is, and how its author wrote it; nothing for one that is made."""

    bank: str
    item: "ItemSource | None" = None


def _banked(checked: "Checked") -> dict[str, _Banked]:
    """Every question of the bank by its id; behind those of a file what is made in it."""
    from ..model.items.bank import Bank
    from ..model.kinds import BANK

    found: dict[str, _Banked] = {}
    for id, loaded in checked.sources.all(BANK).items():
        bank = Bank.model_validate(loaded.file.data)
        for _path, item, case in bank.questions():
            found[item.id] = _Banked(id, item.model_copy(update={"use": case.use}) if case else item)
        for making in bank.made:
            found |= {item.id: _Banked(id) for item in checked.site.groups.get(making.id, ())}
    return found


def _posed(
    site: "Site", items: "Iterable[Item]", banked: "Mapping[str, _Banked]", words: "Words"
) -> "Iterator[Posed]":
    from ..exchange.posed import Material, Posed

    places = names_of(site).sections
    for item in items:
        case, written = item.case, banked[item.id].item
        yield Posed(
            written or item.model,
            item.model.asked(words),
            places[item.section.id],
            Material(case.id, case.title or "", case.stimulus) if case else None,
            is_made=written is None,
        )


def names_of(site: "Site") -> "Names":
    """What a file that goes out says of its course."""
    from ..exchange.names import Names

    about = site.course
    titles = {chapter.id: chapter.model.title for chapter in site.chapters}
    return Names(
        about.title,
        about.owner,
        about.language,
        about.moment,
        {f"{each.id}/{one.id}": one.text for each in site.sections for one in each.model.objectives},
        {each.id: f"{flat(titles[each.chapter])}/{flat(each.model.title)}" for each in site.sections},
    )


def flat(title: str) -> str:
    """A title without the sign that stands between two."""
    return title.replace("/", "／")
