"""Where a dwelling is: one spelling for a building, entrance, floor and door."""

import re
from dataclasses import dataclass
from functools import lru_cache

from civic.core.message import say
from civic.people.rules.importing import words
from civic.people.rules.importing.fault import Fault
from civic.people.rules.importing.numbers import counted, plain, tight

BUILDING, ENTRANCE, FLOOR, NUMERAL = map(
    re.compile, (words.BUILDING, words.ENTRANCE, words.FLOOR, words.NUMERAL)
)
DWELLING = [re.compile(pattern) for pattern in words.DWELLING]
MOST_ENTRANCES, MOST_FLOORS = 30, 120
LONGEST_BUILDING, LONGEST_DOOR = 40, 20
LONGEST_ESTATE = 20
DOOR = re.compile(r"[\w#·.()-]+")


@dataclass(frozen=True)
class Typed:
    """What the column of doors tells: a door, and where a whole dwelling was typed, the rest."""

    door: str
    entrance: int | None = None
    building: str = ""


@lru_cache(1024)
def building_of(text: str) -> str:
    """2号楼 for 2, 2幢, 2栋, 2#, 二号楼 …; a name that is no number stays as it is."""
    short = tight(text)
    found = BUILDING.fullmatch(short)
    if found:
        return words.BUILDING_NAME.format(_number(found["number"], text))
    name = plain(text)
    if len(name) > LONGEST_BUILDING or not any(sign.isalnum() for sign in name) or not name.isprintable():
        raise Fault(
            say("“%(text)s” is no name of a building. Please write it as on its sign.", text=text[:60])
        )
    return name


@lru_cache(1024)
def estate_of(text: str) -> str:
    """The estate's name as it is. Fault for what can be no name."""
    name = plain(text)
    if len(name) > LONGEST_ESTATE or not any(sign.isalpha() for sign in name) or not name.isprintable():
        raise Fault(say("“%(text)s” is no name of an estate. Please write it in full.", text=text[:60]))
    return name


@lru_cache(1024)
def entrance_of(text: str) -> int:
    """1 for 1, 1单元, 一单元; 1 where nothing is said. Fault for an entrance that has no number."""
    if not text:
        return 1
    found = ENTRANCE.fullmatch(tight(text))
    number = _number(found["number"], text) if found else 0
    if not 1 <= number <= MOST_ENTRANCES:
        raise Fault(
            say("“%(text)s” is no number of an entrance. Please count the entrances 1, 2, 3.", text=text[:60])
        )
    return number


@lru_cache(1024)
def floor_of(text: str) -> int:
    """5 for 5, 5层, 五楼; -1 for B1 and 负一层. Fault for anything else."""
    found = FLOOR.fullmatch(tight(text))
    number = _number(found["number"], text) if found else 0
    if found is None or not 1 <= number <= MOST_FLOORS:
        raise Fault(say("“%(text)s” is no floor. Please write its number.", text=text[:60]))
    return -number if found["below"] else number


def door_of(text: str) -> Typed:
    """501 for 501室; 2-1-501 also tells building and entrance. Fault for what can be no door."""
    short = tight(text).upper()
    for pattern in DWELLING:
        if found := pattern.fullmatch(re.sub(words.DOOR_END, "", short)):
            parts = found.groupdict()
            building = building_of(parts["building"]) if parts.get("building") else ""
            return Typed(in_digits(parts["door"]), entrance_of(parts["entrance"]), building)
    door = in_digits(re.sub(words.DOOR_END, "", short) or short)
    if len(door) > LONGEST_DOOR or not DOOR.fullmatch(door):
        raise Fault(
            say("“%(text)s” is no door. Please write the number on the door, as 501.", text=text[:60])
        )
    return Typed(door)


def in_digits(door: str) -> str:
    """302 for 三零二 and for 三百零二, 12 for 十二: one door, however it is written; 〇一 keeps its nought."""
    if not NUMERAL.fullmatch(door):
        return door
    if any(sign in door for sign in (words.TEN, words.HUNDRED)):
        return str(counted(door))
    return "".join(str(words.DIGITS[sign]) for sign in door)


def floor_by(door: str) -> int | None:
    """The floor that a door's number tells: 501 is on the 5th, 1203 on the 12th; None where it tells none."""
    if re.fullmatch(r"[1-9][0-9]{2,3}", door):
        return int(door[:-2])
    return None


def _number(text: str, whole: str) -> int:
    try:
        return counted(text)
    except (KeyError, ValueError):
        raise Fault(say("“%(text)s” is no number.", text=whole[:60])) from None
