"""A published session without its pages, and responses to it as a browser would seal them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sessions import session

from coursewright.exams.sealing import admission, jwe
from coursewright.exams.sealing.admission import Admission, Admitted, admissions
from coursewright.exams.sealing.package import Package, Terms, as_bytes, digest_of, package_of
from coursewright.exams.sealing.publishing import CODES_FILE, KEY_FILE, SITE
from coursewright.exams.seating import seated
from coursewright.exams.session import as_json
from coursewright.exams.shelf import WEB, digests, shelve
from coursewright.exams.store import Kept, add, get
from coursewright.model.candidate import Candidate
from trees import ENGLISH

PEOPLE = (
    Candidate("张三·Ann", "1001", room="1", seat="1"),
    Candidate("Ben", "1002", room="1", seat="2", extra=15),
    Candidate("Cleo", "1003", room="2", seat="1"),
)
OPENS = "2026-03-01T08:30:00Z"
CLOSES = "2026-03-01T10:00:00Z"
SITTING = "0c6b0a35-7f0f-4a3e-9d0c-0d5a1f6f4b11"
OTHER_SITTING = "7d1b7d52-0f1e-4a6a-8e55-3b3f0c5d7a22"


@dataclass(frozen=True)
class Exam:
    kept: Kept
    admissions: list[Admission]
    package: Package
    private: Mapping[str, Any]

    def admission(self, number: str) -> Admission:
        return next(
            each for each in self.admissions if number in {admitted.number for admitted in each.admitted}
        )

    def admitted(self, number: str) -> Admitted:
        return next(each for each in self.admission(number).admitted if each.number == number)

    def said(self, number: str = "1001", **changes: Any) -> dict[str, Any]:
        """What a browser would seal of a candidate, with `changes` laid over it."""
        admitted = self.admitted(number)
        return {
            "format": 1,
            "session": self.package["session"],
            "exam": self.package["exam"],
            "commitment": self.package["commitment"],
            "package": digest_of(self.package),
            "form": admitted.form,
            "ticket": self.admission(number).code.ticket,
            "proof": self.admission(number).proof_of(number),
            "candidate": {"number": admitted.number, "name": admitted.name},
            "sitting": SITTING,
            "save": 7,
            "final": True,
            "began": "2026-03-01T09:00:00.000Z",
            "saved": "2026-03-01T09:20:00.000Z",
            "submitted": "2026-03-01T09:20:01.000Z",
            "minutes": self.package["minutes"],
            "extra": admitted.extra,
            "answers": {"q1": ["e1"]},
            "seconds": {"q1": 12.5},
            "flags": [],
            "events": [],
            "seb": None,
            **changes,
        }

    def sealed(self, number: str = "1001", **changes: Any) -> str:
        return self.text(self.said(number, **changes))

    def text(self, said: Any) -> str:
        return f"CWR1.{jwe.seal_for(json.dumps(said, ensure_ascii=False).encode(), self.package['key'])}"


def exam(root: Path) -> Exam:
    session(root)
    return publish(root)


def publish(
    root: Path,
    sharing: Literal["candidate", "room"] = "candidate",
    people: Sequence[Candidate] = PEOPLE,
    spare: int = 1,
) -> Exam:
    kept = get(root, "spring")
    forms = [form.code for form in kept.session.forms]
    rooms = seated(people, forms) if people else []
    given = admissions(rooms, sharing, spare, forms, ENGLISH)
    private = jwe.new_session_key()
    package = package_of(kept, given, private, ENGLISH, Terms(OPENS, CLOSES))
    files = {
        KEY_FILE: as_json(private),
        CODES_FILE: as_json(admission.kept(given)),
        f"{SITE}/sealed.json": as_bytes(package),
    }
    shelve(kept.folder, WEB, files)
    about = {"what": WEB, "files": digests(WEB, files)}
    at = kept.entries[-1].at
    kept = add(kept, {"at": at, "by": "Ann", "did": "sealed", "version": "1", "about": about})
    return Exam(kept, given, package, private)
