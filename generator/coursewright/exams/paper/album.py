"""The pictures of a session, as they were when it was made."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from urllib.parse import unquote

from ...model.kinds import PICTURE
from ...press.picture import NotAPicture, Picture
from ...press.redrawn import any_picture, is_drawn
from ..store import MEDIA, Kept, SessionDamaged, SessionIncomplete


class Album(Mapping[str, Picture]):
    """Address as an author writes it, such as `picture:plan.png` → picture, read when it is first asked for.

    Raises SessionIncomplete for one that is gone, SessionDamaged for one that is not what was kept, or that
    nothing can be drawn of.
    """

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._digests: Mapping[str, str] = kept.entries[0].about.get("files", {}) if kept.entries else {}
        self._read: dict[str, Picture] = {}

    def __contains__(self, address: object) -> bool:
        return isinstance(address, str) and self._path(address) in self._digests

    def __getitem__(self, address: str) -> Picture:
        path = self._path(address)
        if path not in self._digests:
            raise KeyError(address)
        if path not in self._read:
            self._read[path] = self._picture(path)
        return self._read[path]

    def __iter__(self) -> Iterator[str]:
        names = (path.removeprefix(f"{MEDIA}/") for path in self._digests if path.startswith(f"{MEDIA}/"))
        return (f"{PICTURE.name}:{name}" for name in names)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def unfit(self) -> str:
        """The file of the first picture in use that cannot be printed; empty when all can."""
        unfit = (path for path, read in self._read.items() if not is_drawn(read))
        return next((str(self._kept.folder / path) for path in unfit), "")

    @staticmethod
    def _path(address: str) -> str:
        kind, _, name = address.partition(":")
        return f"{MEDIA}/{unquote(name)}" if kind == PICTURE.name else ""

    def _picture(self, path: str) -> Picture:
        file = self._kept.folder / path
        try:
            content = file.read_bytes()
            if sha256(content).hexdigest() != self._digests[path]:
                raise SessionDamaged(str(file))
            return any_picture(content)
        except FileNotFoundError as error:
            raise SessionIncomplete(str(file)) from error
        except (OSError, NotAPicture) as error:
            raise SessionDamaged(str(file)) from error
