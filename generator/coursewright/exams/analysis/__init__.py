"""From results to what they say of the items: how hard, how well they tell people apart, what is wrong.

Reads what grading kept (`results/*.parquet`), and nothing of responses before that. Statistics are pure
functions over arrays, a module a noun, each with the source of its formula; `figures.py` puts them together,
`findings.py` says what to do, and the report is what a trainer reads.
"""
