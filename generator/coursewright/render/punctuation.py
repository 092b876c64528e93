"""Which signs of a module can be left out, as a parser sees them (tree-sitter's names of nodes)."""

import re

from tree_sitter import Node

SHORTER = {"const": "let", "true": "!0", "false": "!1"}
"""What says the same in fewer signs, in code that a type checker has seen."""

_GROUP = "parenthesized_expression"
_CHAINS = {"member_expression", "subscript_expression", "call_expression"}
_ALONE = {"identifier", "this", "string", "array", *_CHAINS}
"""What binds as closely as parentheses do."""
_GROUPED = {"if_statement", "while_statement", "do_statement", "switch_statement", "new_expression"}
"""What has parentheses of its own, or reads something else without them."""
_DECLARED = "lexical_declaration"
_ENDED = {
    _DECLARED,
    "expression_statement",
    "return_statement",
    "throw_statement",
    "break_statement",
    "continue_statement",
    "class_body",
}
"""What may end without a semicolon before a brace."""
_CLOSED = {
    "function_declaration",
    "generator_function_declaration",
    "class_declaration",
    "method_definition",
    "if_statement",
    "else_clause",
    "for_statement",
    "for_in_statement",
    "while_statement",
    "try_statement",
    "catch_clause",
    "finally_clause",
    "switch_statement",
}
"""What is over behind its brace, whatever comes."""
_NO_BEGINNING = re.compile(r"\{|(async|class|function|let)\b")
_TIGHT = re.compile(r"[{}()\[\],;:?=<>!&|^*%+\-/#\"'`]")
_ANOTHER = re.compile(r"([+\-&|*=<>?/.])\1|[<>=!+\-*/%&|]=|=>|\?\.|/\*|\*/|<!")
_NEVER_ENDS = re.compile(r"([{,;(\[=&|?:]|=>)$")
_NEVER_BEGINS = re.compile(r"[})\],;?:&|]|\.(?!\d)")


def is_bare(group: Node) -> bool:
    """Whether it is an expression in parentheses that needs them no more than its author's types do."""
    if group.type != _GROUP:
        return False
    inner = next(child for child in group.named_children if child.type != "comment")
    around = group.parent
    while around and around.type == _GROUP:
        around = around.parent
    text, parent = (inner.text or b"").decode(), around.type if around else ""
    is_alone = inner.type in _ALONE and not _NO_BEGINNING.match(text)
    is_chain = parent in _CHAINS and "?." in text
    return inner.type == _GROUP or (is_alone and not is_chain and parent not in _GROUPED)


def is_single(parameters: Node) -> bool:
    """Whether it is one name in parentheses before an arrow, which needs none."""
    is_arrow = parameters.parent is not None and parameters.parent.type == "arrow_function"
    named = [child.type for child in parameters.named_children if child.type != "comment"]
    return parameters.type == "formal_parameters" and is_arrow and named == ["identifier"]


def ends(node: Node) -> bool:
    """Whether it is the semicolon of a statement, which none needs before a brace."""
    return node.type == ";" and node.parent is not None and node.parent.type in _ENDED


def continues(node: Node | None) -> bool:
    """Whether it is a declaration behind another one, whose list it can go on."""
    before = node and node.prev_named_sibling
    while before and before.type == "comment":
        before = before.prev_named_sibling
    return bool(node and before and node.type == before.type == _DECLARED and before.children[-1].type == ";")


def is_continued(node: Node | None) -> bool:
    """Whether it is a declaration before one that can go on with its list."""
    behind = node and node.next_named_sibling
    while behind and behind.type == "comment":
        behind = behind.next_named_sibling
    return bool(node and node.type == _DECLARED and continues(behind))


def closes(node: Node) -> bool:
    """Whether it is the brace behind which a statement or a member of a class is over."""
    body = node.parent if node.type == "}" else None
    return body is not None and body.parent is not None and body.parent.type in _CLOSED


def between(left: str, space: str, right: str) -> str:
    """Two signs could become another one; an end of a line may end a statement."""
    if "\n" in space:
        return "" if _NEVER_ENDS.search(left) or _NEVER_BEGINS.match(right) else "\n"
    ends = left[-1:] + right[:1]
    if right == "." and not left[-1:].isdigit():
        return ""
    if space and (_ANOTHER.fullmatch(ends) or not _TIGHT.search(ends)):
        return " "
    return ""
