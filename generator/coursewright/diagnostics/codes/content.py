"""CW04: rules of content."""

from ...words import marked as _
from .rule import NEAR, Rule, error, warning

RULES: dict[str, Rule] = {
    "CW0401": error(
        _("a single-choice item needs exactly one key, this one has {count}"),
        _("write “key: true” under the one right option"),
    ),
    "CW0402": error(
        _("a multiple-choice item needs a key, and this one has none"),
        _("write “key: true” under every right option"),
    ),
    "CW0403": error(_("the weights sum to {sum}, not 100"), _("change some of them by {difference} in all")),
    "CW0404": error(
        _("the cells of this row do not match the columns: {found} for {expected}"),
        _('write a cell for every column, "" for an empty one'),
    ),
    "CW0405": error(
        _("this reads the same as one above it"), _("say what tells the two apart, or remove one of them")
    ),
    "CW0406": warning(
        _("no practice item tests the objective “{id}”"),
        _("write one in quizzes/bank, or drop the objective"),
    ),
    "CW0407": warning(
        _("this item is in no quiz and no section"),
        _("add it to a quiz in quizzes/practice, or to a “check” block"),
    ),
    "CW0408": error(_("“{found}” is not a date"), _('write it as "{proper}", in quotation marks')),
    "CW0409": warning(
        _("this duty does not begin with a verb that we know: {found}"),
        _("begin with what the holder does: {verbs}"),
    ),
    "CW0410": error(
        _("“{found}” is the code of no language"),
        NEAR,
        _("a language's code has two letters, or three where it has no code of two: zh, en, ja, yue"),
    ),
    "CW0411": warning(
        _("what readers fill in is lost when these words are mended; without an id: {count}"),
        _("give every entry, field, table, column and row an id, such as {{id: brakes, text: …}}"),
    ),
    "CW0412": warning(
        _("the site's own labels are in {found}, the course is in {expected}"),
        _("there are no labels in {expected} yet; what the course itself says stays as it is written"),
    ),
    "CW0413": error(
        _("only the option that is written last can stay last"),
        _("move it to the end, or remove “last”"),
    ),
    "CW0414": error(
        _("all examples belong to one category"),
        _("give at least two of the categories an example"),
        _("items are made of what a taxonomy has: write “example” or “signals” there for {nodes}"),
    ),
    "CW0415": error(
        _("the stem has another number of gaps than there are answers: {gaps} for {blanks}"),
        _("write ___ in the stem for every gap, and its answer in “blanks”, in the same order"),
    ),
    "CW0416": error(
        _("a gap takes either texts or a number"), _("write “accept: […]”, or “number: {{value: …}}”")
    ),
    "CW0417": error(
        _("a number cannot change places with other answers"),
        _("remove “any_order”, or write the number under “accept”"),
    ),
    "CW0418": error(
        _("this number is right, or stands above already"), _("a mistake is another number than the answer")
    ),
    "CW0419": error(
        _("a question of a case does not say itself what it is for"), _("write “use” for the case")
    ),
    "CW0420": warning(
        _("items without rationales or an explanation, which teach less than they could: {count}"),
        _("write them, and remove “unexplained”; an item at a time is progress"),
    ),
    "CW0421": error(
        _("“{key}” has too little for items to be made of it: at least {least}"),
        _("write “{key}”, or an item by hand"),
    ),
    "CW0422": error(
        _("the stem has no place for the definition"), _("write {{definition}} where the definition comes")
    ),
    "CW0423": error(
        _("items that are made are for practice only: their texts are all in the course"),
        _("remove “use”, and write items for exams by hand"),
    ),
    "CW0424": error(
        _("this has no rationale"),
        _("write “rationale: …”, why it is right or wrong; an imported item may say “unexplained: true”"),
        _("an item that is true or false has two: “if_true: …” and “if_false: …”"),
    ),
    "CW0425": warning(
        _("this is still to be written"),
        _("put your own words in its place, without the ✎ that “coursewright new” sets before what is to go"),
    ),
    "CW0426": warning(
        _("this is one text, for the comma in it parts no entries"),
        _("write the comma of an English keyboard and a space between entries: {proper}"),
        _("or put it in quotation marks, if it is to be one: {text}"),
    ),
    "CW0427": error(
        _("“{id}” reads as “{other}” ({where}), which is reserved for exams: its answer would become public"),
        _("remove this one, or ask something else"),
        _("to give the other up for exams, remove that one and keep this"),
    ),
    "CW0428": error(
        _("this says what “{other}” ({where}) does, which is reserved for exams, and would become public"),
        _("tell it with other people, figures and words, or remove it"),
        _("to give the item up for exams, write another and keep this"),
    ),
    "CW0429": error(
        _(
            "together with {places}, this says what “{other}” ({where}) does, which is reserved for exams, "
            "and would become public"
        ),
        _("tell it with other people, figures and words, or remove it"),
        _("to give the item up for exams, write another and keep this"),
    ),
    "CW0430": error(
        _("this item has no explanation"),
        _("write “explanation: …”, the principle; an imported item may say “unexplained: true”"),
    ),
    "CW0431": error(
        _("“{found}” is no time of a day of 24 hours"),
        _('write it as "{proper}", in quotation marks; what else is to be said of it goes into “note”'),
    ),
    "CW0432": error(
        _("a role has one direct superior, and this names two"),
        _("leave out “superior” where the superior is one of the roles, else “reports_to”"),
    ),
    "CW0433": warning(
        _("this role does not say whose post it is, and there are several employers: {employers}"),
        _("write “employer: …” with one of their ids; papers of two companies look alike without it"),
    ),
    "CW0434": warning(
        _("the topic “{id}” ({title}) has no section"),
        _("name what teaches it, “sections: [chapter/section]”, or the toolkits or roles that serve it"),
    ),
    "CW0435": warning(
        _("this section says that it teaches the topic “{id}”, and {file} does not"),
        _(
            "write “{section}” into the sections of that topic, which is added if it is not there; or remove it here"
        ),
    ),
}
