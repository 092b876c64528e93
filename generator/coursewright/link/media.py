"""The pictures and attachments that the site has."""

from ..model.items.bank import Bank
from ..model.items.item import Banked
from ..model.medium import Medium
from ..validate.sources import Sources
from .links import media_in


def published(sources: Sources) -> dict[str, Medium]:
    """By name, the files that published texts show or link to, and not those of items reserved for exams."""
    found: dict[str, Medium] = {}
    for loaded in sources.files() if sources.media else ():
        banked: tuple[Banked, ...] = loaded.model.items if isinstance(loaded.model, Bank) else ()
        public = [item for item in banked if item.use == "practice"] if banked else [loaded.model]
        names = (name for model in public for name in media_in(model))
        found |= {name: sources.media[name] for name in names if name in sources.media}
    return found
