"""MkDocs with Material, in this process."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from ..diagnostics.printable import escaped
from ..errors import SiteFailed
from ..press.press import Memory
from ..render.compiled import CompiledTemplates

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


class MkDocs:
    """The default builder; see `builder.Builder`."""

    name = "mkdocs"

    def __init__(self, templates: Memory | None = None) -> None:
        self._templates = templates

    def tools(self) -> list[str]:
        return [f"{package} {version(package)}" for package in ("mkdocs", "mkdocs-material")]

    def build(self, staged: Path, destination: Path) -> None:
        from mkdocs.commands.build import build

        with heard() as errors:
            try:
                build(staged_config(staged, self._templates, site_dir=str(destination)))
            except (Exception, SystemExit) as error:  # the course's own theme files and settings run in there
                said = " ".join(errors) or f"{type(error).__name__}: {error}"
                raise SiteFailed("MkDocs", said) from error


def staged_config(folder: Path, templates: Memory | None, **options: Any) -> Any:
    """MkDocs' configuration of the staged tree, its plugins started; `templates` remembers compiled ones."""
    from mkdocs.config import load_config

    config = load_config(str(folder / "mkdocs.yml"), **options)
    config.plugins["coursewright/templates"] = _templates(templates)
    config.plugins.on_startup(command="build", dirty=False)
    return config


def _templates(memory: Memory | None) -> Any:
    """A plugin that compiles the theme's templates once and never asks whether they changed."""
    from jinja2 import Environment
    from mkdocs.config.base import Config
    from mkdocs.plugins import BasePlugin

    class NoOptions(Config):
        pass

    class Templates(BasePlugin[NoOptions]):
        def on_env(self, env: Environment, /, **_: Any) -> Environment:
            env.auto_reload = False
            env.bytecode_cache = CompiledTemplates(memory)
            return env

    return Templates()


class _Hearing(logging.Handler):
    """Keeps what MkDocs says of errors, and passes on what it warns of; its progress is not ours."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            self.errors.append(record.getMessage())
        else:
            click.echo(escaped(record.getMessage()), err=True)


@contextmanager
def heard() -> Iterator[list[str]]:
    """The errors that MkDocs tells of on the way."""
    logger, hearing = logging.getLogger("mkdocs"), _Hearing()
    before = logger.level, logger.propagate
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    logger.addHandler(hearing)
    try:
        yield hearing.errors
    finally:
        logger.removeHandler(hearing)
        logger.level, logger.propagate = before
