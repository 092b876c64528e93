"""Exams: blueprint → forms → papers, sheets and publication; responses → grades → analysis.

A blueprint's model is in `model/`, like that of every source.
The only room that may see the vault, where `link` puts what is reserved for exams.
"""
