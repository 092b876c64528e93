"""The certificate and the badge: what is on them and in them, and that the same gives the same bytes."""

import json
import re
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from credentials_made import AWARD, COLOURS, EXAM, TODAY, issuer, made

from coursewright.credentials.award import Competency, Issued
from coursewright.credentials.badge import badge_png, badge_svg
from coursewright.credentials.certificate import LARGEST_CODE, Certificate, certificate_pdf, verify_code
from coursewright.credentials.seal import seal
from coursewright.credentials.verification import verified
from coursewright.press.squares import qr

OWN = issuer()
ONE = made(by=OWN)


def pdf(one: Issued = ONE, language: str = "zh-CN") -> bytes:
    return certificate_pdf(Certificate(one, OWN, language, COLOURS))


def text_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    assert len(document) == 1
    return "".join(document[0].get_textpage().get_text_range().split())


def test_a_certificate_says_who_passed_what_and_until_when() -> None:
    text = text_of(pdf(made(replace(AWARD, told="plain"), by=OWN)))
    for said in (
        AWARD.name,
        AWARD.number,
        EXAM.title,
        "花园·学校®",
        "2026-11-28",
        "2028-11-28",
        AWARD.id,
        "挖土",
    ):
        assert said.replace(" ", "") in text


def test_a_number_that_is_not_told_is_not_printed() -> None:
    assert AWARD.number not in text_of(pdf())


def test_it_is_an_archive_that_screen_readers_read_with_the_credential_attached() -> None:
    content = pdf()
    assert re.search(rb"pdfaid:part>3<.*pdfaid:conformance>A<", content, re.S)
    assert re.search(rb"pdfuaid:part>1<", content)
    document = pypdfium2.PdfDocument(content)
    assert document.count_attachments() == 1
    attached = document.get_attachment(0)
    assert attached.get_name() == "credential.json"
    assert bytes(attached.get_data()) == ONE.json


def test_the_same_credential_gives_the_same_bytes() -> None:
    assert pdf() == pdf()
    svg = badge_svg(ONE.credential, COLOURS)
    assert badge_svg(ONE.credential, COLOURS) == svg
    assert badge_png(svg, ONE.credential) == badge_png(svg, ONE.credential)


@pytest.mark.parametrize("dots", [150, 200, 300])
def test_its_code_is_read_from_a_scan_and_has_the_whole_credential(dots: int) -> None:
    picture = pypdfium2.PdfDocument(pdf())[0].render(scale=dots / 72, grayscale=True).to_numpy()
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text.startswith("https://garden.example/verify/#Z")
    assert verified(code.text.encode(), OWN, TODAY).verdict == "valid"


def test_a_credential_that_a_phone_could_not_read_has_its_id_in_the_code() -> None:
    many = [Competency(f"c{at}", f"能力{chr(0x4E00 + at * 37)}", f"competencies/#c{at}") for at in range(60)]
    one = made(exam=replace(EXAM, competencies=many), by=OWN)
    code = verify_code(one, OWN)
    assert code == f"https://garden.example/verify/#{one.credential.id}"
    assert qr(code)[1] < LARGEST_CODE
    assert text_of(pdf(one))


def test_a_long_name_and_markup_stay_on_the_page_as_text() -> None:
    name = 'Dr. Wolfeschlegelsteinhausenbergerdorff #link("x") $x$ <b> *' * 3
    one = made(replace(AWARD, name=name), by=OWN)
    assert '#link("x")' in text_of(pdf(one, "en"))
    assert b"<b>" not in badge_svg(made(exam=replace(EXAM, title="<b>&"), by=OWN).credential, COLOURS)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("花园学校", [["学", "花"], ["校", "园"]]),
        ("云州银行培训中心", [["中", "行", "云"], ["心", "培", "州"], ["", "训", "银"]]),
        ("The Garden School", [["T", "G"], ["S"]]),
        ("®", [["✓"]]),
        ("一二三四五六七八九十一二三四五六七八", None),
    ],
)
def test_a_seal_is_read_in_columns_from_the_right(name: str, rows: list[list[str]] | None) -> None:
    found = [list(row) for row in seal(name)]
    assert found == rows if rows else (len(found), len(found[0])) == (4, 4)


def test_the_json_says_the_session_and_nothing_of_answers() -> None:
    document = json.loads(ONE.json)
    assert document["evidence"][0]["narrative"].count("a" * 64) == 1
    assert sorted(document) == sorted(
        (
            "@context id type issuer name validFrom validUntil credentialSubject evidence credentialStatus "
            "proof"
        ).split()
    )
