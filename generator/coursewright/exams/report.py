"""What the proof of a session says to people, as tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model.blueprint import Demand
from ..model.items.types import TYPE_NAMES
from ..render.bank import level_names
from ..words import Words
from ..words import marked as _
from .plan import Label
from .proof import Met, Proof, proof
from .session import Session
from .unit import THOUSAND, Traits

STATUS = {
    "optimal": _("optimal"),
    "enough": _("close enough"),
    "feasible": _("possible"),
}
"""What a solver said, as source strings of the catalogs."""
PERCENT = 100
MINUTE = 60


@dataclass(frozen=True)
class Section:
    """A table; the first cell of a row says what it is about. The others are figures, or texts."""

    title: str
    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    is_text: bool = False


def sections(session: Session, words: Words) -> list[Section]:
    """Demands with what was wanted and got, what forms share, how alike they are, what the solver proved."""
    found = proof(session)
    codes = tuple(form.code for form in session.forms)
    return [
        Section(
            words("Rules of the blueprint, and what each form has"),
            (words("rule"), words("wanted"), *codes, ""),
            tuple(_rule(session, met, words) for met in found.met),
        ),
        Section(words("Questions of each form by type"), ("", *codes), tuple(_types(session, words))),
        Section(
            words("Items that two forms share, anchors apart"),
            ("", *codes),
            tuple(
                _pairs(code, at, row) for at, (code, row) in enumerate(zip(codes, found.shared, strict=True))
            ),
        ),
        Section(
            words("What is expected of a trained candidate"),
            ("", words("target"), *codes, words("spread")),
            tuple(_expected(session, found, words)),
        ),
        Section(
            words("How the forms were found"),
            (
                words("form"),
                words("solver"),
                words("proved bound"),
                words("deviation"),
                words("units looked at"),
            ),
            tuple(
                (code, words(STATUS[form.status]), _share(form.bound), _share(off), str(form.candidates))
                for code, form, off in zip(codes, session.drawn, found.deviations, strict=True)
            ),
        ),
    ]


def _rule(session: Session, met: Met, words: Words) -> tuple[str, ...]:
    wanted = _wanted(session, met)
    sign = "✓" if met.holds else "✗"
    return (rule_text(session, met.label, words), wanted, *map(str, met.got), sign)


def _wanted(session: Session, met: Met) -> str:
    """Limits of which one says nothing are left out."""
    if met.least == met.most:
        return str(met.least)
    demand = session.blueprint.demands[met.label.number] if met.label.rule in ("demand", "points") else None
    if demand and (demand.most if met.label.rule == "demand" else demand.max_points) is None:
        return f"≥ {met.least}"
    return f"{met.least}–{met.most}" if met.least else f"≤ {met.most}"


def rule_text(session: Session, label: Label, words: Words) -> str:
    """A rule in the words of the blueprint."""
    forms = session.blueprint.forms
    if label.rule in ("demand", "points"):
        about = demand_text(session, session.blueprint.demands[label.number], words)
        return about if label.rule == "demand" else words("{what}, points").format(what=about)
    names = {
        "anchor": forms.anchors if forms else (),
        "pinned": forms.pinned if forms else (),
        "banned": forms.banned if forms else (),
        "enemies": tuple(", ".join(group) for group in forms.enemies) if forms else (),
    }
    said = {
        "total": words("items in all"),
        "worth": words("points in all"),
        "anchor": words("anchor {what}"),
        "pinned": words("pinned, in one form: {what}"),
        "banned": words("banned {what}"),
        "enemies": words("at most one of {what}"),
        "recent": words("shared with a form of a recent session"),
        "exposure": words("used in too many sessions"),
        "overlap": words("shared with another form"),
    }
    own = names.get(label.rule, ())
    return said[label.rule].format(what=own[label.number] if own else "")


def demand_text(session: Session, demand: Demand, words: Words) -> str:
    parts = [
        session.chapters.get(demand.chapter or "", ""),
        demand.objective or "",
        session.competencies.get(demand.competency or "", ""),
        level_names(words)[demand.level] if demand.level else "",
        words(TYPE_NAMES[demand.type]) if demand.type else "",
    ]
    return " · ".join(filter(None, parts))


def _types(session: Session, words: Words) -> Iterator[tuple[str, ...]]:
    """A question of a case counts by its own type, and once more as one of a case."""
    types = {item.id: item.tested.types for unit in session.pool for item in unit.items}
    for type, name in TYPE_NAMES.items():
        counts = [sum(type in types[question.item] for question in form.questions) for form in session.forms]
        if any(counts):
            said = words("among them: {what}").format(what=words(name)) if type == "case" else words(name)
            yield (said, *map(str, counts))


def _pairs(code: str, at: int, row: Sequence[int]) -> tuple[str, ...]:
    return (code, *("–" if at == other else str(many) for other, many in enumerate(row)))


def _expected(session: Session, found: Proof, words: Words) -> Iterator[tuple[str, ...]]:
    said = trait_names(found.points, (session.blueprint.minutes,), words)
    for name, wanted, own, spread in zip(
        Traits._fields, found.aim, zip(*found.traits, strict=True), found.spread, strict=True
    ):
        values = (trait_text(name, value) for value in own)
        yield (said[name], trait_text(name, wanted), *values, _share(spread))


def trait_names(points: Iterable[int], minutes: Iterable[int], words: Words) -> dict[str, str]:
    """Each trait as people call it; `points` are those of the forms, `minutes` those that they are given."""

    def one(of: Iterable[int]) -> str:
        return "/".join(dict.fromkeys(map(str, of)))

    return {
        "points": words("points of {of}").format(of=one(points)),
        "seconds": words("minutes of {of}").format(of=one(minutes)),
        "low": words("information for weaker candidates (-1)"),
        "middle": words("information for trained candidates (0)"),
        "high": words("information for stronger candidates (+1)"),
    }


def trait_text(name: str, value: float) -> str:
    return f"{value / (MINUTE if name == 'seconds' else THOUSAND):.2f}"


def _share(value: float) -> str:
    return f"{value * PERCENT:.2f} %"
