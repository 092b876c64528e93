"""What the page in the browser is held to is what this program says of the same files."""

import json
from typing import Any

import pytest

from cases import FILE
from coursewright.credentials.canonical import canonical
from coursewright.credentials.verification import verified
from coursewright.model.issuer import Issuer

KEPT: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
GOOD = {"valid", "expired", "early", "revoked", "unknown"}


@pytest.mark.parametrize("case", KEPT["cases"], ids=lambda case: case["name"])
def test_verdicts_are_those_that_are_kept(case: dict[str, str]) -> None:
    issuer = Issuer.model_validate_json(json.dumps(KEPT["issuers"][case["issuer"]]))
    found = verified(case["file"].encode(), issuer, case["now"])

    assert found.verdict == case["verdict"]
    assert (found.credential is not None) == (found.verdict in GOOD)


def test_statements_are_those_that_are_kept() -> None:
    for each in KEPT["statements"]:
        assert canonical(each["document"]).decode() == each["says"]
