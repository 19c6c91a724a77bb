"""The second factor: six digits from one's own phone (RFC 6238), or a recovery code. Each works once."""

import base64
import hmac
import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta

import pyotp

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.rules.sign_in import KEEPERS
from civic.people.rules.slips import code_typed
from civic.permissions import Standing

SECONDS = 30
"""How long one code is shown; the one before and the one after are taken too, for clocks that are a little off."""
RECOVERY_CODES = 8
RECOVERY_SIGNS = 8
TICKET_SECONDS = 300
"""So long after the password the second factor may be given."""
TWO_HANDS = timedelta(days=7)
"""So long whoever took away a second factor gives that person no code."""
CODES_SHOWN_SECONDS = 300
"""So long fresh recovery codes stay on the screen; after that nobody sees them again."""

WRONG = say(
    "This code does not fit. Please type the six digits that your phone shows now, or a recovery code."
)


def step_at(now: datetime) -> int:
    """The number of the half minute in which a code is shown."""
    return int(now.timestamp()) // SECONDS


def secret_of(key: bytes) -> str:
    """The key as apps and people write it: base32, 32 signs for 20 bytes."""
    return base64.b32encode(key).decode()


def digits_at(key: bytes, step: int) -> str:
    """The six digits of that half minute."""
    return pyotp.TOTP(secret_of(key), interval=SECONDS).generate_otp(step)


def fitting_step(key: bytes, typed: str, now: datetime, last: int) -> int | None:
    """The half minute whose digits were typed; None where they fit none, or one that was used already."""
    here, found = step_at(now), None
    for step in (here - 1, here, here + 1):
        fits = hmac.compare_digest(digits_at(key, step), typed)
        if fits and step > last:
            found = step
    return found


def app_address(key: bytes, login: str, place: str) -> str:
    """What the QR code says to the app: the key, and under which name to show it."""
    return pyotp.TOTP(secret_of(key), interval=SECONDS).provisioning_uri(name=login, issuer_name=place)


def in_fours(secret: str) -> list[str]:
    """A key to be typed by hand, in groups of four."""
    return [secret[at : at + 4] for at in range(0, len(secret), 4)]


def read_digits(typed: str) -> str:
    """Six digits however they were typed: full-width, with blanks between; "" for anything else."""
    plain = "".join(unicodedata.normalize("NFKC", typed).replace("-", "").split())
    return plain if len(plain) == 6 and plain.isascii() and plain.isdigit() else ""


def read_recovery(typed: str) -> str:
    """A recovery code as forgivingly as a slip's; "" for none."""
    return code_typed(typed) or ""


def should_turn_on(standings: Iterable[Standing], *, on: bool, demo: bool) -> bool:
    """Who reaches everybody's data, in a real community, and has no second factor yet (ASVS 6.3.3)."""
    return not on and not demo and bool(KEEPERS & set(standings))


def may_begin(*, on: bool) -> Verdict:
    """A new phone takes the old one's place only once that was turned off with its own code."""
    if on:
        return no(say("The second factor is on already. With a new phone, first turn it off with a code."))
    return YES


def may_give_code_after(taken_at: datetime | None, now: datetime) -> Verdict:
    """Whoever took away somebody's second factor gives them no code: both in one hand would be a way into
    another's account. `taken_at`: when the giver took it away."""
    if taken_at is not None and now - taken_at < TWO_HANDS:
        return no(say("You took away this person's second factor. For seven days another gives the code."))
    return YES


def may_take_away(remover: int, person: int, *, on: bool) -> Verdict:
    """For somebody who lost the phone and the recovery codes; never for oneself."""
    if remover == person:
        return no(say("Nobody takes away their own second factor here. Somebody else in office must do it."))
    if not on:
        return no(say("This person has no second factor."))
    return YES
