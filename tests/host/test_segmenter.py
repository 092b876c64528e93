"""jieba reads its dictionary from its package and from our memory, and from nowhere else."""

import marshal
from pathlib import Path
from typing import Any

import jieba
import pytest

from coursewright.host.segmenter import prepare_segmenter
from coursewright.press.memory import FolderMemory

TEXT = "客户经理核对反洗钱记录"


@pytest.fixture
def segmenter(monkeypatch: pytest.MonkeyPatch) -> Any:
    fresh = jieba.Tokenizer()
    monkeypatch.setattr(jieba, "dt", fresh)
    return fresh


def cut(segmenter: Any, memory: FolderMemory | None) -> list[str]:
    segmenter.initialized = False
    prepare_segmenter(b"", memory)
    return list(segmenter.cut(TEXT))


def test_what_another_user_put_into_the_temporary_folder_is_not_read(
    tmp_path: Path, segmenter: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    (tmp_path / "jieba.cache").write_bytes(marshal.dumps(({}, 1)))
    assert "客户经理" in "/".join(cut(segmenter, None))
    assert len(cut(segmenter, None)) < len(TEXT)
    assert [file.name for file in tmp_path.iterdir()] == ["jieba.cache"]


def test_the_dictionary_is_made_once_and_anew_when_it_was_damaged(
    tmp_path: Path, segmenter: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = cut(segmenter, FolderMemory(tmp_path))
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(marshal.dumps(({}, 1)))
    assert cut(segmenter, FolderMemory(tmp_path)) == right
    assert kept.read_bytes() == whole
    monkeypatch.setattr(segmenter, "gen_pfdict", lambda _: pytest.fail("made again"))
    assert cut(segmenter, FolderMemory(tmp_path)) == right
