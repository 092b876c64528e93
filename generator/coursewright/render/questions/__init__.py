"""Items as fieldsets that work before any script: native controls, answers behind a disclosure.

Built as strings, not from templates: a question bank has thousands of these. A file a shape, and
`fieldset.py` for what all have. The browser (`browser/quiz/`) finds everything by element and class,
and every entry by its id, never by where it stands, but for things, which have their ids only with their
reasons. What ends by itself in HTML has no end tag, and what follows from something else is not said twice,
for a page may have hundreds of questions:

    section.cw-case#c-CASE         around the questions of a case
      details.cw-stimulus          what they are about
    fieldset.cw-q#q-ITEM[data-shape][data-edition][data-fixed]
                                   the edition only when it is not 1; fixed where no draw may mix the entries
      legend > b (number) + stem + i (what to do)
      div#s-ITEM                   a stem of more than paragraphs: with the legend it names the field
      div.cw-cloze#s-ITEM          and one with gaps in it
      the controls of the shape
      details.cw-hint              a hint each
      details.cw-a > summary
        div.cw-sample              a good answer, of a written text
        ol > li[data-id]           the reason of an entry; its first element says what the script says itself
        div.cw-e                   the explanation, a (back to the text)

    choice   div.cw-o > label > input[value=ID] + span           an option
             div.cw-o[data-last]                                 one that stays behind the others
             details li.k                                        the reason of a key
    order    ol.cw-steps > li[data-id] > label > input[type=number] + span         as shown at first
             details li                                          the reasons in the right order
    match    ol.cw-things > li > label > input + span            a thing; the field is for a letter
             ol.cw-targets > li[data-id]                         what things are put to, by letter
             ol.cw-targets[data-fixed]                           whose order says something
             details li > b                                      the letter of a thing's target, first
                                                                 the reasons of things in their order
             details li                                          why a target has no thing, after these
    gaps     input[data-id]                                      in the stem, or in p.cw-gaps behind it
             fieldset[data-any-order]                            where answers may change places
             fieldset[data-variants]                             pairs of characters: one of an answer in
                                                                 simplified script, and another for it
             details li[data-also]                               what else is accepted than the text of its
                                                                 first element, each on a line of its own
             details li[data-value][data-tolerance][data-unit]   which number
             details li > div[data-value]                        a mistake that is known
    written  label.cw-answer > textarea
             details li[data-points]                             a criterion, and what it is worth

A question of a sealed exam has no hints and no details.cw-a; its things have their ids themselves.

A label holds no blocks. An entry of more than paragraphs stands in a div#o-ITEM-ENTRY after its label,
and names the control by that id.

A question may stand in the fieldset of something larger, and its controls in fieldsets of their own:
whoever looks for a part of a question looks at its children, and whoever cuts one out counts.
"""

from .case import questions
from .fieldset import posed

__all__ = ["posed", "questions"]
