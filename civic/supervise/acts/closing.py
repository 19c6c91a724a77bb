"""Close out 销号: somebody asks, two others turn a key each, in whichever order; or one of them refuses."""

from civic.core.verdict import Verdict
from civic.permissions import Permission, granted
from civic.propose.rules import Nature, Phase, may_move
from civic.propose.tables import Issue
from civic.supervise.events import CloseOutAsked, CloseOutRefused, IssueClosedOut, KeyTurned
from civic.supervise.queries import close_outs, orders, promises
from civic.supervise.queries.orders import Orders
from civic.supervise.rules import keys as rules
from civic.supervise.rules.promise import Promise
from civic.supervise.standing import as_lead, as_raiser, may_judge
from civic.supervise.tables import CloseOut
from civic.work import UnitOfWork

P = Permission


def may_ask_close_out(work: UnitOfWork, issue: Issue, found: Orders, promise: Promise | None) -> Verdict:
    """Whoever leads work on it, or the committee, when the work is done and the watch is over."""
    return (
        work.may(P.ASK_CLOSE, *as_lead(work, found))
        .then(lambda: may_move(Phase(issue.phase), "ask_close"))
        .then(lambda: rules.may_ask(_running(issue, promise), found.unfinished, work.today))
    )


def _running(issue: Issue, promise: Promise | None) -> Promise | None:
    """The promise that holds the close-out up: one that is being watched now."""
    return promise if Phase(issue.phase) is Phase.WATCHED else None


def ask_close_out(work: UnitOfWork, issue_id: int, *, proof: str) -> CloseOut:
    """Say that it is done, with the proof. Whether the promise was kept is counted, not claimed."""
    issue = work.get(Issue, issue_id, lock=True)
    found = orders.orders_of(work, issue.id)
    watched = promises.newest_watch(work, issue.id)
    promise = watched.promise if watched else None
    may_ask_close_out(work, issue, found, promise).demand()
    work.require(P.ASK_CLOSE, *as_lead(work, found))
    met = promise.met if promise else None
    close_out = work.add(
        CloseOut(
            issue_id=issue.id, asked_by_id=work.person_id, asked_role=work.role, asked_at=work.now,
            proof=proof, criterion_met=met,
        )
    )  # fmt: skip
    work.record(
        CloseOutAsked(
            issue_id=issue.id, close_out_id=close_out.id, met=met, kept=promise.kept if promise else 0,
            of_days=promise.promised.of_days if promise else 0,
        )
    )  # fmt: skip
    return close_out


def may_turn_first_key(work: UnitOfWork, issue: Issue, close_out: CloseOut, leads: frozenset[int]) -> Verdict:
    """The raiser or the supervisory committee; never the doer, never both keys."""
    keys = close_outs.keys_of(close_out, leads)
    return (
        work.may(P.TURN_KEY_ONE, *as_raiser(work, issue))
        .then(lambda: may_judge(work, P.TURN_KEY_ONE, issue))
        .then(lambda: rules.may_turn(keys, rules.FIRST, work.person_id))
    )


def turn_first_key(work: UnitOfWork, close_out_id: int, view: str) -> None:
    """Agree for those who asked and those who supervise, with one's own view of the result."""
    close_out, issue, leads = _opened(work, close_out_id)
    may_turn_first_key(work, issue, close_out, leads).demand()
    work.require(P.TURN_KEY_ONE, *as_raiser(work, issue))
    close_out.raiser_view = view
    close_out.first_key_id, close_out.first_key_at = work.person_id, work.now
    close_out.first_key_role = work.role
    _turned(work, close_out, rules.FIRST)


def may_turn_second_key(
    work: UnitOfWork, issue: Issue, close_out: CloseOut, leads: frozenset[int]
) -> Verdict:
    """The residents' committee, or the owners' committee on owners' matters; never the doer, never both keys."""
    keys = close_outs.keys_of(close_out, leads)
    held = granted(P.TURN_KEY_TWO, work.standings())
    return (
        work.may(P.TURN_KEY_TWO)
        .then(lambda: rules.may_answer_for(held, Nature(issue.nature) if issue.nature else None))
        .then(lambda: rules.may_turn(keys, rules.SECOND, work.person_id))
    )


def turn_second_key(work: UnitOfWork, close_out_id: int) -> None:
    """Agree for the body that is responsible."""
    close_out, issue, leads = _opened(work, close_out_id)
    may_turn_second_key(work, issue, close_out, leads).demand()
    work.require(P.TURN_KEY_TWO)
    close_out.second_key_id, close_out.second_key_at = work.person_id, work.now
    close_out.second_key_role = work.role
    _turned(work, close_out, rules.SECOND)


def _opened(work: UnitOfWork, close_out_id: int) -> tuple[CloseOut, Issue, frozenset[int]]:
    close_out = work.get(CloseOut, close_out_id, lock=True)
    issue = work.get(Issue, close_out.issue_id)
    return close_out, issue, orders.orders_of(work, issue.id).leads


def _turned(work: UnitOfWork, close_out: CloseOut, key: int) -> None:
    """One key is turned; with the other one turned before, the issue is closed out."""
    both = close_out.first_key_id is not None and close_out.second_key_id is not None
    if both:
        close_out.closed_at = work.now
    work.record(KeyTurned(issue_id=close_out.issue_id, close_out_id=close_out.id, key=key, role=work.role))
    if both:
        work.record(IssueClosedOut(issue_id=close_out.issue_id, close_out_id=close_out.id))


def may_refuse_close_out(work: UnitOfWork, issue: Issue, close_out: CloseOut) -> Verdict:
    """Whoever could turn a key may say no instead, while it is not settled."""
    keys = close_outs.keys_of(close_out, frozenset())
    held = granted(P.REFUSE_CLOSE, work.standings(*as_raiser(work, issue)))
    return (
        work.may(P.REFUSE_CLOSE, *as_raiser(work, issue))
        .then(lambda: may_judge(work, P.REFUSE_CLOSE, issue))
        .then(lambda: rules.may_answer_for(held, Nature(issue.nature) if issue.nature else None))
        .then(lambda: rules.may_refuse(keys))
    )


def refuse_close_out(work: UnitOfWork, close_out_id: int, reason: str) -> None:
    """Not closed: back to work, and the reason is public."""
    close_out, issue, _leads = _opened(work, close_out_id)
    may_refuse_close_out(work, issue, close_out).demand()
    work.require(P.REFUSE_CLOSE, *as_raiser(work, issue))
    close_out.refused_reason, close_out.refused_at, close_out.refused_role = reason, work.now, work.role
    work.record(CloseOutRefused(issue_id=issue.id, close_out_id=close_out.id, role=work.role))
