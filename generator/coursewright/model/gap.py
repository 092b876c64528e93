"""How a gap to fill in is written."""

import re

BLANKS = re.compile("_{3,}")
"""What stands for the gaps of a stem, in order."""
