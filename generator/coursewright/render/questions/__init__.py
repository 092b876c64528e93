"""Items as fieldsets that work before any script: native controls, answers behind a disclosure.

Built as strings, not from templates: a question bank has thousands of these. A file a shape, and
`fieldset.py` for what all have. The browser (`browser/quiz/`) finds everything by element and class,
and every entry by its id, never by where it stands:

    fieldset.cw-q#q-ITEM[data-item][data-shape][data-edition][data-fixed]
                                   the edition only when it is not 1; fixed where no draw may mix the entries
      legend > b (number) + stem + i (what to do)
      div.cw-stem#s-ITEM           a stem of more than paragraphs: with the legend it names the field
      the controls of the shape
      details.cw-a > summary
        ol > li[data-id]           the reason of an entry; its first element says what the script says itself
        div.cw-e                   the explanation, a (back to the text)

    choice   div.cw-o > label > input[value=ID] + span           an option
             details li.k                                        the reason of a key
    order    ol.cw-steps > li.cw-o[data-id] > label > input[type=number] + span    as shown at first
             details li                                          the reasons in the right order

A label holds no blocks. An entry of more than paragraphs stands in a div#o-ITEM-ENTRY after its label,
and names the control by that id.

A question may stand in the fieldset of something larger, and its controls in fieldsets of their own:
whoever looks for a part of a question looks at its children, and whoever cuts one out counts.
"""

from .fieldset import question

__all__ = ["question"]
