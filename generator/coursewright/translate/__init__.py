"""A course in another language: gettext catalogs applied to everything that is marked as prose.

A course keeps them in `translations/`, one file a language, named after its tag:
what is translated lies below `content/` and `quizzes/` alike, and a translator
is given one file. Whatever comes after this pass knows of one language only.
"""

from .apply import catalogs, translate

__all__ = ["catalogs", "translate"]
