"""Exams: blueprint → forms → papers, sheets and publication; responses → grades → analysis.

The only room that may see the vault, where `link` puts what is reserved for exams.
"""
