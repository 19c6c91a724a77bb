"""A photo was hidden, or is shown again."""

from dataclasses import dataclass

from civic.core.event import Event
from civic.core.message import Message, say


@dataclass(frozen=True, kw_only=True)
class PictureHidden(Event):
    """The committee took a photo out of sight; the reason is public."""

    kind = "pictures:picture_hidden"
    stage = 1
    picture_id: int

    def told(self) -> Message:
        """On the timeline."""
        return say("A photo was hidden; the reason stands where it was.")


@dataclass(frozen=True, kw_only=True)
class PictureShown(Event):
    """A hidden photo is to be seen again."""

    kind = "pictures:picture_shown"
    stage = 1
    picture_id: int

    def told(self) -> Message:
        """On the timeline."""
        return say("A photo that was hidden is shown again.")
