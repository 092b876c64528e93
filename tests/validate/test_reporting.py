"""Where statements may go: every address is looked at, and none has a place for a password."""

from pathlib import Path

import pytest

from reporting import BY_ACCOUNT, XAPI, reporting
from trees import COURSE, brief, problems_of, report

C = "content/course.yml"


def problems(root: Path, block: str) -> list[str]:
    return brief(problems_of(root, {C: COURSE[C] + block}))


def test_course_that_tells_by_account_or_by_launch_has_no_problem(tmp_path: Path) -> None:
    by_launch = f"{XAPI}  launch: [https://lms.example/lrs/, http://10.1.2.3:8080/lrs/]\n"

    assert problems(tmp_path / "account", BY_ACCOUNT) == []
    assert problems(tmp_path / "launch", by_launch) == []
    assert brief(problems_of(tmp_path / "whole", reporting())) == []


def test_endpoint_needs_to_know_whose_the_accounts_are(tmp_path: Path) -> None:
    text = report(tmp_path, {C: COURSE[C] + XAPI + "  endpoint: /xapi/\n"})

    assert "error[CW0201]: “home_page” is missing" in text
    assert "Address of the system that the learners' accounts belong to" in text


@pytest.mark.parametrize(
    "address",
    [
        "https://user:secret@lrs.example/xapi/",
        "https://lrs.example/xapi/?key=secret",
        "https://lrs.example/#a",
        "//lrs.example/xapi/",
        "ftp://lrs.example/",
        "lrs.example/xapi",
        "https://lrs.example/a b",
    ],
)
def test_what_is_no_address_or_has_a_secret_is_refused(address: str, tmp_path: Path) -> None:
    block = f"{XAPI}  endpoint: '{address}'\n  home_page: https://hr.example\n"

    assert problems(tmp_path, block) == [f"CW0213 {C}:11:13"]


@pytest.mark.parametrize("address", ["/xapi/statements", "/xapi/statements/", "https://a.example/statements"])
def test_an_address_of_statements_is_not_the_store_s(address: str, tmp_path: Path) -> None:
    block = f"{XAPI}  endpoint: {address}\n  home_page: https://hr.example\n"
    text = report(tmp_path, {C: COURSE[C] + block})

    assert "error[CW0632]" in text
    assert f"write {address.partition('statements')[0]}, and" in text


@pytest.mark.parametrize(
    ("address", "is_open"),
    [
        ("http://lrs.example.com/", True),
        ("http://8.8.8.8/", True),
        ("https://lrs.example.com/", False),
        ("http://lrs/", False),
        ("http://localhost:8100/", False),
        ("http://lrs.bank.intranet/", False),
        ("http://192.168.1.9:8080/xapi", False),
        ("http://[fd00::1]/", False),
    ],
)
def test_what_goes_unencrypted_beyond_the_own_network_is_warned_of(
    address: str, is_open: bool, tmp_path: Path
) -> None:
    block = f"{XAPI}  launch: ['{address}']\n"

    assert problems(tmp_path, block) == ([f"CW0631 {C}:11:12"] if is_open else [])


def test_key_that_is_almost_one_is_named(tmp_path: Path) -> None:
    assert "did you mean “endpoint”?" in report(tmp_path, {C: COURSE[C] + XAPI + "  endpiont: /xapi/\n"})
