"""Credentials without a course: an issuer, its keys, and what it issued, all fixed but for signatures."""

from functools import cache

from coursewright.credentials.award import Award, Competency, Examination, Issued, issued
from coursewright.credentials.badge import badge_png, badge_svg
from coursewright.credentials.baking import baked_png, baked_svg
from coursewright.credentials.certificate import Certificate, certificate_pdf
from coursewright.credentials.identity import did_key_method, did_of, did_web
from coursewright.credentials.key_files import SigningKeys, new_keys
from coursewright.credentials.status import status_list
from coursewright.model.issuer import Issuer, IssuerKey, StatusList
from coursewright.styles.tokens import light_tokens

SITE = "https://garden.example/"
NAME = "花园·学校®"
INDEX = 4711
BEGAN, MADE, ISSUED, TODAY, ENDS, AFTER = (
    f"{day}T00:00:00Z" for day in "2026-01-01 2026-11-01 2026-11-28 2026-12-01 2028-11-28 2029-01-01".split()
)
COLOURS = light_tokens({})

EXAM = Examination(
    session="spring",
    exam="spade",
    title="锹具资格“考试”",
    summary="会用锹的人。",
    course="园艺",
    framework="能力框架",
    cut=60,
    language="zh-CN",
    page="quizzes/exams/spade/",
    commitment="a" * 64,
    journal="b" * 64,
    competencies=[
        Competency("dig", "挖土", "competencies/#dig"),
        Competency("sow", "播种", "competencies/#sow"),
    ],
)
AWARD = Award(
    id="11111111-1111-4111-8111-111111111111",
    subject="22222222-2222-4222-8222-222222222222",
    index=INDEX,
    number="00017",
    name="欧阳“𠮷”·䶮®",
    told="hashed",
    salt="c" * 32,
    since=ISSUED,
    until=ENDS,
)


@cache
def keys() -> SigningKeys:
    return new_keys()


def issuer(
    own: SigningKeys | None = None,
    *,
    name: str = NAME,
    site: str = SITE,
    web: bool = True,
    revoked: tuple[int, ...] = (),
) -> Issuer:
    own = own or keys()
    did = did_web(site)
    public = tuple(
        IssuerKey(
            id=f"{did}#{fragment}" if web else did_key_method(own.public[curve]),
            jwk=own.public[curve],
            since=BEGAN,
        )
        for fragment, curve in (("es256-1", "P-256"), ("ed25519-1", "Ed25519"))
    )
    empty = StatusList(document="-", token="-")
    made = Issuer(name=name, did=did if web else did_of(public[1]), site=site, keys=public, status=empty)
    return made.model_copy(update={"status": status_list(made, own, revoked, MADE)})


def made(
    award: Award = AWARD, exam: Examination = EXAM, by: Issuer | None = None, own: SigningKeys | None = None
) -> Issued:
    return issued(award, exam, by or issuer(own), own or keys())


def every_file(one: Issued, by: Issuer) -> dict[str, bytes]:
    """By kind, as `credential issue` writes them."""
    svg = badge_svg(one.credential, COLOURS)
    return {
        "JWT": one.jwt.encode(),
        "JSON": one.json,
        "PDF": certificate_pdf(Certificate(one, by, "zh-CN", COLOURS)),
        "PNG": baked_png(badge_png(svg, one.credential), one.jwt),
        "SVG": baked_svg(svg, one.jwt),
    }


def with_until(by: Issuer, until: str) -> Issuer:
    """All its keys ended."""
    return by.model_copy(update={"keys": tuple(key.model_copy(update={"until": until}) for key in by.keys)})
