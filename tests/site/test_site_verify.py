"""The page that verifies: brought a certificate in any kind of file, it says in words what that is worth."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from auditing import broken_rules
from fitting import too_wide
from playwright.sync_api import Browser, Locator, expect
from verifying import GONE, Verifying, bring, code_film, code_picture, says, tampered, verifying
from visitors import ON_A_PHONE, Visiting, Visitor, chromium_here

from coursewright.credentials.carried import packed
from coursewright.credentials.certificate import verify_code
from coursewright.model.issuer import LIST_JWT
from minting import EXAM, KEYS, NAME, SITE, issuer_of, keys_of, minted, with_revoked
from sites import Sites
from trees import ISSUER, compiled

pytest_plugins = ["site_fixtures"]

PAGE = "verify/"
STRANGER = keys_of(40)


@pytest.fixture(scope="module")
def bank(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Verifying]:
    with verifying(sites, tmp_path_factory.mktemp("verifying")) as made:
        yield made


@pytest.fixture
def guest(visiting: Visiting, bank: Verifying) -> Visitor:
    return visiting(bank.origin)


def shows_nothing(result: Locator) -> None:
    expect(result.locator("dl")).to_have_count(0)
    for claim in (NAME, EXAM.title, EXAM.course):
        expect(result).not_to_contain_text(claim)


def test_every_kind_of_file_is_read_and_none_of_it_leaves(guest: Visitor, bank: Verifying) -> None:
    page = guest.open(PAGE)
    for name, content in bank.files.items():
        result = bring(page, content, name)
        says(result, "Valid")
        dates = ("2026-11-01", "2029-11-01", "as of 2026-11-01, the day of the status list")
        for claim in (NAME, EXAM.title, *dates, "Digging", bank.issuer.name, name):
            expect(result).to_contain_text(claim)
    link = result.get_by_role("link", name=EXAM.course)
    expect(link).to_have_attribute("href", f"{bank.origin}exams/spade/#notice-fri")
    assert guest.strangers() == []
    assert guest.complaints == []
    assert sum(LIST_JWT in request for request in guest.requests) == len(bank.files) + 1, "and one before"
    assert not any("verify/plain" in request for request in guest.requests)


def test_a_page_that_was_loaded_verifies_without_a_network(guest: Visitor, bank: Verifying) -> None:
    page = guest.open(PAGE)
    page.wait_for_load_state("networkidle")
    guest.context.set_offline(True)
    for name, content in bank.files.items():
        result = bring(page, content, name)
        says(result, "Valid")
        expect(result).to_contain_text("as of 2026-11-01, the day of the status list")


def test_fates_are_told_apart(guest: Visitor, bank: Verifying) -> None:
    page = guest.open(PAGE)
    says(bring(page, minted(bank.issuer, index=GONE).jwt), "Revoked")
    says(bring(page, minted(bank.issuer, until="2026-11-02T00:00:00Z").json), "Expired")
    early = minted(bank.issuer, since="2999-01-01T00:00:00Z", until=None)
    says(bring(page, early.jwt), "Not yet valid")
    result = bring(page, tampered(bank.good.json, name="Something else"))
    says(result, "Altered")
    shows_nothing(result)
    same = issuer_of(STRANGER, did="did:web:else.example", name=bank.issuer.name)
    for issuer, word in (
        (issuer_of(STRANGER, did="did:key:zOther"), "Not issued by us"),
        (same, "Not issued by us"),
    ):
        result = bring(page, minted(issuer, STRANGER).jwt)
        says(result, word)
        shows_nothing(result)
    expect(result).to_contain_text("goes by the same name")
    result = bring(page, minted(issuer_of(STRANGER), STRANGER).json)
    shows_nothing(result)
    for unread in (
        b"",
        b"hello",
        b"%PDF-1.7",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        bank.good.json[:-9],
    ):
        says(bring(page, unread), "Cannot be read")
    assert guest.complaints == []


def test_hostile_svg_does_nothing(guest: Visitor, bank: Verifying) -> None:
    page = guest.open(PAGE)
    svg = bank.files["badge.svg"]
    says(bring(page, svg.replace(b"<title>", b"<script>document.title = 'x'</script><title>")), "Valid")
    assert "Verify" in page.title()
    assert guest.complaints == []  # later, a browser complains of the style of its own report on broken XML
    laughs = b"<!DOCTYPE svg [<!ENTITY a 'a'>]>" + svg[svg.index(b"<svg") :]
    for wrong in (laughs, svg[:-9], svg.replace(b"</svg>", b"<openbadges:credential verify='a'/></svg>")):
        says(bring(page, wrong), "Cannot be read")


def test_without_the_list_the_status_is_unknown(guest: Visitor, bank: Verifying) -> None:
    guest.page.route(f"**/{LIST_JWT}*", lambda route: route.abort())
    page = guest.open(PAGE)
    result = bring(page, bank.good.json)
    says(result, "Status unknown")
    expect(result).to_contain_text(NAME)
    says(bring(page, minted(bank.issuer, index=GONE).json), "Revoked")
    page.unroute(f"**/{LIST_JWT}*")
    fresh = with_revoked(bank.issuer, KEYS, GONE, 4711).status.token
    page.route(f"**/{LIST_JWT}*", lambda route: route.fulfill(body=fresh))
    says(bring(page, bank.good.jwt), "Revoked")


def test_code_of_a_certificate_opens_the_page_with_the_verdict(guest: Visitor, bank: Verifying) -> None:
    page = guest.open(f"{PAGE}#{packed(bank.good.jwt)}")
    says(page.locator(".cw-verified"), "Valid")
    expect(page.locator(".cw-verified")).to_be_focused()
    page.evaluate(f"location.hash = {bank.good.credential.id!r}")
    says(page.locator(".cw-verified"), "Only a number")


def test_picture_of_the_code_is_read(guest: Visitor, bank: Verifying) -> None:
    page = guest.open(PAGE)
    address = verify_code(bank.good, bank.issuer)
    assert "#Z" in address
    says(bring(page, code_picture(address)), "Valid")
    says(bring(page, code_picture("https://elsewhere.example/")), "Cannot be read")
    says(bring(page, code_picture(f"{SITE}verify/#{bank.good.credential.id}")), "Only a number")
    assert guest.complaints == []


def test_code_before_the_camera_is_read(chromium: Browser, bank: Verifying, tmp_path: Path) -> None:
    film = tmp_path / "film.y4m"
    film.write_bytes(code_film(verify_code(bank.good, bank.issuer)))
    pretend = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
    arguments = ["--no-sandbox", *pretend, f"--use-file-for-fake-video-capture={film}"]
    own = chromium.browser_type.launch(executable_path=chromium_here(), args=arguments)
    guest = Visitor(own, bank.origin, permissions=["camera"])
    page = guest.open(PAGE)
    page.get_by_role("button", name="Scan the QR code").click()
    says(page.locator(".cw-verified"), "Valid")
    expect(page.locator("cw-verify video")).to_be_hidden()
    assert guest.complaints == []
    own.close()


def test_camera_that_is_denied_is_no_end(guest: Visitor, bank: Verifying) -> None:
    page = guest.open(PAGE)
    page.get_by_role("button", name="Scan the QR code").click()
    expect(page.locator(".cw-camera")).to_contain_text("Scan the code with the phone instead")
    says(bring(page, bank.good.jwt), "Valid")


def test_over_plain_http_it_says_the_same(guest: Visitor, bank: Verifying) -> None:
    guest.page.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })")
    page = guest.open(PAGE)
    assert page.evaluate("crypto.subtle") is None
    for content in (bank.good.jwt, bank.good.json):
        says(bring(page, content), "Valid")
    says(bring(page, tampered(bank.good.json, name="x")), "Altered")
    assert guest.complaints == []


def test_by_keyboard_alone(guest: Visitor, bank: Verifying) -> None:
    page = guest.open(PAGE)
    field = page.get_by_label("Or paste its text")
    field.focus()
    field.fill(re.sub(r"(.{60})", r"\1\n", bank.good.jwt))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    result = page.locator(".cw-verified")
    says(result, "Valid")
    expect(result).to_be_focused()
    page.keyboard.press("Tab")
    expect(result.get_by_role("link")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(result).to_be_hidden()
    expect(page.get_by_role("button", name="Choose a file")).to_be_focused()


def test_dropped_file_is_read(guest: Visitor, bank: Verifying) -> None:
    page = guest.open(PAGE)
    page.evaluate(
        """(text) => {
          const carried = new DataTransfer();
          carried.items.add(new File([text], "a.jwt"));
          const init = { dataTransfer: carried, bubbles: true, cancelable: true };
          document.querySelector(".cw-drop").dispatchEvent(new DragEvent("drop", init));
        }""",
        bank.good.jwt,
    )
    says(page.locator(".cw-verified"), "Valid")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [{}, ON_A_PHONE], ids=["desk", "phone"])
def test_fits_and_can_be_used_by_everyone(
    visiting: Visiting, bank: Verifying, size: dict[str, object], scheme: str
) -> None:
    page = visiting(bank.origin, **{**size, "color_scheme": scheme}).open(PAGE)
    assert broken_rules(page) == []
    bring(page, bank.good.json)
    assert broken_rules(page) == []
    assert too_wide(page) == []
    bring(page, tampered(bank.good.json, name="x"))
    assert broken_rules(page) == []


def test_paper_has_the_verdict_and_not_the_form(guest: Visitor, bank: Verifying) -> None:
    page = guest.open(PAGE)
    result = bring(page, bank.good.json)
    page.emulate_media(media="print")
    expect(result).to_be_visible()
    expect(page.locator(".cw-intake")).to_be_hidden()
    expect(result.get_by_role("button", name="Print")).to_be_hidden()


def test_course_without_an_issuer_has_no_such_page(tmp_path: Path) -> None:
    tree = compiled(tmp_path, {ISSUER: None})
    assert "docs/verify/index.md" not in tree.pages
    assert "verify/" not in str(tree.pages["mkdocs.yml"])
