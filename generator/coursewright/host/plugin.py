"""MkDocs' view of a course: plain `mkdocs build` and `mkdocs serve` in its folder."""

import os
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin

from ..compiler import compile_course
from ..diagnostics import as_text
from ..errors import SourceProblems
from ..load.tree import SOURCES
from ..model.settings import BUILDERS
from ..stage import stage_tree
from ..words import words_for_reader
from .build import edition_timestamp
from .manifest import write_manifest
from .mkdocs import staged_config
from .policy import write_policy
from .workplace import shown_from


class Options(Config):
    """Everything else is in the sources and in mkdocs.yml."""

    language = Optional(Type(str))
    """Another language than the course's own."""

    builder = Choice(BUILDERS, default=BUILDERS[0])
    """Whom `coursewright build` and `coursewright serve` call; who calls MkDocs has chosen."""

    offline = Type(bool, default=True)
    """Whether readers may keep the site on their devices."""


class NoOptions(Config):
    pass


class CoursewrightPlugin(BasePlugin[Options]):
    """Stages the course and hands MkDocs the staged tree's configuration."""

    _is_shown = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self._is_shown = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        root = Path(config.config_file_path).parent
        try:
            checked, tree = compile_course(root, self.config.language, documents=True)
        except SourceProblems as error:
            raise PluginError("\n" + as_text(error.problems, words_for_reader(error.language))) from error
        os.environ.setdefault("SOURCE_DATE_EPOCH", edition_timestamp(checked.site))
        place = shown_from(root.resolve())
        stage_tree(tree, place.stage)
        staged: MkDocsConfig = staged_config(
            place.stage, place.templates, site_dir=config.site_dir, dev_addr=str(config.dev_addr)
        )
        staged.plugins["coursewright"] = _AfterBuild(self.config.offline and not self._is_shown)
        return staged.plugins.on_config(staged)

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        root = Path(config.config_file_path).parent
        for name in SOURCES:
            if (root / name).exists():
                server.watch(str(root / name))
        return server


class _AfterBuild(BasePlugin[NoOptions]):
    def __init__(self, is_kept: bool) -> None:
        self._is_kept = is_kept

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        write_policy(Path(config.site_dir))
        write_manifest(Path(config.site_dir), is_kept=self._is_kept)
