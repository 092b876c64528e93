"""What the site knows: numbers of sections, and a page for every target."""

from pathlib import Path

from coursewright.compiler import RENDERERS
from coursewright.render import render_site
from trees import site_of


def test_sections_are_numbered_within_their_chapter(tmp_path: Path) -> None:
    sections = site_of(tmp_path).sections
    assert [(section.id, section.number, section.target.page) for section in sections] == [
        ("soil/layers", "1.1", "learn/soil/layers.md")
    ]


def test_every_target_leads_to_a_page(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    tree = render_site(site, RENDERERS)
    assert [target for target in site.targets.values() if f"docs/{target.page}" not in tree] == []


def test_every_target_with_an_anchor_is_on_its_page(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    tree = render_site(site, RENDERERS)
    pages = {
        target: tree[f"docs/{target.page}"].decode() for target in site.targets.values() if target.anchor
    }
    assert [
        target.anchor
        for target, page in pages.items()
        if f'id="{target.anchor}"' not in page and f"{{ #{target.anchor} }}" not in page
    ] == []
