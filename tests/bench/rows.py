"""The table that the benchmark prints."""

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from timing import Contestant, ratios

HEAD = ("what", "ours", "baseline", "ratio", "by CPU", "target", "held")


@dataclass(frozen=True)
class Row:
    """One number to hold: `value` is compared with `most`; without `most` it is there to be read."""

    what: str
    ours: str
    baseline: str
    value: str
    cpu: str
    target: str
    held: bool | None

    def cells(self) -> tuple[str, ...]:
        held = "" if self.held is None else "yes" if self.held else "NO"
        return self.what, self.ours, self.baseline, self.value, self.cpu, self.target, held


def compared(what: str, ours: Contestant, baseline: Contestant, most: float | None) -> Row:
    """Times of two contestants of one race, judged by the clock."""
    wall, cpu = ratios(ours, baseline)
    return Row(
        what, _time(ours), _time(baseline), f"{wall:.2f}", f"{cpu:.2f}",
        "" if most is None else f"≤ {most:g}", None if most is None else wall <= most,
    )  # fmt: skip


def sized(what: str, ours: float, theirs: float | None, most: float | None) -> Row:
    """Bytes, judged by themselves."""
    return Row(
        what, f"{ours:,.0f} B", "" if theirs is None else f"{theirs:,.0f} B",
        "" if theirs is None else f"{ours / theirs:.2f}", "",
        "" if most is None else f"≤ {most:,.0f} B", None if most is None else ours <= most,
    )  # fmt: skip


def timed_at_most(what: str, ours: float, most: float, theirs: float | None = None) -> Row:
    """Milliseconds, judged by themselves; what others take in the same run tells how fast the machine is."""
    return Row(
        what, f"{ours:.0f} ms", "" if theirs is None else f"{theirs:.0f} ms",
        "" if theirs is None else f"{ours / theirs:.2f}", "", f"≤ {most:g} ms", ours <= most,
    )  # fmt: skip


def _time(contestant: Contestant) -> str:
    return f"{contestant.wall:.2f} s, {contestant.peak:.0f} MB"


def table(rows: Sequence[Row]) -> str:
    """Columns of even width, also where Chinese stands in them."""
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(_width(line[at]) for line in lines) for at in range(len(HEAD))]
    rule = tuple("─" * width for width in widths)
    return "\n".join(
        "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)
        ).rstrip()
        for line in (HEAD, rule, *lines[1:])
    )


def _width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
