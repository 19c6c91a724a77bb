"""Names in public: office-holders in full, residents by surname and two marks."""

COMPOUND = frozenset(
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 夏侯 端木 南宫 长孙 宇文 轩辕 独孤 百里 呼延".split()  # noqa: SIM905 - a list of words reads better
)


def surname(name: str) -> str:
    """The family name: two characters for compound ones, the first part of names with ·."""
    if "·" in name:
        return name.split("·", 1)[0]
    if name[:2] in COMPOUND and len(name) > 2:
        return name[:2]
    return name[:1]


def masked(name: str) -> str:
    """王** for any length of name: always two marks (Key points of open government 2018)."""
    return surname(name) + "**"
