"""Measure coursewright against its baselines, side by side: `make bench`, or `python tests/bench --help`."""

import argparse
from pathlib import Path

from measures import MEASURES, Bench
from reference import Reference
from rows import table

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests/bench", description=__doc__)
    parser.add_argument(
        "--rounds", type=int, default=3, metavar="N", help="how often each is run; medians are printed (3)"
    )
    parser.add_argument(
        "--full",
        action="store_true",
        help="also courses of ten and a hundred times the size, and all as often: takes an hour",
    )
    parser.add_argument(
        "--only", choices=list(MEASURES), action="append", help="measure only this; may be given again"
    )
    chosen = parser.parse_args()
    bench = Bench(ROOT, ROOT / ".coursewright" / "bench", chosen.rounds, chosen.full, Reference(ROOT))
    rows = [row for name in chosen.only or MEASURES for row in MEASURES[name](bench)]
    print(table(rows))


if __name__ == "__main__":
    main()
