"""CW10: files of items, in and out."""

from ...words import marked as _
from .rule import NEAR, Rule, error, warning

RULES: dict[str, Rule] = {
    "CW1001": error(
        _("this is no file of items that can be read"),
        _("a workbook (.xlsx), a table (.csv), a Word document (.docx) or a text (.txt) can; save it again"),
    ),
    "CW1002": error(
        _("this is a file of Office 2003 or older (.xls, .doc)"),
        _("open it in Excel, Word or WPS, and save it as .xlsx or .docx"),
    ),
    "CW1003": error(
        _("this file opens with a password"),
        _("take the password off, and import it again"),
    ),
    "CW1004": error(
        _("the file is too large: at most {most}"),
        _("divide it into several; delete pictures, and rows and columns that only look empty"),
    ),
    "CW1005": error(
        _("no items were found in this file"),
        _("a sheet has headers in one of its first ten rows, of which one is “stem”"),
        _("a text has the number of a question, options “A.”, and “answer:” below"),
        _("“coursewright items template FILE.xlsx” makes a workbook to begin with"),
    ),
    "CW1006": error(
        _("“{found}” is no type of item"),
        NEAR,
        _("choose one of: {known}"),
    ),
    "CW1007": error(
        _("the type of this item cannot be told"),
        _("write its type, or an answer that shows it"),
        _("a number begins a question; if “{line}” belongs to the one before, indent it by two spaces"),
    ),
    "CW1008": error(
        _("no option is called {letters}, and the answer names it"),
        _("mend the answer, or write the option in its column"),
    ),
    "CW1009": error(
        _("“{found}” is no answer of this type of item"),
        _("write it like this: {expected}"),
        _("if several options are right, its type is: {other}"),
    ),
    "CW1010": error(
        _("{column}: there is nothing"),
        _("fill it in; an item without it teaches nothing"),
    ),
    "CW1011": error(
        _("Excel took this for a date: {found}"),
        _("format the cell as text, and type once more what it should say"),
    ),
    "CW1012": error(
        _("this cell is calculated and has no result: {found}"),
        _("copy it and paste it as a value; open and save the file in Excel if nobody has yet"),
    ),
    "CW1013": warning(
        _("the options {letters} are left out; the letters of the answer are those of the columns"),
        _("move the options up and mend the answer, if that is not what was meant"),
    ),
    "CW1014": warning(
        _("not read: “{column}”"),
        NEAR,
        _("the guide “exchange” lists what has a place in a bank, and the headers of its columns"),
    ),
    "CW1016": error(
        _("the item “{id}” is in the bank “{bank}” already"),
        _("it is the same question with changes ({what}): --update replaces it in its place"),
        _("that one is another question: “{other}”; give this one another id, so that both stay"),
    ),
    "CW1017": error(
        _("two columns have the header “{column}”"),
        _("delete one of them, or give it another header"),
    ),
    "CW1018": warning(
        _("not read: “{found}”"),
        _("a question begins with its number, such as 1.; further lines of a text stand further in"),
    ),
    "CW1019": warning(
        _("hidden rows were read like the others: {rows}"),
        _("delete them, if they do not belong to the bank"),
    ),
    "CW1020": warning(
        _("the file has the key of every item in it"),
        _("it is for trainers; give it to nobody who is to be tested"),
    ),
    "CW1022": warning(
        _("pictures are not read: {count}"),
        _("put them into content/media/, and into the items as “picture:name.png”, with words for them"),
    ),
    "CW1023": error(
        _("the further settings cannot be read, or do not fit the rest of the row"),
        _("take the cell from the export again, or empty it"),
    ),
    "CW1024": error(
        _("the option {letter} belongs to no category"),
        _("write its letter before a category in the answer, such as {letter}: category"),
    ),
    "CW1025": error(
        _("nothing says which objective this item tests"),
        _("write it in a column “objective”, or give one for all: --objective CHAPTER/SECTION/ID"),
    ),
    "CW1026": error(
        _("nothing says the level of this item"),
        _("write it in a column “level”, or give one for all: --level understand"),
    ),
    "CW1027": error(
        _("this question has “{name}” twice"),
        _("a new question begins with its number, such as 2.; else delete one of the two"),
    ),
    "CW1028": error(
        _("the id “{id}” stands twice in this file"),
        _("give one of the two another id, or empty the cell"),
    ),
    "CW1030": error(
        _("“{name}” was changed in this row, and the further settings say something else of it"),
        _("take what is said of “{name}” out of the cell, or empty the cell"),
    ),
    "CW1031": error(
        _("the answer names {letters} more than once"),
        _("write every letter once; perhaps one of them should be another"),
    ),
    "CW1032": error(
        _("this number is too large"),
        _("numbers go up to 1,000,000,000,000,000; ask for it in a larger unit, such as millions"),
    ),
    "CW1033": warning(
        _("the answer of this item is no number, so it becomes another type: {type}"),
        _("if it is to be worked out, let the answer be the number: 50 ± 1 cm; else write that type"),
    ),
    "CW1037": warning(
        _("“{found}” in the question looks like its answer, and the answer below it is another"),
        _("if it is an answer, take it out of the brackets, and see which one is right"),
    ),
    "CW1038": warning(
        _("this cell is not read: an item of the type “{type}” has no place for it here"),
        _("perhaps its text belongs into another column; a case needs the id of the case as well"),
    ),
    "CW1039": error(
        _("“{id}” is reserved for exams, and this row would make it one for practice, on the public site"),
        _("let its use be “exam”; to give it up for good, change it in the file of the bank"),
    ),
    "CW1034": warning(
        _("the hidden sheet “{sheet}” is not read"),
        _("if its items belong to the bank, show the sheet and import the file again"),
    ),
    "CW1035": warning(
        _("the sheet “{sheet}” is not read"),
        _("if it has items, one of its first ten rows has their headers, and one of these is “stem”"),
        _("beside a sheet of our own workbook, another needs the column “more settings” as well"),
    ),
    "CW1036": warning(
        _("merged cells: {areas}; each of their rows was read with their text, in their first column"),
        _("see that no item came of a row that was none; take cells apart, and write a row for every item"),
    ),
    "CW1040": warning(
        _("not read: the case “{id}” has another text in this column in its first row"),
        _("write title and text in the first row of a case; a row of another case has another case id"),
    ),
    "CW1041": warning(
        _("this sheet has no column for these rationales: {columns}"),
        _("with --update those in the bank stay; new items come in without them, as unexplained"),
        _("to write them, take the columns from “coursewright items template FILE.xlsx”"),
    ),
    "CW1042": warning(
        _("read without the format of this cell, so perhaps not as it is shown: {format}"),
        _("format the cell as text, and type once more what it should say, if it is not “{found}”"),
    ),
    "CW1043": error(
        _("this cell shows an error of the spreadsheet: {found}"),
        _("type what it should say; a formula must have a result before it is pasted as a value"),
    ),
    "CW1044": error(
        _("a cell has more than {most} characters"),
        _("perhaps a quotation mark is never closed in this row, so that all that follows is one cell"),
        _("a cell of Excel holds 32,767; divide the text, or leave it out"),
    ),
    "CW1045": warning(
        _("read as plain text, though it is raised, lowered, struck out or a formula there: {found}"),
        _("see that it still says what is meant, and take out what is struck out"),
    ),
    "CW1050": error(
        _("not in the file, for {format} has no place for them: {what}: {ids}"),
        _("--skip writes the file without these items; our own workbook, xlsx, holds every type"),
    ),
    "CW1051": warning(
        _("left out, for {format} has no place for them: {what}: {ids}"),
        _("the guide “exchange” says what travels where"),
    ),
    "CW1052": warning(
        _("not in the file, for {format} has no place for it: {what}; of {ids}"),
        _("the guide “exchange” says what travels where"),
    ),
    "CW1053": error(
        _("no item of a bank asks a question of this kind: {type}"),
        _("--skip reads the file without such questions"),
    ),
    "CW1054": warning(
        _("left out, for no item of a bank asks a question of this kind: {type}"),
        _("the guide “exchange” says what travels where"),
    ),
    "CW1055": warning(
        _("this counts {found} in the file, and {own} here"),
        _("how partly right answers count is fixed for every type of item: the guide “items”"),
    ),
    "CW1056": warning(
        _("only the text of these was read, for Markdown has no signs for them: {names}"),
        _("see that the item can be understood without them"),
    ),
    "CW1057": error(
        _("this is no sound XML: {reason}"),
        _("export the file again from the program that it comes from"),
    ),
    "CW1058": error(
        _("a brace is missing: the answers of a question stand between {{ and }}"),
        _("a brace that is text has a backslash before it, and an empty line ends a question"),
    ),
    "CW1059": warning(
        _("the picture “{name}” is left out: {reason}"),
        _("save it as PNG, JPEG, WebP, GIF or plain SVG of at most 2 MiB, and put it into content/media/"),
    ),
    "CW1070": error(
        _("this sheet has no column of ids, and no item of the bank says what this row does"),
        _("take the column from the export again, or import new items without --update"),
    ),
    "CW1071": error(
        _("the answer “{found}” may be the number of an option ({numbers}) or its text ({texts})"),
        _("write the letter as the answer: {numbers} or {texts}"),
    ),
    "CW1072": warning(
        _("“{id}” has another answer in the same edition, so earlier ones still count"),
        _("see that the rationales of its options and its explanation do not speak of the old answer"),
        _("if its answer was wrong before, raise its edition in the bank: the guide “items”"),
    ),
    "CW1073": error(
        _("the rows of the case “{id}” do not stand together in their order: rows {rows}"),
        _("put them below one another in their order, that with the title and the text first"),
        _("sort a sheet with cases by no column; a row of another case has another case id"),
    ),
    "CW1074": error(
        _("this is the form {form} of an exam: it changes no items of a bank, and makes no copies of them"),
        _("to change an item, change it in its bank; a form that was made keeps what it has"),
        _("to work on reserved items in a file, export them from the bank: --use exam"),
    ),
    "CW1075": error(
        _("questions without an explanation: {count} of {all} ({where})"),
        _("to take them as they are: --unexplained; each says then that it has none; “check” counts them"),
        _("write one into “{column}”, if only a few are forgotten"),
    ),
    "CW1076": error(
        _("questions that the banks have already, word for word: {count} of {all} ({where})"),
        _("--update takes the others in; of these it changes at most what the file explains otherwise"),
    ),
    "CW1077": error(
        _("the id “{id}” is that of another question in the bank “{bank}”: “{other}”"),
        _("give this question another id or name in the program that it comes from; ids of a bank stay"),
        _("to put it in the place of that one all the same, write it into our own workbook (xlsx)"),
    ),
    "CW1078": warning(
        _("rows of the sheet “{sheet}” that are none of its examples, and are not read: {rows}"),
        _("to import them, move them to the sheet of the items"),
    ),
    "CW1079": error(
        _(
            "the list of answers has “{found}” for number {number}, and there is no such question, "
            "or it stands below another heading"
        ),
        _("see the number here, and the one before the question"),
        _("if each part begins with 1, write above its answers the heading that stands above its questions"),
    ),
    "CW1080": error(
        _("number {number} is that of several questions (lines {lines}): whose answer is “{found}”?"),
        _("write above the answers of a part the heading that stands above its questions, such as its type"),
        _("or number all questions through"),
    ),
    "CW1081": error(
        _("numbers {first} to {last} need {count} answers, and “{found}” are not so many"),
        _("write one for each; those of several letters have a space between them: 6-8 AB ACD BD"),
    ),
    "CW1082": warning(
        _("not read in the list of answers: “{found}”"),
        _("before an answer stands the number of its question: 1-5 ABCDA, or 1. A"),
    ),
    "CW1083": error(
        _("the list of answers in line {line} has none for these questions: {numbers}"),
        _("write their answers into the list, or below each question, behind “answer:”"),
    ),
    "CW1084": error(
        _("question {number} has two answers: “{own}” in line {line}, and “{found}” in the list of answers"),
        _("let both say what is right, or delete one of them"),
    ),
    "CW1085": error(
        _("the cell of all options has only one: “{found}”"),
        _("write a line an option, “A. …” below one another, or put | between the options"),
    ),
    "CW1086": warning(
        _("bold type that was not read, for this cell has signs of its own there: {found}"),
        _("write the stars yourself, two on each side; a star that is text has a backslash before it"),
    ),
    "CW1087": warning(
        _("“{found}” was read as one text: whoever types only a part of it is wrong"),
        _("if each part is right by itself, write ; between them: {like}"),
        _("if all of it is the answer, leave it as it is"),
    ),
    "CW1062": error(
        _("{count} questions are too many for one package; it takes {most}"),
        _("make a package a chapter or a level: --chapter, --level"),
    ),
}
