"""Lines laid over those of an author's file, which keep their look and their ends."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from ..load.lines import Line, lines_of, usual_end


def laid_over(text: str, old: list[str], new: list[str]) -> str:
    """The author's text, whose lines are `old` in another hand, with what is other in `new`."""
    own, usual = lines_of(text), usual_end(text)
    texts = [line.text for line in own]
    same = dict(_matches(old, texts))
    out: list[Line] = []
    done = 0
    for first, last, start, end in _hunks(old, new, same):
        head = same[first - 1] + 1 if first else 0
        tail = same.get(last, len(own))
        fresh = [*new[start:end], *_remarks(texts[head:tail], new[start:end])]
        ends = [line.end for line in own[head:tail]] or [own[head - 1].end if head else usual]
        ends += [ends[-1] or usual] * len(fresh)
        out += own[done:head] + [Line(text, end) for text, end in zip(fresh, ends, strict=False)]
        done = tail
    return _joined([*out, *own[done:]], usual)


def _joined(lines: list[Line], usual: str) -> str:
    """Only the last line may have no end."""
    ended = (line.text + (line.end or usual) for line in lines[:-1])
    return "".join([*ended, *(line.text + line.end for line in lines[-1:])])


def _matches(before: list[str], after: list[str]) -> Iterator[tuple[int, int]]:
    for at, to, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        yield from ((at + n, to + n) for n in range(size))


def _hunks(old: list[str], new: list[str], same: Mapping[int, int]) -> Iterator[tuple[int, int, int, int]]:
    """Stretches of `old` that are others in `new`, from and to lines that are the author's own too."""
    done = -1
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        before = next(at for at in range(first, -1, -1) if not at or at - 1 in same)
        behind = next(at for at in range(last, len(old) + 1) if at == len(old) or at in same)
        if before >= done:
            yield before, behind, start - (first - before), end + (behind - last)
            done = behind


def _remarks(gone: list[str], there: list[str]) -> list[str]:
    """Comments at the end of what goes: they speak of what follows."""
    at = len(gone)
    while at and (not gone[at - 1].strip() or gone[at - 1].lstrip().startswith("#")):
        at -= 1
    kept = gone[at:]
    return kept if any(line.strip() for line in kept) and not {*kept} & {*there} else []
