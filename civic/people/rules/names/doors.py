"""A door as people type it into the search: 2-1-501, 2号楼1单元501, 501."""

import re
import unicodedata
from dataclasses import dataclass

DIGITS = dict(zip("零〇一二两三四五六七八九", "001223456789", strict=True))
NUMERAL = re.compile("[零〇一二两三四五六七八九十]+(?=号楼|幢|栋|座|楼|单元|门|层|室|号|$)")
BUILDING = re.compile(r"^(?P<name>[0-9A-Z]{1,6})(?:号楼|号|幢|栋|座|#楼|#|楼|BUILDING)(?=.|$)")
ENTRANCE = re.compile(r"^(?P<number>[0-9]{1,2})(?:单元|门|梯|ENTRANCE)")
DOOR = re.compile(r"[0-9A-Z]{1,8}")
TAIL = re.compile("(?:室|号|户)$")
DASH = re.compile(r"[-–—―_/.,、]+")


@dataclass(frozen=True)
class DoorTyped:
    """What was typed of a door; None for what was not said."""

    building: str | None = None
    """Its number or letter as typed: 2, A, 12."""
    entrance: int | None = None
    door: str | None = None


def door_typed(text: str) -> DoorTyped | None:
    """The parts of a door; None if this is no door (then it is a name).

    Two parts are a building and a door, as people say 2-501; 1单元501 is an entrance and a door.
    """
    plain = _plain(text)
    building, rest = _cut(BUILDING, plain)
    entrance, rest = _cut(ENTRANCE, rest.lstrip("-"))
    parts = [part for part in TAIL.sub("", rest).split("-") if part]
    if not any(sign.isdigit() for sign in plain) or any(not DOOR.fullmatch(part) for part in parts):
        return None
    if building is None and len(parts) > 1:
        building = parts.pop(0)
    if entrance is None and len(parts) == 2 and re.fullmatch("[0-9]{1,2}", parts[0]):
        entrance = parts.pop(0)
    if len(parts) > 1:
        return None
    return DoorTyped(building, int(entrance) if entrance else None, parts[0] if parts else None)


def _plain(text: str) -> str:
    """Half-width capitals, dashes as -, Chinese numerals before a word of place as digits."""
    plain = "-".join(unicodedata.normalize("NFKC", text).upper().split())
    plain = re.sub(r"-?(号楼|幢|栋|座|楼|单元|门|室)-?", r"\1", DASH.sub("-", plain))
    return NUMERAL.sub(lambda found: _number(found[0]), plain).strip("-")


def _number(numeral: str) -> str:
    """十二 is 12, 二十 20, 五〇一 501."""
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return "".join(DIGITS[sign] for sign in numeral)
    return f"{DIGITS.get(tens, '1')}{DIGITS.get(ones, '0')}"


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str | None, str]:
    found = pattern.match(text)
    if found is None:
        return None, text
    return found[1], text[found.end() :]
