"""The law of every format: what is written comes back, but for what the format has no place for."""

from typing import Any

from exchanging import Write, came_back, is_seen, parcel, said

from coursewright.model.gap import BLANKS
from coursewright.model.items.bank import Bank
from coursewright.model.items.case import CaseItem
from trees import ENGLISH


def sound(data: dict[str, Any]) -> Bank:
    """The items of a drawn bank in which nothing is wrong, with a gap for every blank."""
    for item in data["items"]:
        for each in item.get("items", [item]):
            if each["type"] == "fill-in":
                gaps = len(BLANKS.findall(each["stem"]))
                each["stem"] += "".join(f" {at} ___" for at in range(gaps, len(each["blanks"])))
    bank = Bank.model_validate(data).completed()
    return bank.model_copy(update={"items": tuple(item for item in bank.items if _is_sound(item))})


def _is_sound(item: Any) -> bool:
    asked = item.items if isinstance(item, CaseItem) else [item]
    faults = [fault for fault in item.faults() if fault.code != "CW0424"]
    return not faults and all(map(is_seen, asked))


def comes_back(
    data: dict[str, Any], write: Write, name: str, lost: dict[str, set[str]], told: tuple[str, ...] = ()
) -> None:
    """`lost` has, by the key that tells a shape, the keys of what its items come back without.

    An item of which the ledger notes a loss of those that are `told` may come back without more.
    """
    sent = write(parcel(sound(data)), ENGLISH)
    left = {id for ids in sent.ledger.left.values() for id in ids}
    before = [each.item for each in parcel(sound(data)).posed if each.id not in left]
    after = came_back(name, sent.content) if before else []
    assert len(before) == len(after) == sent.count
    noted = {id for what in told for id in sent.ledger.lost.get(what, ())}
    for one, other in zip(before, after, strict=True):
        if one.id in noted:
            continue
        shape = next(key for key in ("options", "steps", "things", "gaps", "criteria") if key in said(one))
        without = lost.get(shape, set())
        first, second = (_projected(item, without) for item in (one, other))
        assert first == second, (first, second, sent.content.decode(errors="replace"))
        assert (one.id, one.objective, one.level) == (other.id, other.objective, other.level)
        if shape == "things":
            assert type(one) is type(other)


def _projected(item: Any, without: set[str]) -> dict[str, Any]:
    found = said(item, reasons="reasons" not in without)
    return {key: value for key, value in found.items() if key not in without}
