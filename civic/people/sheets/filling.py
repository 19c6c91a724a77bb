"""What merged cells mean: the place stands for every row that it covers.

Excel's files say which cells are merged; their value is written into each of them. Other kinds leave the
covered cells blank. So a blank place means "as above" there, unless a wider place was given in the same
row: after a new building, nobody may guess the door.
"""

from civic.people.rules.importing.columns import Column

PLACES = (Column.ESTATE, Column.BUILDING, Column.ENTRANCE, Column.FLOOR, Column.DOOR)
"""From the widest to the narrowest."""

Cells = dict[str, str]
Merged = list[list[list[int]]]


def unmerge(rows: list[list[str]], merged: Merged, columns: set[int]) -> None:
    """Write the value of each merged region into its cells in these columns, in place."""
    for (top, left), (bottom, right) in merged:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        for row in rows[top : bottom + 1]:
            for column in columns & set(range(left, right + 1)) & set(range(len(row))):
                row[column] = rows[top][left]


def filled(row: Cells, above: Cells) -> Cells:
    """The row with blank places taken from the row above, as the module says."""
    full = dict(row)
    given = False
    for column in PLACES:
        if row.get(column):
            # An estate that is written in every row is no new place.
            given = column is not Column.ESTATE or row[column] != above.get(column, row[column])
        elif not given and column in above and (column is not Column.FLOOR or not row.get(Column.DOOR)):
            full[column] = above[column]
    return full
