"""The code from the console: the first administrator chooses a password."""

from sqlalchemy import delete, select

from civic.core.verdict import Verdict
from civic.people.acts.second_factor import drop_second_factor
from civic.people.queries.codes import taken_like
from civic.people.rules.logins import folded, suggested
from civic.people.rules.sign_in import may_use_code
from civic.people.tables import Account, Person, PersonCode
from civic.store.tables import LoginSession
from civic.work import UnitOfWork


def may_take_account(work: UnitOfWork, setup: PersonCode) -> Verdict:
    """Whoever has the code from the console, once, within its hour."""
    return may_use_code(work.now, setup.expires_at, setup.used_at)


def take_account(work: UnitOfWork, setup_id: int, password_hash: str) -> int:
    """The administrator's own password; sessions under an older one end, a lost second factor is taken away.
    Gives the person's id."""
    setup = work.get(PersonCode, setup_id, lock=True)
    may_take_account(work, setup).demand()
    setup.used_at = work.now
    work.session.execute(delete(LoginSession).where(LoginSession.person_id == setup.person_id))
    account = work.session.execute(
        select(Account).where(Account.person_id == setup.person_id)
    ).scalar_one_or_none()
    if account is None:
        name = work.get(Person, setup.person_id).name
        login = suggested(name, "", taken_like(work, name, ""))
        account = work.add(Account(person_id=setup.person_id, login=folded(login), password_hash=""))
    account.password_hash = password_hash
    drop_second_factor(work, setup.person_id)
    return setup.person_id
