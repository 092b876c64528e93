"""What is wrong with pages and sheets, apart from marks: a trainer must see it before anything is graded."""

from collections import Counter
from collections.abc import Iterator

from ...diagnostics import Place, Problem, SourceString
from ...words import marked as _
from .account import Account, Key

ANSWERED = ("choice", "match", "order", "digit")
REASONS = {
    "damaged": _("the picture is damaged"),
    "two": _("two pages lie in one picture"),
    "bare": _("its code is covered or torn off"),
    "corners": _("fewer than three corners are seen"),
    "askew": _("its corners do not fit together: it is bent, folded or too small"),
    "pale": _("it is too pale: what is printed black is not"),
    "": _("a person put it aside"),
}


def faults(account: Account) -> list[Problem]:
    """In the order of the pages, then of the sheets."""
    return [*_pages(account), *_sheets(account), *_candidates(account), *_unmarked(account)]


def _place(account: Account, at: int) -> Place:
    """A page counts as a line."""
    return Place(account.scanned[at].file, account.scanned[at].page)


def _pages(account: Account) -> Iterator[Problem]:
    for at, (page, status) in enumerate(zip(account.scanned, account.statuses, strict=True)):
        if status == "unreadable":
            values = {"page": page.page, "why": SourceString(REASONS[page.why])}
            yield Problem("CW1402", _place(account, at), values)
        elif status == "foreign":
            yield Problem("CW1403", _place(account, at), {"page": page.page, "said": page.said})


def _sheets(account: Account) -> Iterator[Problem]:
    lacking = {key: missing for key in account.sheets if (missing := _missing(account, key))}
    if _is_one_sided(account, lacking):
        first = next(iter(account.sheets[next(iter(lacking))].values()))
        yield Problem("CW1405", _place(account, first), {"count": len(lacking)})
        return
    pairs = [*_taken(account, lacking)]
    for key, other in pairs:
        at = min(account.sheets[other].values())
        taken = {"page": account.scanned[at].page, "sheet": key[1], "other": other[1]}
        yield Problem("CW1406", _place(account, at), taken)
    for key, missing in lacking.items():
        if key not in {each for pair in pairs for each in pair}:
            at = next(iter(account.sheets[key].values()))
            values = {"sheet": key[1], "who": _who(account, key), "missing": ", ".join(map(str, missing))}
            yield Problem("CW1404", _place(account, at), values)


def _missing(account: Account, key: Key) -> list[int]:
    return [page for page in range(1, account.wanted_pages(key) + 1) if page not in account.sheets[key]]


def _is_one_sided(account: Account, lacking: dict[Key, list[int]]) -> bool:
    """Every page that should have a number that is even is missing, and no other."""
    return (
        len(lacking) > 1
        and not any(page % 2 == 0 for pages in account.sheets.values() for page in pages)
        and all(page % 2 == 0 for missing in lacking.values() for page in missing)
    )


def _taken(account: Account, lacking: dict[Key, list[int]]) -> Iterator[tuple[Key, Key]]:
    """Sheets of which one's front is followed in the file by another's back, and the rest is missing."""
    places = {at: key for key, pages in account.sheets.items() for at in pages.values()}
    for at, key in places.items():
        other = places.get(at + 1)
        if other in (None, key) or account.scanned[at].file != account.scanned[at + 1].file:
            continue
        front, back = account.identities[at], account.identities[at + 1]
        if not (other and front and back) or back.page != front.page + 1:
            continue
        if back.page in lacking.get(key, ()) and front.page in lacking.get(other, ()):
            yield key, other


def _candidates(account: Account) -> Iterator[Problem]:
    owners = {key: account.candidate(key) for key in account.sheets}
    for number, count in Counter(owners.values()).items():
        own = [key for key, owner in owners.items() if owner == number]
        at = next(iter(account.sheets[own[-1]].values()))
        if not number:
            for key in own:
                yield from _nobodys(account, key)
        elif count > 1:
            sheets = ", ".join(str(serial) for _tag, serial in own)
            values = {"who": _named(account, own[0], number), "count": count, "sheets": sheets}
            yield Problem("CW1407", _place(account, at), values)


def _nobodys(account: Account, key: Key) -> Iterator[Problem]:
    """Told once a person has put its number aside; before, it is a doubt."""
    first = account.sheets[key].get(1)
    if first is not None and f"{account.scanned[first].key}/number" in account.decisions:
        yield Problem("CW1408", _place(account, first), {"sheet": key[1]})


def _unmarked(account: Account) -> Iterator[Problem]:
    """Whole sheets without one mark of a candidate's: a scanner without greys drops a pale pencil."""
    for key, pages in account.sheets.items():
        if _missing(account, key):
            continue
        marked = (each for at in pages.values() for each in account.marks(at))
        if not any(marks for field, marks, _by in marked if field.kind in ANSWERED):
            at = next(iter(pages.values()))
            yield Problem("CW1415", _place(account, at), {"sheet": key[1], "who": _who(account, key)})


def _who(account: Account, key: Key) -> str:
    number = account.candidate(key)
    return _named(account, key, number) if number else "?"


def _named(account: Account, key: Key, number: str) -> str:
    return f"{number} {account.printings[key[0]].by_number[number].name}"
