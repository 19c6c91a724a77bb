"""Who sees which field of a person: the one table of pages, fragments, exports and search."""

from civic.people.rules.sight.masks import masked_day, masked_phone, shown
from civic.people.rules.sight.table import TABLE, Field, Sight, Viewer, best, sight
from civic.people.rules.sight.viewers import Looker, Subject, viewer_of, viewers_of

__all__ = [
    "TABLE", "Field", "Looker", "Sight", "Subject", "Viewer", "best", "masked_day", "masked_phone", "shown",
    "sight", "viewer_of", "viewers_of",
]  # fmt: skip
