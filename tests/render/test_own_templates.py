"""Page templates of the course: what is wrong in one is told of it, whoever uses it."""

from pathlib import Path

import pytest

from trees import brief, problems_of

WRONG = {
    "guide.html": [
        "{{ nothing }}",
        "{% if %}",
        "{% extends 'gone.html' %}",
        "{{ 1 / 0 }}",
        "{{ site.course.nope.nope }}",
    ],
    "figure.html": [
        "{{ 5|tojson }}",
        "",
        "{% macro other() %}{% endmacro %}",
        "{% macro figure() %}{% endmacro %}",
    ],
    "chart.html": ["{% include 'chart.html' %}", "{{ chart.nope.nope }}"],
    "section.html": ["{% from 'figure.html' import nope %}{{ nope() }}"],
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in WRONG.items() for text in texts])
def test_a_template_that_cannot_be_filled_is_told(tmp_path: Path, name: str, text: str) -> None:
    (told,) = brief(problems_of(tmp_path, {f"site_overrides/pages/{name}": text}))
    assert told.startswith(f"CW0606 site_overrides/pages/{name}:")
