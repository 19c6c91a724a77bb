"""Work orders: their phases, and what a community may not be made responsible for."""

from enum import StrEnum


class OrderPhase(StrEnum):
    """Where a work order stands."""

    ISSUED = "issued"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    DONE = "done"
