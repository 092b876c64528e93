"""A page of the output read with Python's own parser: ids, addresses, scripts and styles."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

LOADING = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "object": ("data",),
    "embed": ("src",),
    "audio": ("src",),
    "video": ("src", "poster"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
}
"""What a browser fetches by itself; of `link` it depends on `rel`."""
NOT_FETCHED = {"canonical", "next", "prev", "alternate"}


@dataclass
class Markup(HTMLParser):
    """`loaded` is what a browser fetches, `links` where an anchor leads."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if "style" in values:
            self.styles.append(values["style"])
        if tag in ("a", "area") and "href" in values:
            self.links.append(values["href"])
        if tag == "link" and not NOT_FETCHED & set(values.get("rel", "").split()):
            self.loaded.append(values.get("href", ""))
        for name in LOADING.get(tag, ()):
            self.loaded.extend(_addresses(name, values.get(name, "")))


def _addresses(name: str, value: str) -> list[str]:
    if name == "srcset":
        return [part.split()[0] for part in value.split(",") if part.strip()]
    return [value] if value else []


def read(html: str) -> Markup:
    markup = Markup()
    markup.feed(html)
    markup.close()
    return markup
