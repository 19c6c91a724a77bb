"""What somebody types into the search of the roll: a name, initials, a door; never a telephone number."""

from civic.people.queries.roll import Wanted
from civic.people.rules.names import door_typed, initials_typed, tidy


def read_wanted(typed: str) -> Wanted:
    """王桂, wgl, 501, 2-501, 2-1-501, 2号楼1单元501, 2号楼; nothing for nothing."""
    text = tidy(typed)
    if not text:
        return Wanted()
    at = door_typed(text)
    if at is None:
        return Wanted(name=text, initials=initials_typed(text))
    return Wanted(text, "", at.building or "", at.entrance, at.door or "")
