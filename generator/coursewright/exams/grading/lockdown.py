"""Whether sealed responses were given in Safe Exam Browser, by the keys that the trainer expects.

The hash that it gives a page is SHA-256 of the page's address, without what follows #, and of the key in hex
(safeexambrowser.org, developer documentation, "Browser Exam Key" and "Config Key"). Whoever has seen the
hash of an address can say it again: it is a hindrance, no proof.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from ..sitting import Seb, Sitting


@dataclass(frozen=True)
class Keys:
    """What is expected, in small hex: one of the Config Keys, and one of the Browser Exam Keys, of which each
    version and system has its own. Where none of a kind is named, that kind is not asked for."""

    config: tuple[str, ...] = ()
    exam: tuple[str, ...] = ()

    @property
    def is_any(self) -> bool:
        return bool(self.config or self.exam)

    def wrong(self, seb: Seb) -> str:
        """The kind of key that is not one of these, or nothing."""
        if self.config and not _fits(self.config, seb.url, seb.config_key):
            return "Config Key"
        if self.exam and not _fits(self.exam, seb.url, seb.exam_key):
            return "Browser Exam Key"
        return ""


def _fits(keys: Sequence[str], url: str, said: str) -> bool:
    return any(sha256(f"{url}{key}".encode()).hexdigest() == said.lower() for key in keys)


@dataclass(frozen=True)
class Lockdown:
    """Of sealed sittings that count: how many, how many `came` with keys of Safe Exam Browser, how many of
    those are `right`; None where no key was named. `pages` are the addresses that were hashed."""

    sealed: int = 0
    came: int = 0
    right: int | None = None
    pages: tuple[str, ...] = ()


def lockdown(sittings: Sequence[Sitting], keys: Keys) -> Lockdown:
    own = [each for each in sittings if each.origin.way == "sealed"]
    came = [each.seb for each in own if each.seb]
    right = sum(not keys.wrong(seb) for seb in came) if keys.is_any else None
    return Lockdown(len(own), len(came), right, tuple(sorted({seb.url for seb in came})))
