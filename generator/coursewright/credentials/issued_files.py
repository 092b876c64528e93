"""What the keys of an issuer signed, by the files that its register knows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from ..model.issuer import Issuer
from .carried import carried
from .register import Entry
from .verification import named_key

SIGNED = (".jwt", ".json")
"""Files that are signed for themselves; pictures and the PDF carry one of these."""


def fingerprints(register: Sequence[Entry], folder: Path, issuer: Issuer) -> Mapping[str, tuple[str, ...]]:
    """Key id → fingerprints of all that it signed, sorted, so that they say nothing of its order.

    `folder` is that of the files. Raises ValueError where one of them is not as it was issued, or not there.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for entry in register:
        for path, digest in (entry.files or {}).items():
            if not path.endswith(SIGNED):
                continue
            content = _content(folder / path)
            if sha256(content).hexdigest() != digest:
                raise ValueError(path)
            own = carried(content)
            key = named_key(own, issuer)
            if key is None:
                raise ValueError(path)
            found[key.id].add(own.fingerprint)
    return {id: tuple(sorted(own)) for id, own in found.items()}


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ValueError(str(file)) from error
