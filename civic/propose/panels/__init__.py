"""The doors of Propose on an issue's page, and which of all doors the reader sees."""

from collections.abc import Iterable

from civic.core.days import end_of
from civic.core.message import say
from civic.core.verdict import Kind
from civic.permissions import NEIGHBOURS, Permission
from civic.propose import acts
from civic.propose.acts.objecting import Made
from civic.propose.rules import OVER, STAGE, STATUS, TRANSITIONS, Phase
from civic.propose.rules.ladder import Level
from civic.propose.tables import Issue, PrivateWords
from civic.web.house import Door
from civic.work import UnitOfWork


def own_doors(work: UnitOfWork, issue: Issue) -> list[Door]:
    """What Propose lets the reader do here beside endorsing."""
    phase = Phase(issue.phase)
    doors = []
    if (phase, "verify") in TRANSITIONS:
        verdict = acts.may_verify_issue(work, issue)
        doors.append(Door(say("Enter what was found"), "/verification", verdict, main=True, seal="check"))
    if found := acts.may_report_found(work, issue):
        label = say("Tell the committee what you found")
        doors.append(
            Door(label, "/found", found, main=not issue.findings, seal="answer" if not issue.findings else "")
        )
    if (phase, "merge") in TRANSITIONS:
        verdict = acts.may_settle_issue(work, issue, "decline")
        decides = phase is Phase.VERIFIED and bool(work.may(Permission.PUT_ON_AGENDA))
        label = say("Say what becomes of it") if decides else say("Decline or merge")
        doors.append(Door(label, "/settlement", verdict, main=decides, seal="answer" if decides else ""))
    mediating = issue.mediation == "open"
    if (phase, "answer") in TRANSITIONS and not mediating:
        verdict = acts.may_settle_issue(work, issue, "answer")
        doors.append(Door(say("Enter the answer"), "/answer", verdict, main=True, seal="answer"))
    if up := acts.may_settle_in_building(work, issue):
        there = issue.level == Level.BUILDING
        label = say("Settle it in the building, or hand it up") if there else say("Settle it in the building")
        doors.append(Door(label, "/building", up, main=there, seal="answer" if there else ""))
    if phase is Phase.ROUTED and (up := acts.may_hand_up(work, issue)):
        doors.append(Door(say("Hand it up to the next level"), "/hand-up", up))
    if (moving := acts.may_put_date_off(work, issue)) and STATUS[phase] not in OVER:
        doors.append(Door(say("Wait for somebody, or put a date off"), "/dates", moving))
    if STAGE[phase] <= 2:
        verdict = acts.may_take_safety_measure(work, issue)
        doors.append(Door(say("Enter a safety measure"), "/safety", verdict))
    return doors


def objecting_doors(work: UnitOfWork, issue: Issue, made: Made, *, endorsed: bool) -> list[Door]:
    """At a declined issue: object, enter somebody's objection, answer; `made` are all objections so far."""
    if issue.phase != Phase.DECLINED.value or issue.object_until_on is None:
        return []
    own = acts.may_object_to_decline(work, issue, made, endorsed=endorsed)
    doors = [Door(say("Object to this decision"), "/objection", own)] if own else []
    if paper := acts.may_enter_objection(work, issue, made):
        doors.append(Door(say("Enter an objection on paper"), "/objection/paper", paper))
    waiting = next((each for each in made if each.answered_at is None), None)
    if waiting is not None and work.may(Permission.ANSWER_DECLINE):
        verdict = acts.may_answer_decline(work, issue, waiting)
        doors.append(
            Door(
                say("Answer the objection"), "/objection/answer", verdict, main=True, seal="answer",
                ask=say("Was it right to decline this?"), until=end_of(waiting.answer_due_on, work.zone),
            )
        )  # fmt: skip
    return doors


def private_doors(work: UnitOfWork, issue: Issue, words: PrivateWords | None) -> list[Door]:
    """Another kind of matter: what is not public becomes so, or the other way round."""
    if Phase(issue.phase) is not Phase.VERIFIED:
        return []
    return [Door(say("Correct the kind of matter"), "/nature", acts.may_correct_nature(work, issue, words))]


def seen(work: UnitOfWork, doors: Iterable[Door]) -> list[Door]:
    """Open doors for whoever may; a door closed for now, with its reason, only for office-holders."""
    in_office = work.actor is not None and not set(work.actor.standings) <= NEIGHBOURS
    return [d for d in doors if d.verdict or (in_office and d.verdict.kind is Kind.REFUSED)]
