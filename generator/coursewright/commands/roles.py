"""`coursewright roles`: the documents of roles for HR, out and back in."""

import click

from .role_export import export
from .role_import import import_
from .terminal import _


@click.group(help=_("Job descriptions as Word, PDF and ZIP, and filled templates back into YAML."))
def roles() -> None:
    pass


roles.add_command(export)
roles.add_command(import_)
