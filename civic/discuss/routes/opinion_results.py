"""What an opinion map says, and the files by which anybody can check it."""

import csv
import io
from collections.abc import Iterable, Sequence

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import Message, say_p
from civic.discuss import acts
from civic.discuss.map_results import results
from civic.discuss.queries import mapping as maps
from civic.discuss.queries import opinions
from civic.discuss.routes.opinions import mapped
from civic.discuss.rules import LETTERS
from civic.discuss.rules.opinion import FEWEST, may_draw_map
from civic.discuss.rules.picture import numbered_anew
from civic.discuss.rules.statements import ANSWER_WORDS, State
from civic.discuss.tables import TopicMap
from civic.people.sheets.writing import write_csv
from civic.web.call import Call
from civic.web.words import text_of
from civic.work import UnitOfWork

COMMAND = "civic opinion-map votes.csv --moderated left-out.csv --seed %s"
"""What anybody types who has the files."""

STATES: dict[str, Message] = {
    State.WAITING: say_p("a statement", "waits for a look"),
    State.SHOWN: say_p("a statement", "shown"),
    State.LEFT_OUT: say_p("a statement", "left out"),
}


def show_results(call: Call, work: UnitOfWork) -> Response:
    """Lists first, then the drawing with its table; from 15 people on."""
    issue, found = mapped(call, work, picture=True)
    every = maps.statements_of(work, found.id)
    return call.page(
        "discuss/opinion_results.html",
        issue=issue,
        found=found,
        closed=acts.closed(work, found),
        filed=_filed(found),
        command=COMMAND % found.seed,
        few=FEWEST,
        letters=LETTERS,
        sides=list(ANSWER_WORDS.values()),
        left_out=[each for each in every if each.state == State.LEFT_OUT],
        may_draw=may_draw_map(),
        shows=results(found, every, str(work.person_id) if acts.may_see_looks(work) else ""),
    )


def fetch_votes(call: Call, work: UnitOfWork) -> Response:
    """Who said what, under numbers drawn by lot for this one file: nobody is known again in another."""
    _issue, found = _published(call, work)
    rows = numbered_anew(opinions.all_answers(work.session, found.id), work.entropy.bytes(32))
    return _file("votes.csv", _csv(("participant", "statement", "vote"), rows))


def fetch_left_out(call: Call, work: UnitOfWork) -> Response:
    """The statements that were left out, by their numbers."""
    _issue, found = _published(call, work)
    left_out = sorted(opinions.left_out_of(work.session, found.id), key=int)
    return _file("left-out.csv", _csv(("statement",), [(number,) for number in left_out]))


def fetch_statements(call: Call, work: UnitOfWork) -> Response:
    """Numbers and texts; of a statement that is left out its reason in place of its text."""
    _issue, found = _published(call, work)
    heads = ["statement", "state", "text"]
    rows = [
        [
            str(each.number),
            text_of(STATES[each.state], call.look.language),
            each.reason if each.state == State.LEFT_OUT else each.text,
        ]
        for each in maps.statements_of(work, found.id, State.SHOWN, State.LEFT_OUT)
    ]
    return _file("statements.csv", write_csv(heads, rows))


def _published(call: Call, work: UnitOfWork) -> tuple[object, TopicMap]:
    """Only the final map has files, and only where enough people hide one another."""
    issue, found = mapped(call, work, picture=True)
    if not _filed(found):
        raise NotFound
    return issue, found


def _filed(found: TopicMap) -> bool:
    return found.closed_at is not None and "tallies" in (found.drawn or {})


def _csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Numbers alone: nothing in it can start a formula."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([heads, *rows])
    return text.getvalue().encode()


def _file(name: str, body: bytes) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type="text/csv; charset=utf-8", headers=headers)
