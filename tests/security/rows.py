"""What a row of the matrix is, and what it expects of each column and object."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.security.seats import columns

EVERYBODY = frozenset(columns())
OUTSIDERS = frozenset({"visitor", "stranger"})
"""Not signed in at this community."""
SIGNED_IN = EVERYBODY - OUTSIDERS
TO_THE_SUBJECT = frozenset({"raiser", "affected", "on_the_roll", "lead"})
"""What these are, they are to their own object alone."""

Sends = Mapping[str, str]


@dataclass(frozen=True)
class Row:
    """One method and address: who gets what, at which stage of the story.

    `yes` may, and gets `then`; for another's object `yes_other` where that differs. Everybody else
    is refused: 403, or sent to sign in where a page is only for those who are signed in. `but` names
    columns with an answer of their own. Of the next community's objects nobody gets anything.
    """

    method: str
    path: str
    halt: str
    yes: frozenset[str]
    then: int = 200
    sends: Sends = field(default_factory=dict)
    yes_other: frozenset[str] | None = None
    then_other: int | None = None
    but: Mapping[str, int] = field(default_factory=dict)
    but_other: Mapping[str, int] = field(default_factory=dict)
    params: Mapping[str, str] = field(default_factory=dict)
    no: int = 403
    """What others get who are signed in: 404 where it is nobody's business that there is such a thing."""
    far: bool = True
    """Whether the address names an object, which may then be another community's."""

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def writes(self) -> bool:
        return self.method == "POST"

    def may(self, column: str, thing: str) -> bool:
        """Whether the row says yes to that column."""
        mine = self.yes if thing == "own" or self.yes_other is None else self.yes_other
        return column in mine and thing != "far"

    def expects(self, column: str, thing: str) -> set[int]:
        """The answers that are right."""
        if thing == "far":
            return {403, 404} | (set() if self.writes else {303} if column in OUTSIDERS else set())
        special = self.but if thing == "own" else self.but_other
        if column in special:
            return {special[column]}
        if self.may(column, thing):
            return {self.then if thing == "own" or self.then_other is None else self.then_other}
        if column in OUTSIDERS:
            return {403 if self.writes else 303}
        return {403} if column == "suspended" else {self.no}


def read(path: str, halt: str, **more: object) -> Row:
    """A page for everybody."""
    return Row("GET", path, halt, EVERYBODY, **{"far": "{" in path, **more})  # type: ignore[arg-type]


def show(path: str, halt: str, yes: frozenset[str], **more: object) -> Row:
    """A page for some."""
    return Row("GET", path, halt, yes, **{"far": "{" in path, **more})  # type: ignore[arg-type]


def send(path: str, halt: str, yes: frozenset[str], sends: Sends, **more: object) -> Row:
    """An act; done, it leads on."""
    return Row("POST", path, halt, yes, **{"then": 303, "far": "{" in path, "sends": sends, **more})  # type: ignore[arg-type]


def group(names: str) -> frozenset[str]:
    """Columns by name."""
    found = frozenset(names.split())
    assert found <= EVERYBODY, found - EVERYBODY
    return found


Change = Callable[[Row], Row]
