"""The blank template: a job description of no role yet, with room for a typical one."""

from typing import Any

from ..link.site import SiteRole, Target
from ..model.role import (
    DocumentControl,
    Duty,
    Kpi,
    Qualification,
    Relation,
    RequiredCompetency,
    Revision,
    Role,
    Training,
)
from ..model.text import Source
from ..press.document import Document
from .edition import BLANK, Edition
from .job_description import described
from .stationery import Stationery

ID = "blank"

_ROOM: dict[str, tuple[type[Source], int, dict[str, Any]]] = {
    "duties": (Duty, 8, {"source": True}),
    "internal": (Relation, 3, {}),
    "external": (Relation, 2, {}),
    "competencies": (RequiredCompetency, 10, {}),
    "kpis": (Kpi, 5, {"better": "", "floor": "", "cap": ""}),
    "training": (Training, 6, {}),
}
_KINDS = ("education", "field", "experience", "certificate", "knowledge", "skill", "quality")


def blank_role() -> Role:
    """A role with rows that say nothing, and every field empty."""
    role: Role = _empty(Role)
    entries = {
        name: tuple(_empty(model, **values) for _ in range(count))
        for name, (model, count, values) in _ROOM.items()
    }
    qualified = tuple(_empty(Qualification, kind=kind, proposed=False) for kind in _KINDS)
    lines = {"authority": ("",) * 4, "redlines": ("",) * 5}
    control = _empty(DocumentControl, version="", revisions=(_empty(Revision),))
    return role.model_copy(
        update={
            **entries,
            **lines,
            "required": qualified,
            "preferred": qualified,
            "document": control,
            "kind": "role",
        }
    )


def blank_template(stationery: Stationery) -> Document:
    """The template with every field empty: from what is filled into it a new role is made."""
    role, title = blank_role(), stationery.words("Job description, blank template")
    blocks = described(
        SiteRole(ID, role, stationery.site.families[0], Target("role", ID, "", "roles/index.md")), stationery
    )
    edition = Edition("description", BLANK, stationery.site.course.language, {})
    return stationery.document(role, ID, title, blocks, suffix=title, edition=edition)


def _empty(model: type[Source], **values: Any) -> Any:
    """A model with nothing in it: what an author must write is empty, the rest is as when left out."""
    fields = {name: "" if info.is_required() else info.default for name, info in model.model_fields.items()}
    return model.model_construct(**{**fields, **values})
