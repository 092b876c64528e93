"""A session's forms on paper: as a candidate gets them, as a trainer edits them, and their keys."""
