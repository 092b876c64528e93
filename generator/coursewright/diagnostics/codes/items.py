"""CW09: the quality of items. `rule` is the name by which an author waives a warning."""

from ...words import marked as _
from .rule import NEAR, Rule, warning

_WAIVE = _("where it must stand, write “waive: [{{rule: {rule}, reason: …}}]”")
_WAIVE_ABOVE = _("where it must stand, write “waive: [{{rule: {rule}, reason: …}}]” at the head of the file")

RULES: dict[str, Rule] = {
    "CW0901": warning(
        _("absolute words stand only where the answer is wrong: {words}"),
        _("who knows nothing rules out “always” and “never”; say how far it goes, or let the key say so too"),
        _WAIVE,
    ),
    "CW0902": warning(
        _("this option speaks of the others: {text}"),
        _("who knows two of them knows this one; write one more real mistake, or ask for all that apply"),
        _WAIVE,
    ),
    "CW0903": warning(
        _("the stem asks for what does not hold, and “{words}” is not emphasised"),
        _(
            "ask for what holds; where the exception is the point, put two asterisks on either side "
            "of “{words}”"
        ),
        _WAIVE,
    ),
    "CW0904": warning(
        _("a double negative: {words}"),
        _("it tests reading, not knowledge; say it without one of the two"),
        _WAIVE,
    ),
    "CW0905": warning(
        _("the key is much longer than every other option: {length} letters, the next one {next}"),
        _("shorten it, or give the distractors as much detail"),
        _WAIVE,
    ),
    "CW0906": warning(
        _("only the key repeats words of the stem: {words}"),
        _("say it in other words, or let a distractor repeat them too"),
        _WAIVE,
    ),
    "CW0907": warning(
        _("two options overlap or say nearly the same: {text} / {other}"),
        _("make every option exclude the others; two that are the same can both be ruled out"),
        _WAIVE,
    ),
    "CW0908": warning(
        _("the options have not one form: {how}"),
        _("give all the same form; the odd one out draws the eye"),
        _WAIVE,
    ),
    "CW0909": warning(
        _("the numbers of the options stand in no order: {numbers}"),
        _("options that begin with a digit are never shuffled; write them from least to most"),
        _WAIVE,
    ),
    "CW0910": warning(
        _("this reads nearly as the item “{other}” does"),
        _("change the situation or the question, or remove one of the two"),
        _WAIVE,
    ),
    "CW0911": warning(
        _("the item “{other}” gives the answer to this one away: {words}"),
        _("say it differently there, or never put both into one quiz or exam"),
        _WAIVE,
    ),
    "CW0912": warning(
        _("of {total} statements in this file, {count} are {answer}"),
        _("turn some of them round, so that the same answer every time does not pay"),
        _WAIVE_ABOVE,
    ),
    "CW0913": warning(
        _("all {count} items of this chapter ask for no more than to remember and to understand"),
        _("write some that apply or analyse in a situation"),
        _WAIVE_ABOVE,
    ),
    "CW0914": warning(
        _("a text tells this situation with its answer already, so that the item asks for memory: {where}"),
        _("bring new facts, such as another month or another figure, or call its level “recall”"),
        _WAIVE,
    ),
    "CW0915": warning(
        _("a reader who knows nothing scores {score} % in {group}, by chance {chance} %: {cheater}"),
        _("{count} questions, 95 % interval {low} to {high} %; “coursewright items audit” has all readers"),
        _WAIVE_ABOVE,
    ),
    "CW0916": warning(_("there is no rule of item quality “{rule}”"), NEAR, _("the rules are: {rules}")),
    "CW0917": warning(
        _("the rule “{rule}” has nothing to say here"), _("remove the waiver, which would hide a later flaw")
    ),
    "CW0918": warning(_("the rule “{rule}” cannot be waived here"), _("it is waived {where}")),
    "CW0919": warning(
        _("who writes “{text}” has written “{other}”, which stands above it"),
        _("remove it; width, case, punctuation, script and ways to write a number need not be listed"),
        _WAIVE,
    ),
}
