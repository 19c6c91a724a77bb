"""Topics, contributions, option papers, parlour minutes, study records, outcomes."""

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


class Contribution(Base):
    """What a person says on a topic or on its outcome, with a stance."""

    __tablename__ = "contribution"
    __table_args__ = (
        Index("ix_contribution_topic", "topic_id", "id"),
        Index("ix_contribution_person", "person_id", "at"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    role: Mapped[str]
    stance: Mapped[str]
    """for, against, question."""
    text: Mapped[str]
    html: Mapped[str]
    """Escaped at write time, paragraphs and all."""
    shown_as: Mapped[str]
    """王**，2号楼: the public name as it was when it was said; the office is in `role`."""
    on_outcome: Mapped[bool] = mapped_column(default=False)
    adopted: Mapped[bool | None]
    """Of a comment on the outcome: taken up or not; None until the committee said so."""
    at: Mapped[datetime]


class OptionPaper(Base):
    """The advisory panel's paper: options, its advice, its dissent."""

    __tablename__ = "option_paper"

    id: Mapped[key]
    community_id: Mapped[community_key]
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), unique=True)
    filed_at: Mapped[datetime]
    advised: Mapped[str]
    """Letter of the option that the panel advises."""
    for_advice: Mapped[int]
    against_advice: Mapped[int]
    dissent: Mapped[str] = mapped_column(default="")


class Option(Base):
    """One answer in an option paper."""

    __tablename__ = "option"
    __table_args__ = (UniqueConstraint("paper_id", "letter"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    paper_id: Mapped[int] = mapped_column(ForeignKey("option_paper.id"))
    letter: Mapped[str]
    text: Mapped[str]
    cost_fen: Mapped[int]
    bearer: Mapped[str]
    risks: Mapped[str]


class Parlour(Base):
    """Minutes of a meeting in the community parlour 会客厅."""

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
    cost_fen: Mapped[int] = mapped_column(default=0)
    way: Mapped[str]
    """vote (a vote decides), opinion_vote (the representatives give an opinion), carry_out (no vote)."""
    written_at: Mapped[datetime]
    posted_until_on: Mapped[date]
    comments_until_on: Mapped[date]
    comments_end_at: Mapped[datetime]
    """24:00 of that day."""
    comments_ended_at: Mapped[datetime | None]
    posting_ended_at: Mapped[datetime | None]
