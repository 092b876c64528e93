"""Sources changed for their author: a thing renamed with all that refers to it, a new one put in its place.

Only the characters at known places change; comments, order and the look of a file stay.
"""
