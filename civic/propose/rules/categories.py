"""What a community promises for each category: within how many days, by whom, whether it is a danger.

The fourteen are given (domain §1, no. 2: five named by the seed, nine proposed); each community changes names,
order, days and hands, and adds its own. An issue copies its days when it is raised: a change touches no older one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from civic.core.message import Message, say
from civic.core.verdict import YES, Verdict, no
from civic.permissions import Standing
from civic.propose.rules.matters import CATEGORIES

ANSWER_DAYS = 5
"""Working days for the first answer to whoever raised an issue."""
WHOLE_DAYS = 30
"""Working days for the whole matter, from the sentence to the verdict."""
DANGER_DAYS = 1
"""Working days for the first answer where people are in danger, whatever the category (domain §3.1, 接诉即办)."""
MOST_ANSWER, MOST_WHOLE = 15, 120
"""No community may promise less than this (hard cases are answered within 15 days, domain §3.1)."""
MOST = 30
"""Categories a community may have: more than that nobody chooses from on a phone."""

HANDS = (
    Standing.COMMITTEE,
    Standing.GRID_WORKER,
    Standing.BUILDING_HEAD,
    Standing.OWNERS_COMMITTEE,
    Standing.PROPERTY_FIRM,
)
"""Into whose hands a matter may come first; the committee answers for it all the same."""


@dataclass(frozen=True)
class Category:
    """One kind of matter and what is promised for it; days are working days."""

    code: str
    name: Message | str
    """The given words in both languages, or what the community calls it."""
    answer_days: int = ANSWER_DAYS
    whole_days: int = WHOLE_DAYS
    owner: Standing = Standing.COMMITTEE
    danger: bool = False
    """Whether everything of this kind is treated as a danger."""
    closed: bool = False
    """Whether nothing new is raised under it; what was stays."""

    @property
    def own_name(self) -> str:
        """What the community calls it; nothing where the given words stand."""
        return self.name if isinstance(self.name, str) else ""


GIVEN: Mapping[str, Category] = {
    code: Category(code, name, owner=Standing.PROPERTY_FIRM if code == "repairs" else Standing.COMMITTEE)
    for code, name in CATEGORIES.items()
}

Stored = Sequence[Mapping[str, Any]]


def categories_of(stored: Stored | None) -> dict[str, Category]:
    """By code, in the community's order; the given ones where it has changed nothing."""
    return dict(GIVEN) if stored is None else {each["code"]: _read(each) for each in stored}


def _read(each: Mapping[str, Any]) -> Category:
    code = each["code"]
    return Category(
        code=code,
        name=each["name"] or CATEGORIES.get(code, code),
        answer_days=each["answer_days"],
        whole_days=each["whole_days"],
        owner=Standing(each["owner"]),
        danger=each["danger"],
        closed=each["closed"],
    )


def stored_from(categories: Iterable[Category]) -> list[dict[str, Any]]:
    """As the community keeps them, in this order."""
    return [
        {
            "code": each.code, "name": each.own_name, "answer_days": each.answer_days,
            "whole_days": each.whole_days, "owner": each.owner.value, "danger": each.danger, "closed": each.closed,
        }
        for each in categories
    ]  # fmt: skip


def may_set(known: Mapping[str, Category], new: Category) -> Verdict:
    """Days within bounds, the answer before the end, a name of its own, and one category left to choose."""
    if not 1 <= new.answer_days <= MOST_ANSWER:
        return no(say("The first answer takes 1 to %(n)s working days.", n=MOST_ANSWER))
    if not new.answer_days <= new.whole_days <= MOST_WHOLE:
        return no(
            say("The whole matter takes no less than its first answer, and at most %(n)s working days.", n=MOST_WHOLE)
        )  # fmt: skip
    if new.owner not in HANDS:
        return no(say("Please choose one of the answers."))
    others = [each for each in known.values() if each.code != new.code]
    if new.own_name and new.own_name in {each.own_name for each in others}:
        return no(say("There is a category of this name already."))
    if new.code not in known and len(known) >= MOST:
        return no(say("There are %(n)s categories already. Please close one instead.", n=MOST))
    if new.closed and all(each.closed for each in others):
        return no(say("One category must stay open, or nobody could raise anything."))
    return YES


def placed(known: Mapping[str, Category], new: Category, position: int) -> list[Category]:
    """All of them with the new one at that place, 1 for the first; out of range is the nearest end."""
    others = [each for each in known.values() if each.code != new.code]
    at = min(max(position, 1), len(others) + 1) - 1
    return [*others[:at], new, *others[at:]]


def next_code(known: Iterable[str]) -> str:
    """The code of a category that the community adds: own1, own2 …"""
    taken = set(known)
    return next(code for n in range(1, MOST + 2) if (code := f"own{n}") not in taken)


def answer_days(category: Category, *, danger: bool) -> int:
    """Within how many working days the first answer is due."""
    return min(DANGER_DAYS, category.answer_days) if danger or category.danger else category.answer_days
