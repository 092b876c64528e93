"""Small PDFs that carry files, revision by revision: well made ones, and such as readers may differ in."""

import random
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Objects = Mapping[int, bytes | None]
"""By their numbers; none for what a revision deletes."""
ROOT, PAGES, FILE, CONTENT, OTHER_FILE, OTHER = 1, 2, 4, 5, 6, 7
BASE: Objects = {
    PAGES: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
}
NAMES = b"(credential.json)4 0 R"


def pdf(*revisions: Objects, trailer: bytes = b"") -> bytes:
    """`trailer` is what the last one says besides."""
    whole, before, size = b"%PDF-1.7\n", -1, 0
    for objects in revisions:
        size = max(size, *objects) + 1
        rows = [] if before >= 0 else [b"0 1\n0000000000 65535 f \n"]
        for number, content in objects.items():
            if content is None:
                rows.append(b"%d 1\n0000000000 00001 f \n" % number)
                continue
            rows.append(b"%d 1\n%010d 00000 n \n" % (number, len(whole)))
            whole += b"%d 0 obj\n%s\nendobj\n" % (number, content)
        own = b"/Prev %d" % before if before >= 0 else b""
        own += trailer if objects is revisions[-1] else b""
        before = len(whole)
        rows_text = b"".join(rows)
        whole += b"xref\n%strailer\n<</Size %d/Root 1 0 R%s>>\n" % (rows_text, size, own)
        whole += b"startxref\n%d\n%%%%EOF\n" % before
    return whole


def root(names: bytes = NAMES, more: bytes = b"") -> bytes:
    tree = b"/Names<</EmbeddedFiles<</Names[%s]%s>>>>" % (names, more)
    return b"<</Type/Catalog/Pages 2 0 R%s>>" % tree


def attached(name: bytes = b"(credential.json)", content: int = CONTENT, more: bytes = b"") -> bytes:
    return b"<</Type/Filespec/F%s/UF%s/EF<</F %d 0 R>>%s>>" % (name, name, content, more)


def stream(content: bytes, more: bytes = b"/Type/EmbeddedFile", *, is_packed: bool = True) -> bytes:
    packed = zlib.compress(content) if is_packed else content
    about = b"/Filter/FlateDecode" if is_packed else b""
    return b"<</Length %d%s%s>>\nstream\n%s\nendstream" % (len(packed), about, more, packed)


@dataclass(frozen=True)
class Pdfs:
    """Of a credential that is good, and of one that is not."""

    good: bytes
    bad: bytes

    def plain(self, **more: bytes) -> Objects:
        own = {ROOT: root(), FILE: attached(), CONTENT: stream(self.good), **BASE}
        return {**own, OTHER_FILE: attached(b"(other.json)", OTHER), OTHER: stream(self.bad)}

    def read(self) -> Iterator[tuple[str, bytes]]:
        """That both read as good."""
        plain = self.plain()
        bad: Objects = {**plain, CONTENT: stream(self.bad)}
        yield "plain", pdf(plain)
        yield "without a type", pdf({**plain, CONTENT: stream(self.good, b"")})
        yield "not packed", pdf({**plain, CONTENT: stream(self.good, is_packed=False)})
        yield "mended", pdf(bad, {CONTENT: stream(self.good)})
        yield "pointed elsewhere", pdf({**plain, ROOT: root(b"(credential.json)6 0 R")}, {ROOT: root()})
        yield "a second, of another name", pdf({**plain, ROOT: root(NAMES + b"(other.json)6 0 R")})
        yield "more behind its end", pdf(plain) + b"99 0 obj\n" + stream(self.bad) + b"\nendobj\n"
        yield "its length elsewhere", pdf({**plain, 8: b"%d" % len(self.good), CONTENT: self._measured()})

    def _measured(self) -> bytes:
        return b"<</Length 8 0 R>>\nstream\n%s\nendstream" % self.good

    def wrong(self) -> Iterator[tuple[str, bytes]]:
        """That the page must not call valid."""
        plain = self.plain()
        twice = root(NAMES + b"(other)6 0 R")
        yield "altered", pdf(plain, {CONTENT: stream(self.bad)})
        yield "altered, without a type", pdf(plain, {CONTENT: stream(self.bad, b"")})
        yield "deleted", pdf(plain, {CONTENT: None})
        yield "taken out", pdf(plain, {ROOT: root(b"")})
        yield "of another name", pdf({**plain, FILE: attached(b"(x.json)")})
        yield "twice", pdf({**plain, ROOT: twice, OTHER_FILE: attached(content=OTHER)})
        yield "appended", pdf({**plain, CONTENT: stream(self.bad)}) + b"5 0 obj\n" + stream(self.good)
        yield "hidden in a comment", pdf({**plain, ROOT: root(b"%(credential.json)4 0 R\n")})
        yield (
            "no pages",
            pdf({**plain, PAGES: b"<</Type/Pages/Kids[]/Count 0>>"}, {CONTENT: stream(self.bad)}),
        )
        yield "named twice", pdf({**plain, FILE: attached(more=b"/EF<</F 7 0 R>>")})
        yield "of two names", pdf({**plain, FILE: attached(more=b"/#55F(x.json)")})
        yield "packed twice", pdf({**plain, CONTENT: stream(zlib.compress(self.good))})
        yield "two contents", pdf({**plain, FILE: b"<</F(credential.json)/EF<</F 5 0 R/UF 7 0 R>>>>"})
        yield "encrypted", pdf(plain, trailer=b"/Encrypt 9 0 R")
        yield "a hybrid", pdf(plain, trailer=b"/XRefStm 20")
        yield (
            "in a circle",
            re.sub(rb"/Root 1 0 R>>(?=\nstartxref\n(\d+))", rb"/Root 1 0 R/Prev \1>>", pdf(plain)),
        )

    def mutations(self, seed: int, count: int) -> Iterator[bytes]:
        """Numbers and names of a file of two revisions, another way: what refers to what is mixed up."""
        plain = {**self.plain(), ROOT: root(NAMES + b"(other.json)6 0 R")}
        files = [
            pdf(plain, {CONTENT: stream(self.bad)}),
            pdf({**plain, CONTENT: stream(self.bad)}, {CONTENT: stream(self.good)}),
            pdf(plain, {ROOT: root(b"(other.json)6 0 R")}, {FILE: attached(), ROOT: root()}),
            pdf(plain),
        ]
        chance = random.Random(seed)
        for _ in range(count):
            yield _mixed(chance.choice(files), chance)


_WORD = re.compile(
    rb"/[A-Za-z]+|\(\w+\.json\)|\b\d{1,10}\b|\bobj|endobj|endstream|xref|trailer|<<|>>|[\[\]RFn]"
)


def _mixed(content: bytes, chance: random.Random) -> bytes:
    """One to three words in place of others, mostly of the same kind, doubled or left out."""
    for _ in range(chance.randint(1, 3)):
        places = [each for each in _WORD.finditer(content) if each[0].isascii()]
        place = chance.choice(places)
        same = [each[0] for each in places if each[0][:1].isdigit() == place[0][:1].isdigit()]
        word = chance.choice(
            [chance.choice(same), chance.choice(same), b"", place[0] + b" " + place[0], b"%"]
        )
        content = content[: place.start()] + word + content[place.end() :]
    return content
