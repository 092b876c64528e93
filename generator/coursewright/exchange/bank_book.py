"""Our own workbook: items with everything they have, for Excel and WPS; and the template to begin with."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..words import Words
from ..words import marked as _
from . import types
from .carried import Row
from .columns import OWN, header
from .form_mark import keyword
from .names import Names
from .naming import LEVELS, USES
from .spot import letters, number
from .table import EXAMPLES

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_READABLE = 70
"""Percent at which a sheet can still be read on paper; its columns go on to further pages."""

_A4 = 9
"""Excel's number of the paper."""

_FEWEST_OPTIONS = 4
_ROWS_WITH_CHOICES = 2000
_WIDTHS = {"stem": 44, "explanation": 44, "stimulus": 30, "answer": 16, "objective": 26, "more": 20}

_EXPLAINED = {
    "id": _("Stable id: small Latin letters, digits and hyphens. One is made if the cell is empty."),
    "type": _("Choose one. What each type wants for an answer stands below."),
    "objective": _("What the item tests: choose one of the course's objectives."),
    "level": _("What it takes to answer: recall, understand, apply or analyse."),
    "use": _("Practice if the cell is empty; exam items are never published."),
    "form": _("The form of an exam in whose order the row stands. Such a row changes no bank."),
    "case": _("Rows below one another with the same case id are the questions of one case."),
    "title": _("In the first row of a case: its title."),
    "stimulus": _("In the first row of a case: what is to be read before its questions."),
    "stem": _("The question, in Markdown. A gap to fill in is ___, three underscores."),
    "answer": _("Depends on the type, see below."),
    "rationale": _("Of a number: how it is worked out."),
    "hints": _("One hint a line; the first says least."),
    "explanation": _("The principle behind the answer."),
    "nodes": _("Taxonomy nodes that the item tests, with spaces between."),
    "competencies": _("Competencies that the item tests, with spaces between."),
    "more": _("What has no column, written by the export. Leave it as it is; it goes with the row."),
}

_SHOWN = _(
    "Rows that show how; they are not read. Copy one and replace what it says, its objective as well: it is "
    "only one of the first chapter's."
)

_ANSWERS = {
    types.SINGLE: _("The letter of the right option: B."),
    types.MULTIPLE: _("The letters of all right options: ABD."),
    types.TRUE_FALSE: _("True or False. Why each answer is right or wrong stands under A and B."),
    types.GAPS: _("What goes into the gaps: | between gaps, ; between texts that are right in one."),
    types.NUMBER: _("Number, tolerance and unit: 50 ± 1 cm. Options are usual mistakes."),
    types.PAIRS: _(
        "A line for every option that has a match: A: match. Options without one are distractors."
    ),
    types.STEPS: _("The letters in the right order: DBAC."),
    types.CATEGORIES: _("A line for every category with the letters of what belongs to it: AC: category."),
    types.WRITTEN: _("A sample answer. Options are what it has to say to earn points."),
}


def workbook(
    rows: Sequence[Row], names: Names, words: Words, examples: Sequence[Row] = (), form: str = ""
) -> bytes:
    """The workbook of some rows, which may be a form's, with the examples of a template if there are any."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(file, settings)
    about = {"title": names.title, "author": names.owner, "created": names.moment}
    book.set_properties({**about, "keywords": keyword(form)})
    fields = fields_of([*rows, *examples])
    is_chinese = words.language == "zh_CN"
    for name, table in {words("Items"): rows, EXAMPLES[not is_chinese]: examples}.items():
        if table or name == words("Items"):
            sheet = book.add_worksheet(name)
            _items(book, sheet, fields, table, words)
            _choices(sheet, fields, names, words)
    _explanations(book, fields, words, has_examples=bool(examples))
    _objectives(book, names, words)
    book.close()
    return file.getvalue()


def _objectives(book: "Workbook", names: Names, words: Words) -> None:
    """Ids to choose from, each with what it means and where that is taught."""
    sheet = book.add_worksheet(words("Objectives"))
    rows = [
        (id, text, names.sections.get(id.rpartition("/")[0], "").replace("/", " / "))
        for id, text in names.objectives.items()
    ]
    _written(book, sheet, rows, (36, 60, 44))


def _written(
    book: "Workbook", sheet: "Worksheet", rows: Sequence[Sequence[str]], widths: Sequence[int]
) -> None:
    """A sheet to read, as wide as a page."""
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for at, row in enumerate(rows):
        for column, said in enumerate(row):
            sheet.write_string(at, column, said, wrapped)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def fields_of(rows: Sequence[Row]) -> list[str]:
    """The columns in their order, that of forms if there is any; as many options as the longest row has."""
    used = {name.removesuffix("?") for row in rows for name in row if name[:1].isupper()}
    most = max([_FEWEST_OPTIONS, *map(number, used)])
    options = [name for at in range(1, most + 1) for name in (letters(at), f"{letters(at)}?")]
    own = [name for name in OWN if name != "form" or any(name in row for row in rows)]
    before, after = own[: own.index("answer")], own[own.index("answer") :]
    return [*before, *options, *after]


def _items(
    book: "Workbook", sheet: "Worksheet", fields: list[str], rows: Sequence[Row], words: Words
) -> None:
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    head = book.add_format({"bold": True, "bg_color": "#F7F5F0", "border": 1, "text_wrap": True})
    for column, field in enumerate(fields):
        sheet.set_column(column, column, _WIDTHS.get(field, 12 if field in OWN else 18), text)
        sheet.write_string(0, column, header(field, words), head)
        for at, row in enumerate(rows, 1):
            if said := row.get(field):
                sheet.write_string(at, column, said, text)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_print_scale(_READABLE)
    sheet.print_across()
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)


def _choices(sheet: "Worksheet", fields: list[str], names: Names, words: Words) -> None:
    """Lists to choose from, in as many rows as anybody fills in."""
    for field, choice in _lists(names, words).items():
        column = fields.index(field)
        sheet.data_validation(1, column, _ROWS_WITH_CHOICES, column, choice)


def _lists(names: Names, words: Words) -> dict[str, dict[str, Any]]:
    is_chinese = words.language == "zh_CN"
    lists = {
        "type": types.known_names(words.language),
        "level": list(LEVELS.values() if is_chinese else LEVELS),
        "use": list(USES.values() if is_chinese else USES),
    }
    found: dict[str, dict[str, Any]] = {
        field: {"validate": "list", "source": source} for field, source in lists.items()
    }
    if names.objectives:
        sheet = words("Objectives").replace("'", "''")
        source = f"='{sheet}'!$A$1:$A${len(names.objectives)}"
        found["objective"] = {"validate": "list", "source": source, "error_type": "warning"}
    return found


def _explanations(book: "Workbook", fields: Sequence[str], words: Words, *, has_examples: bool) -> None:
    sheet = book.add_worksheet(words("Explanations"))
    rows = [(header(field, words), words(said)) for field, said in _EXPLAINED.items() if field in fields]
    named = [types.NAMES[type][words.language != "zh_CN"] for type in _ANSWERS]
    answer = header("answer", words)
    rows += [(f"{name}: {answer}", words(said)) for name, said in zip(named, _ANSWERS.values(), strict=True)]
    if has_examples:
        rows.append((EXAMPLES[words.language != "zh_CN"], words(_SHOWN)))
    _written(book, sheet, rows, (24, 80))
