"""How good the items are: flaws in their wording, readers who know nothing, answers that stand in the text.

It looks at the sources of the whole bank, what is reserved for exams included, so whatever
it finds is for the trainer's machine and never for the site.
"""

from .audit import Audit, audited

__all__ = ["Audit", "audited"]
