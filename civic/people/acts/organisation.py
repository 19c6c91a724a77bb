"""Linking one's sign-in at an organisation to one's account; unlinking it."""

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.events.organisation import OrganisationLinked, OrganisationUnlinked
from civic.people.queries.accounts import account_of
from civic.people.queries.organisation import account_by_subject
from civic.people.tables import Account
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission
TAKEN = say("This sign-in opens another account already. Please call us if that is wrong.")


def may_link_organisation(work: UnitOfWork, account: Account, subject: str) -> Verdict:
    """One's own account, and a sign-in that opens no other."""
    return work.may(P.KEEP_ACCOUNT).then(lambda: _free(work, account, subject))


def link_organisation(work: UnitOfWork, account_id: int, subject: str) -> None:
    """From now on it opens this account."""
    account = work.get(Account, account_id, lock=True)
    may_link_organisation(work, account, subject).demand()
    work.require(P.KEEP_ACCOUNT)
    account.oidc_subject = subject
    work.record(OrganisationLinked(person_id=account.person_id))


def may_unlink_organisation(work: UnitOfWork, account: Account | None) -> Verdict:
    """One's own, where it is linked."""
    linked = account is not None and account.oidc_subject is not None
    return work.may(P.KEEP_ACCOUNT).then(lambda: YES if linked else no(say("It is not linked.")))


def unlink_organisation(work: UnitOfWork) -> None:
    """It opens nothing here any more."""
    account = account_of(work, work.person_id)
    may_unlink_organisation(work, account).demand()
    work.require(P.KEEP_ACCOUNT)
    assert account is not None
    account.oidc_subject = None
    work.record(OrganisationUnlinked(person_id=account.person_id))


def _free(work: UnitOfWork, account: Account, subject: str) -> Verdict:
    other = account_by_subject(work, subject)
    return no(TAKEN) if other is not None and other.id != account.id else YES
