"""CW12: rosters, the tables of who sits an exam."""

from ...words import marked as _
from .rule import Rule, error, warning

_AS_TEXT = _("format the column as text and type the number again: Excel keeps fifteen digits and no zero")

RULES: dict[str, Rule] = {
    "CW1201": error(
        _("this is no roster that can be read"),
        _("save it again as a workbook (.xlsx), or as values with commas (.csv, UTF-8 or GB 18030)"),
    ),
    "CW1202": error(
        _("no candidates were found in this file"),
        _("one row has the headers “name” and “number”, and every row below it is a candidate"),
        _("it may have “department”, “room”, “seat” and “extra minutes” as well"),
    ),
    "CW1203": error(
        _("this candidate has no {what}"),
        _("fill it in, or delete the row"),
    ),
    "CW1204": error(
        _("the number “{found}” stands in row {row} as well"),
        _("every candidate has a number of their own; delete a row that was copied"),
    ),
    "CW1205": error(
        _("the seat “{found}” is the same place as “{other}” in row {row}"),
        _("give one of them another seat, or another room"),
    ),
    "CW1206": error(
        _("“{found}” is no number of minutes"),
        _("write a whole number from 0 to {most}, such as 30, or nothing"),
    ),
    "CW1207": warning(
        _("this column is not read: “{column}”"),
        _("read are: name, number, department, room, seat, extra minutes; rename it if it is one of them"),
    ),
    "CW1208": warning(
        _("no candidates of the sheet “{sheet}” are read"),
        _("if it has some, show it, and let one row have the headers “name” and “number”"),
    ),
    "CW1209": error(
        _("“{found}” is no number of a candidate"),
        _("write up to 32 letters and digits, and - . / between them"),
        _AS_TEXT,
    ),
    "CW1210": error(
        _("this candidate has no seat, and others of the same room have one"),
        _("give seats to all in a room, or to none: then they sit in the order of the file"),
    ),
    "CW1211": warning(
        _("candidates of hidden rows are read like the others: rows {rows}"),
        _("delete the rows, or take the filter away, if they do not sit the exam"),
    ),
    "CW1212": error(
        _("the number “{found}” looks like “{other}” in row {row}: people take them for one"),
        _("write all numbers alike, such as 007 and 012, and give every candidate one of their own"),
        _AS_TEXT,
    ),
    "CW1213": warning(
        _("the seat “{seat}” is none to plan with: nobody knows who sits beside it"),
        _("write row and seat, such as 3-05 or C5, or one number for each seat"),
    ),
    "CW1214": warning(
        _("the seat “{seat}” does not say its row, and others of the same room do, such as “{other}”"),
        _("the room's plan is a list then, and those who sit behind each other may have the same form"),
        _("write all seats of a room alike: as row and seat, such as 3-05 or C5, or as numbers"),
    ),
}
