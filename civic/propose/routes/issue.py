"""The public page of an issue."""

from typing import Any

from starlette.responses import Response

from civic.ledger.queries import journey
from civic.pictures.queries import of_issue
from civic.propose import acts
from civic.propose.drawing import Next, Subject
from civic.propose.events import DeclineContested, HandoversEntered, IssueJoined, IssueRaised
from civic.propose.journey import documents, stops, timeline, what_is_next
from civic.propose.panels import objecting_doors, own_doors, private_doors, seen
from civic.propose.points import key_points
from civic.propose.queries.added import added_to
from civic.propose.queries.dates import dates_of
from civic.propose.queries.ladder import hand_ups_of
from civic.propose.queries.merged import merged_from, merged_into
from civic.propose.queries.objecting import objections_to
from civic.propose.queries.page import Shown, handovers, shown
from civic.propose.queries.private import words_of
from civic.propose.readers import reads
from civic.propose.rules import CHANNELS, ENDINGS, Nature, Phase, late_by
from civic.propose.rules.clock import TERMS
from civic.propose.rules.ladder import LEVELS
from civic.propose.rules.private import is_private
from civic.web.call import Call
from civic.web.house import Door
from civic.work import UnitOfWork


def show_issue(call: Call, work: UnitOfWork) -> Response:
    """Everything an issue went through, what is next, and what the reader may do."""
    found = shown(work, call.path["reference"])
    drawn = _drawn(call, work, found)
    panels = [panel for make in call.house.issue_panels if (panel := make(work, found.issue))]
    readable = reads(work, found.issue)
    words = words_of(work, found.issue) if readable else None
    objecting = objecting_doors(work, found.issue, drawn["objections"], endorsed=found.endorsed)
    own = [*own_doors(work, found.issue), *private_doors(work, found.issue, words), *objecting]
    doors = seen(work, [*own, *(door for panel in panels for door in panel.doors)])
    # A panel's template finds its facts under their own names and as `panel.context`.
    theirs = {name: value for panel in panels for name, value in panel.context.items()}
    return call.page(
        "propose/issue.html",
        **{
            **theirs,
            **drawn,
            **_asked(work, found, doors, drawn["next"]),
            "untold": {each.id for each in drawn["objections"] if acts.may_note_answer_told(work, each)},
            "private": is_private(found.issue.nature),
            "words": words,
            "words_read": readable,
            "may_agree": acts.may_agree_to_publish(work, found.issue, words),
            "ending": next((p.ending for p in panels if p.ending), ENDINGS.get(Phase(found.issue.phase))),
            "panels": sorted((p for p in panels if p.template), key=lambda p: -p.stage),
        },
    )


def _drawn(call: Call, work: UnitOfWork, found: Shown) -> dict[str, Any]:
    issue = found.issue
    phase = Phase(issue.phase)
    about = Subject(
        root=call.to(""),
        reference=issue.reference,
        phase=phase,
        nature=Nature(issue.nature) if issue.nature else None,
        endorsements=issue.endorsements,
        late_days=late_by(phase, issue.answer_due_on, issue.due_on, work.today),
        today=work.today,
        zone=work.zone,
    )
    told = journey(work.session, work.community.id, issue.id)
    groups = timeline(about, told)
    collected = any(isinstance(entry.event, HandoversEntered) for entry in told)
    contested = any(isinstance(entry.event, DeclineContested) for entry in told)
    joined = any(isinstance(entry.event, IssueJoined) for entry in told)
    photographed = any(isinstance(entry.event, IssueRaised) and entry.event.photos for entry in told)
    return {
        "found": found,
        "issue": issue,
        "about": about,
        "stops": stops(about, told),
        "groups": groups,
        "documents": documents(about, told),
        "next": what_is_next(about, told),
        "photos": of_issue(work, issue.id) if photographed and reads(work, issue) else [],
        "objections": objections_to(work, issue.id) if contested else [],
        "added": added_to(work, issue.id) if issue.additions else [],
        "joined": merged_into(work, issue.id) if joined else [],
        "merger": merged_from(work, issue.id) if phase is Phase.MERGED else [],
        "handovers": handovers(work, issue.id) if collected else [],
        "channels": CHANNELS,
        "points": key_points(work, found),
        "hand_ups": hand_ups_of(work, issue),
        "levels": LEVELS,
        "dates": dates_of(work, issue),
        "term_names": TERMS,
        "today": work.today,
    }


def _asked(work: UnitOfWork, found: Shown, doors: list[Door], ahead: Next | None) -> dict[str, Any]:
    """At most one seal a page: the open door to what comes next, or else the first that carries one."""
    sealed = [door for door in doors if door.seal and door.verdict]
    asked = next((door for door in sealed if ahead and door.label == ahead.what), next(iter(sealed), None))
    return {
        "asked": asked,
        "doors": [door for door in doors if door is not asked],
        "may_endorse": acts.may_endorse_issue(work, found.issue, already=found.endorsed),
        "may_withdraw": acts.may_withdraw_endorsement(work, found.issue, stands=found.endorsed),
        "may_follow": acts.may_follow_issue(work, found.issue),
        "may_note_told": acts.may_note_told(work, found.issue),
    }
