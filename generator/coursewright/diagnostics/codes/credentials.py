"""CW17: who issues credentials."""

from ...words import marked as _
from .rule import Rule, error

_WRITTEN = _("“coursewright issuer” writes this file: bring it back from a backup")

RULES: dict[str, Rule] = {
    "CW1701": error(_("this key ends before it begins, at {since}"), _WRITTEN),
    "CW1702": error(_("“{found}” is no moment that the calendar has"), _WRITTEN),
    "CW1703": error(
        _("this is no public key of its curve"),
        _("P-256 has “kty: EC”, x and y; Ed25519 has “kty: OKP” and x alone"),
        _WRITTEN,
    ),
    "CW1704": error(_("the key “{id}” is there twice"), _WRITTEN),
}
