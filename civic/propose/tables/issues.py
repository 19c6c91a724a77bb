"""Issues, what was handed in about them, who endorsed them, and drafts not yet sent."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.core.phase import one_of_sql
from civic.propose.rules import OVER, STATUS, Nature, Phase
from civic.propose.rules.clock import Term
from civic.propose.rules.ladder import Level
from civic.propose.rules.private import is_private
from civic.store.base import Base, Json, community_key, key

_WORDS = " ".join(f"WHEN '{phase.value}' THEN '{word}'" for phase, word in STATUS.items())
STATUS_SQL = f"CASE phase {_WORDS} END"
_WAITING = ", ".join(f"'{phase.value}'" for phase, word in STATUS.items() if word == "waiting")
_OVER = ", ".join(f"'{phase.value}'" for phase, word in STATUS.items() if word in OVER)
PROMISED_SQL = (
    f"CASE WHEN phase IN ({_WAITING}) THEN answer_due_on WHEN phase IN ({_OVER}) THEN NULL "
    "ELSE coalesce(due_on, '9999-12-31') END"
)
"""As `rules.due_of`; the last of all days where nothing is promised yet, so that it sorts behind."""


class Issue(Base):
    """A matter raised: the thing that travels the road."""

    __tablename__ = "issue"
    __table_args__ = (
        UniqueConstraint("community_id", "year", "number"),
        UniqueConstraint("community_id", "reference"),
        CheckConstraint(one_of_sql("phase", Phase), name="phase"),
        CheckConstraint(f"nature IS NULL OR {one_of_sql('nature', Nature)}", name="nature"),
        CheckConstraint("phase <> 'merged' OR merged_into_id IS NOT NULL", name="merged"),
        CheckConstraint("phase = 'submitted' OR settled_at IS NOT NULL", name="settled"),
        Index("ix_issue_list", "community_id", "id"),
        # The list: one status or all of them, newest first; with the category so that counting stays in the index.
        Index("ix_issue_status", "community_id", "status", "id", "category"),
        Index("ix_issue_category", "community_id", "category", "id"),
        Index("ix_issue_phase", "community_id", "phase", "id"),
        # The board: late ones first in each column and over all, lately closed ones.
        Index("ix_issue_promised", "community_id", "status", "promised_on"),
        Index("ix_issue_late", "community_id", "promised_on"),
        Index("ix_issue_moved", "community_id", "status", "moved_at"),
        Index("ix_issue_note", "community_id", "note_on"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    year: Mapped[int]
    number: Mapped[int]
    reference: Mapped[str]
    code: Mapped[str] = mapped_column(unique=True)
    """Short address for paper: /i/CODE."""
    title: Mapped[str]
    facts: Mapped[str]
    wish: Mapped[str]
    category: Mapped[str]
    building_id: Mapped[int | None] = mapped_column(ForeignKey("building.id"))
    entrance: Mapped[int | None]
    floor: Mapped[int | None]
    common_part: Mapped[str] = mapped_column(default="")
    """Which shared part it is about, one of `rules.COMMON_PARTS`; empty where none was named."""
    affects: Mapped[str] = mapped_column(default="")
    """Who is affected, as the raiser sees it, one of `rules.AFFECTS`; empty where nothing was said."""
    hide_building: Mapped[bool] = mapped_column(default=False)
    """Whether the public is shown no building, neither the raiser's nor the matter's (`propose.sight`)."""
    danger: Mapped[bool] = mapped_column(default=False)
    raiser_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    channel: Mapped[str] = mapped_column(default="online")
    collector_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    received_on: Mapped[date | None]
    """When the paper was handed in, where that was before it was entered; every clock runs from `raised_at`."""
    raised_at: Mapped[datetime]
    answer_due_on: Mapped[date]
    phase: Mapped[str] = mapped_column(default=Phase.SUBMITTED.value)
    status: Mapped[str] = mapped_column(Computed(STATUS_SQL, persisted=True))
    """The word a resident reads; the database derives it from the phase."""
    nature: Mapped[str | None]
    findings: Mapped[str] = mapped_column(default="")
    background: Mapped[str] = mapped_column(default="")
    scope: Mapped[str] = mapped_column(default="")
    """What the topic is about and what lies outside it, written when it is accepted."""
    invited: Mapped[dict[str, Any] | None] = mapped_column(Json)
    """Who takes part in its discussion, and how (`rules.invitation`); None: everybody, in every way."""
    speak_until_on: Mapped[date | None]
    """The last day to speak, as it was accepted; None: as long as it is posted. `Topic` keeps where it was moved to."""
    reason: Mapped[str] = mapped_column(default="")
    """Why it was declined, merged, routed or handled; public."""
    public_because: Mapped[str] = mapped_column(default="")
    """Why the committee made public what was raised as a private matter; public."""
    receiver: Mapped[str] = mapped_column(default="")
    receipt: Mapped[str] = mapped_column(default="")
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("issue.id"))
    settled_at: Mapped[datetime | None]
    """When Propose last moved it: verified, accepted, declined, merged, routed, handled."""
    moved_at: Mapped[datetime]
    """When it last moved on the road, whoever moved it."""
    due_on: Mapped[date | None]
    """The day by which the step in hand is promised; lateness is computed from it."""
    whole_due_on: Mapped[date | None]
    """The day by which the whole matter is promised; None for what was raised before that was asked."""
    owner: Mapped[str] = mapped_column(default="committee")
    """Into whose hands it came first (a standing); the committee answers for it all the same."""
    answer_noted: Mapped[int] = mapped_column(default=0)
    whole_noted: Mapped[int] = mapped_column(default=0)
    """How far lateness is written down: 0, 1 past the day, 3 past three times the limit."""
    note_on: Mapped[date | None]
    """The last day before something becomes late that is not written down yet."""
    dates_moved: Mapped[int] = mapped_column(default=0)
    """How often one of its dates was put off or stood still: 0 spares the page a question."""
    promised_on: Mapped[date | None] = mapped_column(Computed(PROMISED_SQL, persisted=True))
    """What the board sorts by and counts lateness from; derived by the database."""
    petitions: Mapped[int] = mapped_column(default=0)
    """How many were ever begun on it: 0 spares the page a question."""
    petitioned_until_on: Mapped[date | None]
    """While a petition runs, the last day on which it may still be decided; the matter waits for it here."""
    endorsements: Mapped[int] = mapped_column(default=0)
    """Who stands behind it now; of a merged issue, who did when it was merged."""
    additions: Mapped[int] = mapped_column(default=0)
    """How many brought along what they had typed: 0 spares the page a question."""
    level: Mapped[str] = mapped_column(default=Level.COMMUNITY.value)
    """The step of the ladder at which it is: building, community, subdistrict, department."""
    hand_ups: Mapped[int] = mapped_column(default=0)
    """How often it was handed on: 0 spares the page a question."""
    object_until_on: Mapped[date | None]
    """The last day for an objection to its decline; None when never declined, or before that was asked."""
    mediation: Mapped[str] = mapped_column(default="")
    """What everybody reads of its mediation: open, settled, not_settled; empty where there was none."""
    told_at: Mapped[datetime | None]
    """When its raiser said that they read what became of it, or its collector that the raiser was told."""

    @property
    def private(self) -> bool:
        """Whether what is said about it is for those concerned alone."""
        return is_private(self.nature)


class Handover(Base):
    """One sentence handed in about an issue: slips, calls and visits that were merged into it."""

    __tablename__ = "handover"
    __table_args__ = (Index("ix_handover_issue", "issue_id", "id"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"))
    channel: Mapped[str]
    household: Mapped[str]
    text: Mapped[str]
    received_on: Mapped[date]
    collector_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class Endorsement(Base):
    """One person stands behind an issue, once."""

    __tablename__ = "endorsement"
    __table_args__ = (UniqueConstraint("issue_id", "person_id"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    """When it was taken back; endorsing again clears it."""


class Wait(Base):
    """The clock of an issue stands while a named party is waited for."""

    __tablename__ = "wait"

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)
    party: Mapped[str]
    reason: Mapped[str]
    began_on: Mapped[date]
    until_on: Mapped[date]
    """Its last day; without an answer the clock runs again by itself."""
    ended_on: Mapped[date | None]
    """When the answer came, if it came earlier."""
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class MovedDate(Base):
    """A date of an issue that was moved: the old one stays."""

    __tablename__ = "moved_date"
    __table_args__ = (CheckConstraint(one_of_sql("term", Term), name="term"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)
    term: Mapped[str]
    was_on: Mapped[date]
    now_on: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")
    """Why it was put off; empty where the clock stood."""
    wait_id: Mapped[int | None] = mapped_column(ForeignKey("wait.id"))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
