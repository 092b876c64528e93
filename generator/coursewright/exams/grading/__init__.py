"""From what candidates answered to results: gathered, listed loudly, scored, kept, and told.

Parts of a form that a machine cannot judge are marked by people (`marking/`). Figures of items are those of
`exams/analysis/`, which reads what `results.py` keeps.
"""
