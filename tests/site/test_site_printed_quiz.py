"""An answered quiz on paper: every question with its result, set close."""

from kinds import QUIZ
from pdfparts import pages, texts
from quizzing import SAY, answer_all
from visitors import Visitor

pytest_plugins = ["site_fixtures"]
MOST_PAGES = 7


def test_an_answered_quiz_prints_on_few_pages(visitor: Visitor) -> None:
    page = visitor.open(QUIZ)
    total = answer_all(page, wrong=6)
    made = page.pdf(prefer_css_page_size=True)
    said = "".join(texts(made))

    assert total > 20
    assert pages(made) <= MOST_PAGES
    assert SAY("Back to the text") not in said
    for stem in page.locator("cw-quiz fieldset.cw-q > legend").all_inner_texts():
        assert "".join(stem.split())[:12] in "".join(said.split())
