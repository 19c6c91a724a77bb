"""工福街社区(演示) on the map: four estates, 36 buildings, homes."""

COMMUNITY = {
    "slug": "gongfu",
    "name": "工福街社区（演示）",
    "city": "潍坊市",
    "street": "东关街道",
    "prefix": "GF",
    "phone": "0536-0000017",
    "help_name": "刘敏",
    "help_hours": "08:30–17:30",
    "demo": True,
}
ESTATES = (
    ("工福小区", 1, 16),
    ("苇湾小区", 17, 24),
    ("游麟路小区", 25, 32),
    ("曙光小区（演示）", 33, 36),
)

HOMES = 12
"""Households on the roll of each building outside 曙光; the rest of the 1,862 stay invented figures."""

SECOND_REPRESENTATIVE = 24
"""Buildings with two representatives: 36 + 24 = 60, one per 31 households."""


def building_name(number: int) -> str:
    """As people say it."""
    return f"{number}号楼"


def door_of(home: int) -> tuple[int, str]:
    """Entrance and door of the n-th home of a building, 0 to 35."""
    entrance, rest = divmod(home, 12)
    return entrance + 1, f"{rest // 2 + 1}0{rest % 2 + 1}"


def home_area(building: int, home: int) -> int:
    """An area between 62 and 96 m², in hundredths."""
    return 6200 + (building * 37 + home * 283) % 3400
