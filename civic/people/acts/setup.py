"""The code from the console: the first administrator chooses a password."""

from sqlalchemy import delete, select

from civic.core.verdict import Verdict
from civic.people.acts.sessions import begin_session
from civic.people.passwords import hashed
from civic.people.rules.sign_in import may_set_password, may_use_code
from civic.people.tables import Account, Person, PersonCode
from civic.store.tables import LoginSession
from civic.work import UnitOfWork


def may_take_account(work: UnitOfWork, setup: PersonCode) -> Verdict:
    """Whoever has the code from the console, once, within its hour."""
    return may_use_code(work.now, setup.expires_at, setup.used_at)


def take_account(work: UnitOfWork, setup_id: int, password: str, token: str) -> None:
    """The administrator's own password, and signed in at once; sessions under an older one end."""
    setup = work.get(PersonCode, setup_id, lock=True)
    may_take_account(work, setup).then(lambda: may_set_password(password)).demand()
    setup.used_at = work.now
    work.session.execute(delete(LoginSession).where(LoginSession.person_id == setup.person_id))
    account = work.session.execute(
        select(Account).where(Account.person_id == setup.person_id)
    ).scalar_one_or_none()
    if account is None:
        name = work.get(Person, setup.person_id).name
        account = work.add(Account(person_id=setup.person_id, login=name, password_hash=""))
    account.password_hash = hashed(password)
    begin_session(work, setup.person_id, token, shared_phone=False)
