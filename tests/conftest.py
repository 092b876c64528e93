"""Settings for every test: English messages, whatever the machine speaks."""

import os

from hypothesis import settings

os.environ["LANGUAGE"] = "en"
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
settings.register_profile("tests", deadline=None)  # no test measures time
settings.load_profile("tests")
