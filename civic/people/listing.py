"""A list that goes out: the columns of the import's template, so that a full one can be read in again."""

from collections.abc import Iterable, Mapping
from datetime import date

from civic.core.amount import Area
from civic.core.days import known
from civic.core.message import Message
from civic.people.queries.exports import Line
from civic.people.rules.importing.choices import ELSEWHERE, word
from civic.people.rules.importing.columns import OF_THE_TEMPLATE, Column, label
from civic.people.rules.sight import Field, Sight, Viewer, shown, sight

Cell = str | Message

FIELD_OF: Mapping[Column, Field] = {
    Column.ESTATE: Field.BUILDING, Column.BUILDING: Field.BUILDING, Column.ENTRANCE: Field.DOOR, Column.FLOOR: Field.DOOR, Column.DOOR: Field.DOOR,
    Column.KIND: Field.BUILDING, Column.AREA: Field.AREA, Column.AREA_SOURCE: Field.AREA, Column.STATE: Field.BUILDING,
    Column.HOUSEHOLD: Field.HOUSEHOLD, Column.NAME: Field.NAME, Column.RELATION: Field.RELATION,
    Column.OWNER: Field.RELATION, Column.SHARE: Field.SHARE, Column.NAMED_VOTER: Field.SHARE,
    Column.PHONE: Field.PHONE, Column.BORN_ON: Field.BORN_ON, Column.REGISTERED: Field.REGISTERED,
    Column.FROM_ON: Field.HOUSEHOLD, Column.TO_ON: Field.HOUSEHOLD,
}  # fmt: skip
"""Which field of the table of sight each column tells; what tells only of the dwelling goes with its building."""

MASKED: Mapping[Field, Sight] = {
    Field.NAME: Sight.MASKED, Field.BUILDING: Sight.FULL, Field.RELATION: Sight.FULL, Field.REGISTERED: Sight.FULL,
    Field.PHONE: Sight.MASKED, Field.BORN_ON: Sight.MASKED,
}  # fmt: skip
"""王**, 138********, 19**, the building and never a door, an area or a household, which would tell the door
(domain paper, section 6)."""


def headings() -> list[Message]:
    """Those of the template."""
    return [label(column) for column in OF_THE_TEMPLATE]


def rows_of(lines: Iterable[Line], *, masked: bool) -> list[list[Cell]]:
    """The cells of each row; masked rows stand by building and masked name, for their order would tell doors."""
    rows = [[_cell(column, line, masked=masked) for column in OF_THE_TEMPLATE] for line in lines]
    if not masked:
        return rows
    place = {name: n for n, name in enumerate(dict.fromkeys(row[BUILDING] for row in rows))}
    return sorted(rows, key=lambda row: (place[row[BUILDING]], str(row[NAME]), str(row[PHONE])))


BUILDING, NAME, PHONE = (OF_THE_TEMPLATE.index(each) for each in (Column.BUILDING, Column.NAME, Column.PHONE))


def _cell(column: Column, line: Line, *, masked: bool) -> Cell:
    field = FIELD_OF[column]
    seen = MASKED.get(field, Sight.ABSENT) if masked else sight(field, Viewer.COMMITTEE)
    value = shown(field, _value(column, line), seen, pressed=not masked)
    return "" if value is None else value.isoformat() if isinstance(value, date) else value


def _value(column: Column, line: Line) -> Cell | date | None:
    somebody, lives, owns = bool(line.name), bool(line.relation), line.share_num is not None
    match column:
        case Column.ESTATE | Column.BUILDING | Column.DOOR | Column.NAME | Column.PHONE:
            return str(getattr(line, column.value))
        case Column.ENTRANCE | Column.FLOOR | Column.HOUSEHOLD:
            number = getattr(line, column.value)
            return "" if number is None else str(number)
        case Column.KIND | Column.AREA_SOURCE | Column.STATE:
            return word(str(getattr(line, column.value)))
        case Column.AREA:
            return "" if line.area_hundredths is None else str(Area(line.area_hundredths)).replace(",", "")
        case Column.RELATION:
            return word(line.relation if lives else ELSEWHERE) if somebody else ""
        case Column.OWNER:
            return word(owns) if somebody else ""
        case Column.SHARE:
            return f"{line.share_num}/{line.share_den}" if owns and line.share_known else ""
        case Column.NAMED_VOTER:
            return word(bool(line.named_voter)) if owns else ""
        case Column.REGISTERED:
            return word(line.registered) if lives and line.registered is not None else ""
        case Column.BORN_ON:
            return line.born_on
        case Column.FROM_ON:
            return known(line.from_on)
    return ""
