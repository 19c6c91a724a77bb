"""A share that stands wrongly on the roll is corrected in place: the same owner, the same days, another part."""

from fractions import Fraction

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.acts.owning import may_edit_ownership
from civic.people.events.households import ShareCorrected
from civic.people.queries.dwellings import holdings_of
from civic.people.rules.editing import SHARE_WRONG, Span, may_correct_share
from civic.people.tables import Dwelling, Ownership
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_correct(work: UnitOfWork, row: Ownership) -> Verdict:
    """As for every edit of the dwelling and of the owner; what was taken back has no share."""
    void = Span(row.from_on, row.to_on).void
    return may_edit_ownership(work, row).then(
        lambda: no(say("This was taken back: it counts on no day.")) if void else YES
    )


def may_correct_ownership_share(work: UnitOfWork, row: Ownership, share: Fraction) -> Verdict:
    """Another share than before, and no more than the other owners leave on any day that it lasts."""
    others = [(each.span, each.share) for each in holdings_of(work, row.dwelling_id) if each.id != row.id]
    span, before = Span(row.from_on, row.to_on), Fraction(row.share_num, row.share_den)
    return may_correct(work, row).then(
        lambda: may_correct_share(others, span, before if row.share_known else None, share)
    )


def correct_ownership_share(work: UnitOfWork, ownership_id: int, share: Fraction, reason: str) -> Ownership:
    """The roll had it wrong from the first day. Rolls of votes whose notice is out stay as they are."""
    row = work.get(Ownership, ownership_id, lock=True)
    work.get(Dwelling, row.dwelling_id, lock=True)
    may_correct_ownership_share(work, row, share).demand()
    work.require(P.EDIT_ROLL)
    before = row.share_num, row.share_den
    row.share_num, row.share_den, row.share_known = share.numerator, share.denominator, True
    work.record(
        ShareCorrected(
            ownership_id=row.id, person_id=row.person_id, dwelling_id=row.dwelling_id, num_before=before[0],
            den_before=before[1], num_after=row.share_num, den_after=row.share_den,
            reason_no=SHARE_WRONG.index(reason) + 1,
        )
    )  # fmt: skip
    return row
