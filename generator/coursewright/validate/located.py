"""Where a finding of pydantic is, in the words of the models."""

from dataclasses import dataclass
from functools import reduce

from pydantic.fields import FieldInfo

from ..diagnostics import Bilingual
from ..model.plan import Each, Nested, Shape, shape_of
from ..model.text import Source
from ..model.walk import Path


@dataclass(frozen=True)
class Located:
    """Where in a file a finding is: its path, the model that has the last key, and what may stand there."""

    path: Path
    owner: type[Source] | None
    shape: Shape | None

    @property
    def key(self) -> str:
        return str(self.path[-1])

    @property
    def info(self) -> FieldInfo | None:
        """What the model says of its field."""
        return self.owner.model_fields.get(self.key) if self.owner else None

    @property
    def is_needed(self) -> bool:
        """Whether its key may not be left out."""
        return self.info is not None and self.info.is_required()

    @property
    def meaning(self) -> Bilingual:
        """What the field is, in both languages."""
        return Bilingual(self.info.description if self.info and self.info.description else "")

    @property
    def union(self) -> Nested:
        """The models that there can be."""
        return self.shape if isinstance(self.shape, Nested) else Nested(())

    @property
    def sample(self) -> str:
        """A list of one entry with the keys that it needs, where entries are of one kind that has keys."""
        entry = self.shape.shape if isinstance(self.shape, Each) else None
        models = entry.models if isinstance(entry, Nested) and not entry.tags else ()
        fields = models[0].model_fields.items() if models else ()
        keys = ", ".join(f"{name}: …" for name, info in fields if info.is_required())
        return f"[{{{keys}}}]" if keys else ""

    def below(self, step: str | int) -> "Located":
        """One step on in pydantic's location; the tag of a union is a step, but none of the path."""
        if self.union.tags:
            return Located(self.path, self.owner, self.union.tagged(step))
        owner = next(iter(self.union.models), None)
        entry = self.shape.shape if isinstance(self.shape, Each) else None
        known = owner is not None and step in owner.model_fields
        return Located((*self.path, step), owner, shape_of(owner, str(step)) if owner and known else entry)


def located(model: type[Source], location: tuple[str | int, ...]) -> Located:
    return reduce(Located.below, location, Located((), None, Nested((model,))))
