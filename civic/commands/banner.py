"""What `civic run` prints: the address, the demo's people, which database."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from civic.commands.places import passwords_file
from civic.demo.accounts import read_passwords
from civic.people.tables import Account, Office
from civic.permissions import NAMES, Standing
from civic.settings import Settings
from civic.store.engine import SAFE_SQLITE, Database, sqlite_module
from civic.store.tables import Community
from civic.work import Workshop


def banner(settings: Settings, workshop: Workshop) -> list[str]:
    """The lines."""
    address = settings.public_url or f"http://{_host(settings.host)}:{settings.port}"
    lines = [f"Civic is at {address} ({engine_words(workshop.database)})"]
    with Session(workshop.database.reader) as session:
        communities = session.execute(select(Community.id, Community.slug, Community.demo)).all()
        if not communities:
            return [*lines, "No community yet. Make one with: civic init   (or look around with: civic demo)"]
        demo = next((c for c in communities if c.demo), None)
        if demo:
            lines += ["", f"The people of the demo: {address}/{demo.slug}/in"]
            lines += _people(session, settings, demo.id)
    return lines


def engine_words(database: Database) -> str:
    """Which database this is, and whether it is one with the WAL-reset bug."""
    if not database.is_sqlite:
        return "PostgreSQL"
    module = sqlite_module()
    old = module.sqlite_version_info < SAFE_SQLITE
    warning = ", older than 3.51.3: run `civic check`" if old else ""
    return f"SQLite {module.sqlite_version}{warning}"


def _people(session: Session, settings: Settings, community_id: int) -> list[str]:
    passwords = dict(read_passwords(passwords_file(settings)))
    rows = session.execute(
        select(Account.login, Office.kind)
        .outerjoin(Office, Office.person_id == Account.person_id)
        .where(Account.community_id == community_id)
        .order_by(Account.id, Office.id)
    )
    offices: dict[str, str] = {}
    for row in rows:
        offices.setdefault(row.login, NAMES[Standing(row.kind)].text if row.kind else "Resident")
    if settings.loopback:
        tap = "On that page one tap signs you in as any of them; or name and password:"
    else:
        tap = "Sign in with name and password:"
    return [tap, *(f"  {login}  {passwords.get(login, '-'):<11}  {what}" for login, what in offices.items())]


def _host(host: str) -> str:
    return f"[{host}]" if ":" in host else host
