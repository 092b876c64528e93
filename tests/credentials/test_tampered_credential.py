"""Every object, list and value of a credential and of the status list, altered, retyped and removed.

Whatever a picture or a PDF carries is a credential as well, changed there and baked anew.
"""

import json
from dataclasses import replace
from typing import Any

import pytest
from credentials_made import COLOURS, TODAY, every_file, issuer, made

from altering import alterations
from coursewright.credentials.badge import badge_png, badge_svg
from coursewright.credentials.baking import baked_png, baked_svg
from coursewright.credentials.encoding import base64url, from_base64url
from coursewright.credentials.verification import verified
from coursewright.model.issuer import StatusList

OWN = issuer()
ONE = made(by=OWN)
SVG = badge_svg(ONE.credential, COLOURS)
PNG = badge_png(SVG, ONE.credential)
HEADER, PAYLOAD, SIGNATURE = ONE.jwt.split(".")
NO_CLAIM = {"unreadable", "altered", "forged", "stranger", "impostor"}
"""What is said of a file of which nothing is believed."""


def decoded(part: str) -> Any:
    return json.loads(from_base64url(part))


def encoded(data: Any) -> str:
    return base64url(json.dumps(data, ensure_ascii=False).encode())


def believed(*contents: bytes) -> list[str]:
    found = [verified(content, OWN, TODAY) for content in contents]
    return [finding.verdict for finding in found if finding.verdict not in NO_CLAIM or finding.credential]


def test_of_the_json_nothing_can_be_changed() -> None:
    bad = {
        str(each): said
        for each in alterations(json.loads(ONE.json))
        if (said := believed(json.dumps(each.data, ensure_ascii=False).encode()))
    }
    assert bad == {}


@pytest.mark.parametrize("part", ["header", "payload"])
def test_of_the_jwt_nothing_can_be_changed_in_any_picture(part: str) -> None:
    bad = {}
    for each in alterations(decoded(HEADER if part == "header" else PAYLOAD)):
        own = encoded(each.data)
        token = f"{own}.{PAYLOAD}.{SIGNATURE}" if part == "header" else f"{HEADER}.{own}.{SIGNATURE}"
        if said := believed(token.encode(), baked_svg(SVG, token), baked_png(PNG, token)):
            bad[str(each)] = said
    assert bad == {}


@pytest.mark.parametrize("name", ["name", "validUntil", "credentialSubject", "credentialStatus", "proof"])
def test_of_what_a_pdf_has_attached_nothing_can_be_changed(name: str) -> None:
    document = json.loads(ONE.json)
    altered = next(each.data for each in alterations(document) if each.path == (name,))
    attached = replace(ONE, json=json.dumps(altered, ensure_ascii=False).encode())
    assert believed(every_file(attached, OWN)["PDF"]) == []


def test_of_the_status_list_nothing_can_be_changed() -> None:
    """Then it says nothing, and the status is unknown; it never gives back what was revoked."""
    bad = []
    for each in alterations(json.loads(OWN.status.document)):
        status = StatusList(document=json.dumps(each.data), token=OWN.status.token)
        finding = verified(ONE.json, OWN.model_copy(update={"status": status}), TODAY)
        if finding.verdict != "unknown":
            bad.append(str(each))
    assert bad == []
