"""A password is checked here and nowhere else: counted first, then hashed, outside every transaction."""

import logging
from dataclasses import replace
from typing import Any

from starlette.responses import Response

from civic.people.acts.limits import Door, knock
from civic.people.acts.sign_in import Proof, may_sign_in
from civic.people.passwords import fits, hashed, outdated
from civic.people.queries.accounts import account_by_login
from civic.people.rules.limits import ADDRESS, LOGIN, network
from civic.people.rules.logins import folded
from civic.web.call import Call
from civic.web.forms import Filled

log = logging.getLogger("civic")


def prove_password(call: Call, login: str, password: str) -> Proof:
    """Whose password it is. The same statements, one hash check and the same answer, whoever exists."""
    doors: tuple[Door, ...] = ((LOGIN, folded(login)), (ADDRESS, network(call.address)))
    with call.opened(write=True) as work:
        wait_until = knock(work, *doors)
        account = account_by_login(work, login)
    if wait_until is not None:
        log.warning("sign-in: too many tries from %s", network(call.address))
        return Proof(doors, wait_until)
    stored = account.password_hash if account else ""
    if not fits(stored, password) or account is None:
        log.warning("sign-in: wrong password from %s", network(call.address))
        return Proof(doors)
    better = hashed(password) if outdated(stored) else ""
    log.info("sign-in: person %s proved who they are", account.person_id)
    return replace(Proof(doors), account_id=account.id, checked=stored, better=better)


def refused(call: Call, proof: Proof, template: str, form: Filled[Any], **context: Any) -> Response:
    """The page again: 422 for a wrong password, 429 while one has to wait. Nothing tells who exists."""
    response = call.page(
        template, status=429 if proof.wait_until else 422, form=form, fragment=context.pop("fragment", ""), **context
    )  # fmt: skip
    if proof.wait_until and call.work:
        seconds = (proof.wait_until - call.work.now).total_seconds()
        response.headers["Retry-After"] = str(max(1, int(seconds)))
    return response


def why_not(proof: Proof) -> Any:
    """The sentence of a proof that failed."""
    return may_sign_in(proof).because
