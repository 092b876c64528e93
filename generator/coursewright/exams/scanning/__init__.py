"""Answer sheets that come back: pictures of pages → what is marked on them → sittings.

`pictures.py` opens what a scanner wrote, `registration.py` finds a page in a picture, `darkness.py` measures
its bubbles, `fields.py` says what they mean, `accounting.py` where every page went, `doubts.py` what a person
must decide and `deciding.py` what they decided.
"""
