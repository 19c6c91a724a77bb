"""What happened, in ids and figures. Never names, never free text: a person can be
forgotten without breaking the chain."""

import dataclasses
from datetime import date, datetime
from typing import Any, ClassVar

from civic.core.message import Message


@dataclasses.dataclass(frozen=True)
class Ahead:
    """What is next on the road, by whom, by when; `path` is the page to do it on, if there is one."""

    what: Message
    who: Message
    by: date | datetime | None = None
    path: str | None = None
    begins: bool = False
    """It begins at `by`; otherwise it must be done by then."""
    turn: bool = True
    """Whether `who` must act; otherwise `who` says whom it concerns."""


KINDS: dict[str, type["Event"]] = {}


@dataclasses.dataclass(frozen=True, kw_only=True)
class Event:
    """One thing that happened on the road of an issue (or of none).

    `kind` reads `room:thing_happened`; `stage` is 1 Propose … 5 Supervise, 0 for none.
    """

    kind: ClassVar[str] = ""
    stage: ClassVar[int] = 0
    back_to: ClassVar[int] = 0
    """The stage to which the road goes back with this: what follows is another round; 0 for none."""
    issue_id: int | None = None

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.kind:
            assert cls.kind not in KINDS or KINDS[cls.kind].__qualname__ == cls.__qualname__, cls.kind
            KINDS[cls.kind] = cls

    def told(self) -> Message | None:
        """The sentence on the public timeline; None if the public timeline leaves it out."""
        return None

    def told_many(self, n: int) -> Message | None:
        """One sentence for `n` entries of this kind in a row on one day, asked of the newest; None: one each."""
        return None

    def ahead(self) -> Ahead | None:
        """What is next because of this; the newest entry that says so counts."""
        return None

    def fact(self) -> Message | None:
        """A few words under the stage on the road: 56 came, 49 for."""
        return None

    def late(self) -> bool:
        """Whether the timeline marks it as lateness."""
        return False

    def evidence(self) -> tuple[str, Message] | None:
        """Where the document stands (the address below the community) and its name."""
        return None

    @property
    def at_stage(self) -> int:
        """The stage it belongs to; an event of many stages carries `stage_no`."""
        return getattr(self, "stage_no", self.stage)

    def payload(self) -> dict[str, Any]:
        """Its fields as plain JSON values, days and instants in ISO form."""
        return {f.name: _plain(getattr(self, f.name)) for f in dataclasses.fields(self)}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float):
        raise TypeError("no floats in the ledger")
    return value


def event_from(kind: str, payload: dict[str, Any]) -> Event | None:
    """The event that a ledger entry tells of; None for a kind this version does not know."""
    cls = KINDS.get(kind)
    if cls is None:
        return None
    known = {f.name: f for f in dataclasses.fields(cls)}
    return cls(**{name: _rich(known[name].type, payload[name]) for name in known if name in payload})


def silent_kinds() -> list[str]:
    """Kinds that say nothing on an issue's page: no sentence, nothing ahead, no fact."""
    return sorted(
        kind
        for kind, cls in KINDS.items()
        if (cls.told, cls.ahead, cls.fact) == (Event.told, Event.ahead, Event.fact)
    )


def telling_kinds() -> list[str]:
    """Kinds that may have a sentence on the timeline."""
    return sorted(kind for kind, cls in KINDS.items() if cls.told is not Event.told)


def foreseeing_kinds() -> list[str]:
    """Kinds that may say what is ahead."""
    return sorted(kind for kind, cls in KINDS.items() if cls.ahead is not Event.ahead)


def _rich(declared: Any, value: Any) -> Any:
    """Days come back as days; the declared type tells."""
    if value is None or not isinstance(value, str):
        return value
    text = str(declared)
    if "datetime.datetime" in text:
        return datetime.fromisoformat(value)
    if "datetime.date" in text:
        return date.fromisoformat(value)
    return value
