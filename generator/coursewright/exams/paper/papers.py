"""All files of a session's forms: papers as PDF, in large print, as Word files, and the keys."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property

from ...press.document import Document, lines_of
from ...press.line import Run, Spans
from ...press.pdf import pdf as document_pdf
from ...press.pdf_text import unprintable
from ...press.picture import NotAPicture
from ...words import Words
from ..form import Form
from ..store import Kept, SessionDamaged
from . import draft, pdf
from .album import Album
from .asking import Asker
from .cover import cover
from .gapping import Place
from .keys import KeyWriter
from .look import BLACK
from .reading import Reader
from .shown import Labels, Paper

Made = tuple[str, Callable[[], bytes]]


@dataclass(frozen=True)
class Order:
    """What is wanted beside the papers and their keys."""

    large: bool = False
    docx: bool = False


@dataclass(frozen=True)
class Papers:
    """The same session gives the same bytes: nothing here reads a clock or chance."""

    kept: Kept
    words: Words

    def files(self, order: Order, progress: Callable[[str], None] = lambda name: None) -> dict[str, bytes]:
        """File name → bytes. Raises SessionDamaged, also for a picture that cannot be printed."""
        self.kept.refuse_damaged()
        orders = [each for form in self.kept.session.forms for each in self._orders(form, order)]
        files = {}
        with ThreadPoolExecutor() as threads:  # Typst works without Python's lock
            made = threads.map(lambda each: self._made(each[1]), orders)
            for name, content in zip((name for name, _make in orders), made, strict=True):
                progress(name)
                files[name] = content
        return files

    def unprintable(self) -> str:
        """The characters that the PDF files print as □."""
        forms = self.kept.session.forms
        shown = (self._keys(form).blocks + draft.draft(self._paper(form, draft.place)) for form in forms)
        return unprintable(text for blocks in shown for text in lines_of(blocks))

    def _orders(self, form: Form, order: Order) -> Iterator[Made]:
        name, document = self._name(form), self._document(form)
        paper = self._paper(form, pdf.place)
        yield f"{name}.pdf", lambda: pdf.pdf(document, paper, large=False)
        if order.large:
            yield f"{name}-large.pdf", lambda: pdf.pdf(document, paper, large=True)
        if order.docx:
            yield f"{name}.docx", lambda: self._word(form)
        yield f"{name}-keys.pdf", lambda: document_pdf(self._keys(form))

    def _made(self, make: Callable[[], bytes]) -> bytes:
        try:
            return make()
        except NotAPicture as error:
            raise SessionDamaged(self._album.unfit() or str(self.kept.folder)) from error

    @cached_property
    def _album(self) -> Album:
        return Album(self.kept)

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self.kept.session, self.words, self._album)

    def _name(self, form: Form) -> str:
        return f"{self.kept.session.name}-{form.code}"

    def _paper(self, form: Form, place: Place) -> Paper:
        words, parts = self.words, Asker(self._reader, place).parts(form)
        labels = Labels(words("Answer:"), words("Order:"), words("Write the letter"), words("Letters"))
        return Paper(cover(self._reader, form), parts, labels)

    def _word(self, form: Form) -> bytes:
        from ...press.word.package import word  # takes long to import

        return word(replace(self._document(form), blocks=draft.draft(self._paper(form, draft.place))))

    def _keys(self, form: Form) -> Document:
        words, document = self.words, self._document(form)
        title = words("Keys · {title}").format(title=document.title)
        secret = Run(words("CONFIDENTIAL"), strong=True)
        writer = KeyWriter(self._reader, self.kept.commitment)
        head: tuple[Spans, str] = ((secret, f" · {title}"), document.head[1])
        return replace(document, title=title, head=head, blocks=tuple(writer.blocks(form, title)))

    def _document(self, form: Form) -> Document:
        """What stands on every page of a form."""
        session, shown = self.kept.session, cover(self._reader, form)
        return Document(
            name=self._name(form),
            title=f"{shown.title} · {shown.form}",
            subject=session.course,
            author=session.course,
            language=session.language,
            date=self.kept.entries[0].at[:10],
            head=((shown.title,), f"{shown.session} · {shown.form}"),
            page=self.words("page {page} of {pages}"),
            look=BLACK,
            blocks=(),
        )
