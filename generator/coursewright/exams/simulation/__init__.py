"""Invented candidates and markers, for playing a session: what they answer, write, fill in and judge."""
