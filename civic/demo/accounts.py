"""Passwords for those of the cast who can sign in: random, kept in a file that only the owner reads."""

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from civic.core.entropy import Entropy, code
from civic.demo.book import Population
from civic.people.passwords import hashed
from civic.people.tables import Account
from civic.store.engine import Database


def give_passwords(database: Database, entropy: Entropy, roll: Population, file: Path) -> None:
    """A password for every account of the demo, its hash in the database, the words in the file."""
    lines = []
    with Session(database.writer) as session:
        accounts = session.scalars(
            select(Account).where(Account.community_id == roll.community_id).order_by(Account.id)
        )
        for account in accounts:
            password = f"{code(entropy, 5)}-{code(entropy, 5)}"
            account.password_hash = hashed(password)
            lines.append(f"{account.login}\t{password}\n")
        session.commit()
    file.unlink(missing_ok=True)
    file.touch(mode=0o600)
    file.write_text("".join(lines), encoding="utf-8")


def read_passwords(file: Path) -> list[tuple[str, str]]:
    """Login and password of each; none if the file is not there."""
    if not file.exists():
        return []
    rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    return [(row[0], row[1]) for row in rows if len(row) == 2]
