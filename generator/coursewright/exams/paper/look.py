"""How what is printed for an exam looks: black on white, for any copier."""

from ...press.document import Look

BLACK = Look(
    text="#000000",
    muted="#333333",
    primary="#000000",
    accent="#000000",
    caution="#000000",
    control="#555555",
    hairline="#999999",
    raised="#F2F2F2",
)
