"""Which tests look at the site of which builder: all at that of MkDocs, the most telling at every one."""

import pytest
from kinds import PAGES

from coursewright.model.settings import BUILDERS

DEFAULT, *OTHERS = BUILDERS
TELLING = ("home", "section", "quiz", "taxonomy, classification", "toolkit method-135", "role", "not found")

EVERY_BUILDER = pytest.mark.parametrize("built", BUILDERS, indirect=True)
TELLING_KINDS_OF_EVERY_BUILDER = pytest.mark.parametrize(
    ("built", "kind"),
    [(DEFAULT, kind) for kind in PAGES] + [(builder, kind) for builder in OTHERS for kind in TELLING],
    indirect=["built"],
)
