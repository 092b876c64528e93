"""What one source may say of another: ids by the kind of thing they are of, as `kinds.py` names it."""

from typing import Annotated

from pydantic import StringConstraints

from .mark import Refers
from .text import ID, Id

PersonId = Annotated[Id, Refers("person")]
TermId = Annotated[Id, Refers("term")]
CompetencyId = Annotated[Id, Refers("competency")]
TaxonomyId = Annotated[Id, Refers("taxonomy")]
ChapterId = Annotated[Id, Refers("chapter")]
ItemId = Annotated[Id, Refers("item")]
FamilyId = Annotated[Id, Refers("family")]
EmployerId = Annotated[Id, Refers("employer")]
ExamId = Annotated[Id, Refers("exam")]
RoleId = Annotated[Id, Refers("role")]
ToolkitId = Annotated[Id, Refers("toolkit")]

SectionRef = Annotated[str, StringConstraints(pattern=rf"^{ID}/{ID}$"), Refers("section")]
"""`chapter/section`."""

ObjectiveRef = Annotated[str, StringConstraints(pattern=rf"^{ID}/{ID}/{ID}$"), Refers("objective")]
"""`chapter/section/objective`."""

NodeRef = Annotated[str, StringConstraints(pattern=rf"^{ID}/{ID}$"), Refers("node")]
"""`taxonomy/node`."""
