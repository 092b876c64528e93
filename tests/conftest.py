"""Settings for every test: English messages, whatever the machine speaks."""

import os

os.environ["LANGUAGE"] = "en"
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
