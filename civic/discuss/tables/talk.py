"""Topics, contributions and what becomes of them, parlour minutes, study records, outcomes."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.store.base import Base, community_key, key


class Topic(Base):
    """An issue accepted for discussion, posted for its days."""

    __tablename__ = "topic"

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), unique=True)
    opened_at: Mapped[datetime]
    posted_until_on: Mapped[date]
    speak_until_on: Mapped[date | None]
    """The last day to speak on it; None for topics of the first release: until the outcome."""
    talk_moved: Mapped[int] = mapped_column(default=0)
    """How often that day was moved: 0 spares the page a question."""


class Contribution(Base):
    """What a person says on a topic or on its outcome, with a stance."""

    __tablename__ = "contribution"
    __table_args__ = (
        Index("ix_contribution_topic", "topic_id", "id"),
        Index("ix_contribution_person", "person_id", "at"),
        Index("ix_contribution_replies", "parent_id", "place"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    role: Mapped[str]
    stance: Mapped[str]
    """for, against, question; reply under one of these; withdrawn when its text is gone and its place stays."""
    text: Mapped[str]
    html: Mapped[str]
    """Escaped at write time, paragraphs and all."""
    shown_as: Mapped[str]
    """王**，2号楼: the public name as it was when it was said; the office is in `role`."""
    on_outcome: Mapped[bool] = mapped_column(default=False)
    adopted: Mapped[bool | None]
    """Of a comment on the outcome: taken up or not; None until the committee said so."""
    treatment: Mapped[str] = mapped_column(default="")
    """In public words: what changed, or why nothing did; empty where the first release took none."""
    at: Mapped[datetime]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("contribution.id"))
    """Of a reply: what it answers, which is no reply itself."""
    place: Mapped[int] = mapped_column(default=0)
    """Of a reply: the how manieth; 0 for what stands by itself."""
    replies: Mapped[int] = mapped_column(default=0)
    edits: Mapped[int] = mapped_column(default=0)
    hidings: Mapped[int] = mapped_column(default=0)
    """How often it was answered, reworded (`Wording` keeps how it read), hidden (`Hiding` says why)."""
    hidden_ground: Mapped[str] = mapped_column(default="")
    hidden_because: Mapped[str] = mapped_column(default="")
    """While it is hidden: what `Hiding` says, kept here for the lists."""


class Wording(Base):
    """How a contribution read before it was reworded; gone when it is withdrawn."""

    __tablename__ = "wording"

    id: Mapped[key]
    community_id: Mapped[community_key]
    contribution_id: Mapped[int] = mapped_column(ForeignKey("contribution.id"), index=True)
    stance: Mapped[str]
    html: Mapped[str]
    until_at: Mapped[datetime]


class Report(Base):
    """Somebody thinks that a contribution breaks the rules; who it was is nobody's business."""

    __tablename__ = "report"
    __table_args__ = (UniqueConstraint("contribution_id", "person_id"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    contribution_id: Mapped[int] = mapped_column(ForeignKey("contribution.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    ground: Mapped[str]
    at: Mapped[datetime]
    look_until_on: Mapped[date]
    answer: Mapped[str | None]
    """hidden, kept or withdrawn; None until the committee looked."""
    seen_at: Mapped[datetime | None]


class Hiding(Base):
    """A contribution was hidden: the public reason, the appeal and its answer."""

    __tablename__ = "hiding"

    id: Mapped[key]
    community_id: Mapped[community_key]
    contribution_id: Mapped[int] = mapped_column(ForeignKey("contribution.id"), index=True)
    ground: Mapped[str]
    because: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    hidden_at: Mapped[datetime]
    appeal_until_on: Mapped[date]
    appeal: Mapped[str] = mapped_column(default="")
    """For the supervisory committee, not for the public: it may repeat what was hidden."""
    appealed_at: Mapped[datetime | None]
    appealed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """Whoever did it: the author or their helper."""
    answer_due_on: Mapped[date | None]
    answer_end_at: Mapped[datetime | None]
    """24:00 of that day."""
    late_noted_at: Mapped[datetime | None]
    upheld: Mapped[bool | None]
    answer: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    shown_at: Mapped[datetime | None]
    """From then on it is shown again."""
    seen_at: Mapped[datetime | None]
    """When the author read the newest news of it."""


class Parlour(Base):
    """Minutes of a meeting in the community parlour 会客厅, or of a talk that was called."""

    __tablename__ = "parlour"

    id: Mapped[key]
    community_id: Mapped[community_key]
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), index=True)
    held_on: Mapped[date]
    place: Mapped[str]
    present: Mapped[dict[str, Any]]
    """Heads by party of `rules.PARTIES`, e.g. {"residents": 14}."""
    consensus: Mapped[str]
    dissent: Mapped[str] = mapped_column(default="")
    recorded_at: Mapped[datetime]
    talk_id: Mapped[int | None] = mapped_column(ForeignKey("talk.id"), unique=True)
    """The talk of which it is the outcome; None where people met without a call."""
    not_agreed: Mapped[str] = mapped_column(default="")


class Study(Base):
    """The Party committee's study, a gate before important matters (RCL art. 30)."""

    __tablename__ = "study"

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)
    subject: Mapped[str]
    """topic: put on the agenda; outcome: send it to a vote."""
    held_on: Mapped[date]
    present: Mapped[int]
    opinion: Mapped[str]
    agreed: Mapped[bool]
    recorded_at: Mapped[datetime]


class Outcome(Base):
    """What the discussion came to, with a criterion that can be measured."""

    __tablename__ = "outcome"

    id: Mapped[key]
    community_id: Mapped[community_key]
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), unique=True)
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), unique=True)
    agreed: Mapped[str]
    not_agreed: Mapped[str] = mapped_column(default="")
    criterion: Mapped[str]
    """In words: the pitch is empty by 08:30."""
    need: Mapped[int]
    """On at least so many …"""
    of_days: Mapped[int]
    """… of so many days."""
    conditions: Mapped[str] = mapped_column(default="")
    cost_fen: Mapped[int] = mapped_column(default=0)
    payer: Mapped[str] = mapped_column(default="")
    duty: Mapped[str] = mapped_column(default="")
    """The office or the body that answers for it."""
    deadline_on: Mapped[date | None]
    because: Mapped[str] = mapped_column(default="")
    """Of what is archived: why nothing more is done. All of these are public, and empty in older outcomes."""
    way: Mapped[str]
    """vote (a vote decides), opinion_vote (the representatives give an opinion), carry_out, archive (no vote)."""
    written_at: Mapped[datetime]
    posted_until_on: Mapped[date]
    comments_until_on: Mapped[date]
    comments_end_at: Mapped[datetime]
    """24:00 of that day."""
    comments_ended_at: Mapped[datetime | None]
    posting_ended_at: Mapped[datetime | None]
