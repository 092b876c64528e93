"""`coursewright items`: the bank as a whole, and files of items in and out."""

import click

from .bank_files import export, import_, template
from .terminal import _


@click.group(help=_("The item bank: files of items in and out, for Excel, WPS, Word and other programs."))
def items() -> None:
    pass


for command in (import_, export, template):
    items.add_command(command)
