"""One legal preset: a line of `presets.jsonl`, read into types."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from civic.core.share import Share
from civic.decide.rules.kinds import Base, Counter
from civic.decide.rules.terms import Shares


@dataclass(frozen=True)
class Preset:
    """What the law says of one kind of decision. None: the law is silent. Days are whole days."""

    id: str
    subject: str
    unit: str | None
    counters: tuple[Counter, ...]
    quorum: Shares
    quorum_base: Base
    approval: Shares
    approval_base: Base
    any_is_enough: bool
    notice_days: int | None
    publish_within_days: int | None
    publish_for_days: int | None
    publish_for_workdays: int | None
    secret: bool | str | None
    proxy_cap: int | None
    proxy_text: str | None
    party_study: bool
    source: str
    evidence: str
    note: str
    used: str | None

    @property
    def by_vote(self) -> bool:
        """Whether it has a pass mark at all; a poll or an appraisal has none."""
        return bool(self.approval)

    @property
    def of_owners(self) -> bool:
        """Whether owners decide, about shared property (Civil Code, arts 278-279)."""
        return self.id.startswith(("OWN_", "OC_", "PMC_"))


def preset_from(row: Mapping[str, Any], used: str | None = None) -> Preset:
    """The preset of one row whose inheritance is resolved; ValueError for an unknown word in it."""
    proxy = row.get("proxy")
    return Preset(
        id=row["id"],
        subject=row["for"],
        unit=row.get("unit"),
        counters=tuple(Counter(c) for c in row.get("w", ())),
        quorum=_shares(row.get("q", {})),
        quorum_base=Base(row.get("qbase", "all")),
        approval=_shares(row.get("p", {})),
        approval_base=Base(row.get("pbase", "participating")),
        any_is_enough=row.get("need") == "any",
        notice_days=row.get("notice_d"),
        publish_within_days=row.get("publish_within_d"),
        publish_for_days=row.get("publish_for_d"),
        publish_for_workdays=row.get("publish_for_workdays"),
        secret=row.get("secret"),
        proxy_cap=proxy if isinstance(proxy, int) else None,
        proxy_text=proxy if isinstance(proxy, str) else None,
        party_study=row.get("gate") == "party_study",
        source=row["src"],
        evidence=row["ev"],
        note=row.get("note", ""),
        used=used,
    )


def _shares(given: Mapping[str, str]) -> Shares:
    return tuple((Counter(counter), Share.parse(text)) for counter, text in given.items())
