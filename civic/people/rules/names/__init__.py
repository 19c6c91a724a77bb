"""Names and doors as people write and type them."""

from civic.people.rules.names.doors import DoorTyped, door_typed
from civic.people.rules.names.hygiene import may_be_name, tidy
from civic.people.rules.names.pinyin import initials, initials_typed

__all__ = ["DoorTyped", "door_typed", "initials", "initials_typed", "may_be_name", "tidy"]
