"""What the pages of an option paper show: the comparison, what changed, questions and answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from civic.core.days import day_of, days_late
from civic.core.message import Message, say
from civic.discuss import queries, rules
from civic.discuss.rules import LETTERS, Paper, Piece, TypedOption
from civic.discuss.spoken import OFFICES, as_written
from civic.discuss.tables import PaperQuestion
from civic.permissions import NAMES, Permission, Standing
from civic.web.filters import money
from civic.web.words import text_of
from civic.work import UnitOfWork

ROWS: tuple[tuple[str, Message], ...] = (
    ("text", say("What would be done")),
    ("cost", say("Cost")),
    ("bearer", say("Who bears it")),
    ("risks", say("Risks")),
    ("effects", say("Effect on groups")),
)
"""The comparison, a row each; what older papers do not say is left out."""

Compared = list[tuple[str, Message, list[str]]]


def compared(options: Sequence[TypedOption]) -> Compared:
    """A row for each aspect, a cell for each option."""
    rows = [(name, label, [_cell(each, name) for each in options]) for name, label in ROWS]
    return [row for row in rows if any(row[2])]


def _cell(option: TypedOption, name: str) -> str:
    if name != "cost":
        return str(getattr(option, name))
    return money(option.cost_fen) if option.cost_fen else text_of(say("none"))


@dataclass(frozen=True)
class Change:
    """An option or the advice: its lines as they were and as they are."""

    heading: Message
    rows: list[tuple[Message, list[Piece]]]


def changes(before: Paper | None, after: Paper) -> list[Change]:
    """Only what differs, with the difference visible."""
    options = {letter: _lines(before, letter) for letter in LETTERS}
    pairs = [(say("Option %(letter)s", letter=LETTERS[x]), options[x], _lines(after, x)) for x in LETTERS]
    pairs.append((say("Advice"), _advice(before), _advice(after)))
    found = [Change(heading, _changed(old, new)) for heading, old, new in pairs]
    return [each for each in found if each.rows]


Lines = dict[str, str]
"""What stands there, by the name of its line."""
ADVICE: dict[str, Message] = {
    "advised": say("Advice"),
    "votes": say("Votes of the panel"),
    "law": say("Legal basis"),
    "dissent": say("Dissent"),
}
LABELS = {**dict(ROWS), **ADVICE}


def _changed(before: Lines, after: Lines) -> list[tuple[Message, list[Piece]]]:
    both = [(label, before.get(name, ""), after.get(name, "")) for name, label in LABELS.items()]
    return [(label, rules.difference(old, new)) for label, old, new in both if old != new]


def _lines(paper: Paper | None, letter: str) -> Lines:
    option = next((each for each in paper.options if each.letter == letter), None) if paper else None
    return {name: _cell(option, name) for name, _label in ROWS} if option else {}


def _advice(paper: Paper | None) -> Lines:
    if paper is None:
        return {}
    votes = say("%(n)s for, %(against)s against", n=paper.for_advice, against=paper.against_advice)
    return {
        "advised": text_of(LETTERS[paper.advised]),
        "votes": text_of(votes),
        "law": paper.law_basis,
        "dissent": paper.dissent,
    }


def asked(work: UnitOfWork, topic_id: int, page_no: int) -> list[dict[str, Any]]:
    """Questions with their answers, those that wait first: one statement."""
    may_answer = bool(work.may(Permission.FILE_OPTIONS))
    held = [standing.value for standing in work.actor.standings] if work.actor else []
    return [
        {
            "id": said.id,
            "who": said.shown_as,
            "office": OFFICES[said.role],
            "on": day_of(said.at, work.zone),
            "answered_on": day_of(question.answered_at, work.zone) if question.answered_at else None,
            "hidden": rules.GROUNDS.get(said.hidden_ground),
            "because": said.hidden_because,
            "words": "" if said.hidden_ground else as_written(said.html),
            "version": question.version,
            "owed_by": NAMES[Standing(question.owed_by)],
            "due_on": question.due_on,
            "late": days_late(question.due_on, _until(work, question)),
            "answer": answer,
            "answer_words": as_written(answer.html) if answer and not answer.hidden_ground else "",
            "answer_hidden": rules.GROUNDS.get(answer.hidden_ground) if answer else None,
            "may_answer": may_answer
            and question.owed_by in held
            and answer is None
            and not said.hidden_ground,
        }
        for question, said, answer in queries.questions_on(work, topic_id, page_no)
    ]


def _until(work: UnitOfWork, question: PaperQuestion) -> date:
    """The day up to which lateness counts: that of the answer, or today."""
    return day_of(question.answered_at, work.zone) if question.answered_at else work.today
