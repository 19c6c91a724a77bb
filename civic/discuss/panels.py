"""What Discuss adds to the page of an issue: what was said, the form to say more, the ways on."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from civic.core.days import day_of
from civic.core.message import say, say_n
from civic.discuss import acts, queries, rules
from civic.discuss.queries import Discussion, Said
from civic.discuss.queries.calling import talks_of
from civic.discuss.rules import STANCES
from civic.discuss.rules.calling import KINDS, Kind
from civic.discuss.spoken import spoken
from civic.permissions import NAMES, NEIGHBOURS, Permission, Standing
from civic.propose.archived import archived
from civic.propose.rules import STAGE, Phase
from civic.propose.rules.invitation import invitation_of
from civic.propose.tables import Issue
from civic.web.forms import blank
from civic.web.house import Door, Panel
from civic.work import UnitOfWork

STUDY = say("Record the Party study")
ARCHIVED = say("This was talked over and archived")
WRITE = say("Write the option paper")


def panel(work: UnitOfWork, issue: Issue) -> Panel | None:
    """From acceptance on: two statements, whatever the number of contributions; one more where talks were called."""
    if STAGE[Phase(issue.phase)] == 1:
        return Panel(2, [Door(STUDY, "/study/new", acts.may_record_study(work, issue, "topic"))])
    found = queries.discussion(work, issue.id)
    if found is None:
        return None
    rows = queries.said(work, found.topic.id)
    untreated = sum(
        row.on_outcome and row.adopted is None and row.stance not in rules.NO_STANCE for row in rows
    )
    doors = _doors(work, issue, found) if found.outcome is None else _later(work, issue, found, untreated)
    doors += _draft_doors(work, issue, found)
    ending = ARCHIVED if archived(issue) else None
    return Panel(2, doors, "discuss/panel.html", {"discussed": discussed(work, issue, found, rows)}, ending)


def discussed(work: UnitOfWork, issue: Issue, found: Discussion, rows: Sequence[Said]) -> dict[str, Any]:
    """What was said on the topic and on its outcome, and whether the reader may say more."""
    said = [row for row in rows if not row.on_outcome]
    comments = [row for row in rows if row.on_outcome]
    written = found.outcome is not None
    stances = Counter([row.stance for row in said])
    may = acts.may_contribute(work, found.topic, issue, found.outcome, on_outcome=written)
    invitation = invitation_of(issue.invited)
    return {
        "found": found,
        "talks": [(KINDS[Kind(talk.kind)], talk) for talk in talks_of(work, found.topic.id)]
        if found.talks
        else (),
        "now": work.now,
        "said": spoken(work, said, answering=bool(may) and not written),
        "comments": spoken(work, comments, answering=bool(may)),
        "from_on": day_of(found.topic.opened_at, work.zone),
        "adopted": sum(row.adopted is True for row in comments),
        "counts": [(word, stances[stance]) for stance, word in STANCES.items()],
        "may": may,
        "may_ask": acts.may_ask_about_paper(work, found.paper, found.outcome),
        "advised": rules.LETTERS[found.paper.advised] if found.paper else None,
        "owed_by": NAMES[Standing(found.paper.role)] if found.paper else None,
        "form": blank(about="outcome" if written else "topic"),
        "open": acts.may_speak_now(work, found.topic, found.outcome, on_outcome=written),
        "who": invitation.who,
        "ways": rules.ways_in_words(invitation),
        "moved": queries.moved_talk(work, found.topic.id) if found.topic.talk_moved else [],
        "in_office": speaks_in_office(work),
        "stances": list(STANCES.items()),
    }


def speaks_in_office(work: UnitOfWork) -> bool:
    """Whether the reader's words would stand under the full name and an office."""
    return (
        work.actor is not None
        and work.actor.standings[:1] != ()
        and work.actor.standings[0] not in NEIGHBOURS
    )


def _doors(work: UnitOfWork, issue: Issue, found: Discussion) -> list[Door]:
    """While it is discussed: what it can rest on, then the outcome."""
    doors = [
        Door(
            say("Write the outcome"), "/outcome", acts.may_write_outcome(work, found.topic, None), main=True
        ),
        Door(say("Call a talk"), "/talks/new", acts.may_call_talk(work, None)),
        Door(say("Record a talk in the parlour"), "/parlour/new", acts.may_record_parlour(work, None)),
    ]
    may = acts.may_file_option_paper(work, None)
    if found.paper is None:
        doors.insert(0, Door(WRITE, "/option-paper/writing", may, main=_of_panel(work)))
    elif may:
        doors.append(Door(say("Write a new version"), "/option-paper/writing", may))
    doors += _map_doors(work, found)
    may_extend = acts.may_extend_talk(work, found.topic, None)
    if may_extend:
        doors.append(Door(say("Let people speak longer"), "/talk-until", may_extend))
    if not found.topic_studied:
        doors.append(Door(STUDY, "/study/new", acts.may_record_study(work, issue, "topic")))
    return doors


def _map_doors(work: UnitOfWork, found: Discussion) -> list[Door]:
    """Open a map; once it is open, answer it."""
    if found.map is None:
        may = acts.may_open_map(work, None, None)
        return [Door(say("Open an opinion map"), "/opinion-map/new", may)]
    if acts.closed(work, found.map):
        return []
    may = acts.may_answer_statement(work, found.map)
    return [Door(say("Answer the opinion map"), "/opinion-map", may, main=True)]


def _draft_doors(work: UnitOfWork, issue: Issue, found: Discussion) -> list[Door]:
    """Write the draft of the resolution, for whoever may."""
    may = acts.may_write_draft(work, issue, written=found.draft > 0)
    return [Door(say("Write the draft resolution"), "/draft/new", may)] if may else []


def _of_panel(work: UnitOfWork) -> bool:
    return work.actor is not None and Standing.ADVISOR in work.actor.standings


def _later(work: UnitOfWork, issue: Issue, found: Discussion, untreated: int) -> list[Door]:
    """While the outcome hangs: its comments, and the study before the vote."""
    doors = []
    if untreated and found.outcome and found.outcome.posting_ended_at is None:
        label = say_n("%(n)s comment to treat", "%(n)s comments to treat", untreated)
        doors.append(Door(label, "/outcome#comments", work.may(Permission.WRITE_OUTCOME)))
    may = acts.may_record_study(work, issue, "outcome")
    if may and not found.outcome_agreed:
        doors.append(Door(STUDY, "/study/new", may, main=True))
    return doors
