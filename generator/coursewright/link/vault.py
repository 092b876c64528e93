"""What is reserved for exams: the other half of a linked course, which only `exams/` may open."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from ..model.chapter import Objective
from ..model.items.case import CaseItem
from ..model.items.item import ItemSource
from ..model.kind import Kind
from ..model.text import Source
from .site import SiteSection

Model = TypeVar("Model", bound=Source)


@dataclass(frozen=True)
class ReservedItem:
    """An item that is never published, with the section that teaches it and the case that it is part of.

    No renderer takes its type.
    """

    model: ItemSource
    section: SiteSection
    objective: Objective
    case: CaseItem | None = None

    @property
    def id(self) -> str:
        return self.model.id


@dataclass(frozen=True)
class Vault:
    """Reserved items by id, and every source file's model by kind and id."""

    items: Mapping[str, ReservedItem]
    files: Mapping[Kind[Any], Mapping[str, Any]]

    def all(self, kind: Kind[Model]) -> Mapping[str, Model]:
        """The files of a kind by id."""
        return self.files.get(kind, {})
