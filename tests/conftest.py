"""Settings for every test: English messages, whatever the machine speaks."""

import os

from hypothesis import settings

os.environ["LANGUAGE"] = "en"
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
# No test measures time; and whether a change lands is for the change to say, not for chance.
settings.register_profile("tests", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("tests")
