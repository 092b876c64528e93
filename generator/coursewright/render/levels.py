"""A required level of competency in words."""

from ..link.site import Site
from ..model.role import RequiredCompetency
from ..words import Words


def level_words(site: Site, words: Words, needed: RequiredCompetency) -> str:
    """A digit, the level's name and the need, such as “3 独立完成（必备）”."""
    assert site.framework is not None
    name = site.framework.levels[needed.level - 1].name
    need = words("essential") if needed.essential else words("desirable")
    return words("{level} {name} ({need})").format(level=needed.level, name=name, need=need)
