"""Whatever an author writes, the audit reads it: nothing raises, and the same is found twice."""

from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.audit.flaws import flaws
from coursewright.audit.lexicon import lexicon
from coursewright.audit.question import Question
from coursewright.audit.sitting import sittings
from coursewright.load.source_file import SourceFile
from coursewright.model.items.single_choice import SingleChoice

SIGNS = st.sampled_from(
    ["以上都对", "1.2.3", "−5", "3–5天", "不", "**", "_", "]( x)", "。", "？", " ", "not", "²", "٣", "9 cm"]
)
TEXTS = st.lists(st.one_of(SIGNS, st.text(max_size=6)), min_size=1, max_size=6).map("".join)


def question(at: int, stem: str, options: list[str]) -> Question:
    fields = {
        "id": f"q{at}",
        "type": "single-choice",
        "objective": "soil/layers/name",
        "level": "apply",
        "stem": f"{stem}?",
        "options": [{"text": f"{text}{n}", "key": not n, "rationale": "R"} for n, text in enumerate(options)],
        "explanation": "E",
    }
    item = SingleChoice.model_validate(fields, strict=False).identified()
    return Question(at, "bank", SourceFile("quizzes/bank/bank.yml"), ("items", at), item, None)


@settings(max_examples=80)
@given(st.lists(st.tuples(TEXTS, st.lists(TEXTS, min_size=2, max_size=4)), min_size=1, max_size=5))
def test_the_audit_reads_any_text(written: list[tuple[str, list[str]]]) -> None:
    asked = [question(at, *each) for at, each in zip(count(), written, strict=False)]
    for words in (lexicon("zh"), lexicon("en"), None):
        assert list(flaws(asked, words)) == list(flaws(asked, words))
        assert all(0 <= sat.low <= sat.mean <= sat.high <= 1 for sat in sittings(asked, words))
