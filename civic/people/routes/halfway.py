"""Between the password and the second factor: this browser proved the first half. Sealed, for five minutes."""

from dataclasses import dataclass

from civic.core.entropy import derived, digest
from civic.people.queries.accounts import account_of
from civic.people.rules.second_factor import TICKET_SECONDS
from civic.people.tables import Account
from civic.web.call import Call
from civic.web.security import sealed, unsealed
from civic.work import UnitOfWork

COOKIE = "civic-second"


@dataclass(frozen=True)
class Half:
    """Whose password or code it was, and whether others use this phone too."""

    account: Account
    shared: bool


def keep_half(call: Call, work: UnitOfWork, account: Account, *, shared: bool) -> None:
    """Worth something for this account as it stands, to this browser alone."""
    until = int(work.now.timestamp()) + TICKET_SECONDS
    text = f"second:{account.id}:{until}:{int(shared)}:{_bound(work, account, call.session_token)}"
    call.after.append((COOKIE, sealed(call.house.secret, text), TICKET_SECONDS))


def drop_half(call: Call) -> None:
    """It has done its work."""
    call.after.append((COOKIE, "", 0))


def proven_half(call: Call, work: UnitOfWork) -> Half | None:
    """Who proved the first half; also whoever is signed in since before the second factor was turned on."""
    parts = (unsealed(call.house.secret, call.cookies.get(COOKIE, "")) or "").split(":")
    if len(parts) == 5 and parts[0] == "second" and int(parts[2]) > work.now.timestamp():
        account = work.session.get(Account, int(parts[1]))
        if (
            account is not None and account.community_id == work.community.id
            and account.totp_since is not None and parts[4] == _bound(work, account, call.session_token)
        ):  # fmt: skip
            return Half(account, parts[3] == "1")
    if work.actor is None or work.actor.helper_id is not None or work.actor.strong:
        return None
    account = account_of(work, work.person_id)
    return Half(account, False) if account is not None and account.totp_since is not None else None


def _bound(work: UnitOfWork, account: Account, token: str) -> str:
    """Changes with the browser, the password, the second factor itself."""
    state = f"{account.password_hash}:{account.oidc_subject}:{account.totp_salt}:{account.totp_since}"
    return derived(work.secret, f"second:{account.id}:{state}:{digest(token)}").hex()[:32]
