"""What the parts of a job description are written with: their role, and how its proposals are marked."""

from dataclasses import dataclass

from ..link.site import SiteRole
from ..model.role import Role
from ..press.document import Heading
from ..press.line import Spans
from ..words import Words
from .stationery import Stationery


@dataclass(frozen=True)
class Writing:
    of: SiteRole
    stationery: Stationery

    @property
    def role(self) -> Role:
        return self.of.model

    @property
    def words(self) -> Words:
        return self.stationery.words

    def heading(self, title: str, anchor: str) -> Heading:
        """A heading, marked when the field it is named after is a proposal as a whole."""
        return Heading((title, *self.mark(anchor)), anchor=anchor)

    def mark(self, name: str) -> Spans:
        return self.stationery.mark(name in self.role.proposals, name)
