"""What search reads."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

import civic.store.base
import civic.store.matching
from civic.store.search import prepared

revision = "2026_11_27_finding"
down_revision = "2026_11_26_finishing_people"
branch_labels = None
depends_on = None

INSTANT = civic.store.base.Instant(timezone=True)
WORDS = civic.store.matching.Words()
FTS5 = (
    # Without content of its own: the triggers hand over what was there when it changes or goes.
    "CREATE VIRTUAL TABLE passage_words USING fts5"
    "(place, words, content='', tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER passage_in AFTER INSERT ON passage BEGIN INSERT INTO passage_words (rowid, place, words) "
    "VALUES (NEW.id, 'c' || NEW.community_id, NEW.words); END",
    "CREATE TRIGGER passage_out AFTER DELETE ON passage BEGIN INSERT INTO passage_words "
    "(passage_words, rowid, place, words) VALUES ('delete', OLD.id, 'c' || OLD.community_id, OLD.words); END",
    "CREATE TRIGGER passage_anew AFTER UPDATE OF id, community_id, words ON passage BEGIN "
    "INSERT INTO passage_words (passage_words, rowid, place, words) "
    "VALUES ('delete', OLD.id, 'c' || OLD.community_id, OLD.words); "
    "INSERT INTO passage_words (rowid, place, words) VALUES (NEW.id, 'c' || NEW.community_id, NEW.words); END",
)
PRIVATE = ("private_service", "dispute")
DELICATE = ("disputes", "hardship")


def upgrade() -> None:
    """The table, its index of words, and what was written so far."""
    op.create_table(
        "passage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("building_id", sa.Integer(), nullable=True),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("words", WORDS, nullable=False),
        sa.CheckConstraint("kind IN ('issue', 'contribution', 'notice')", name=op.f("ck_passage_kind")),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_passage_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passage")),
        sa.UniqueConstraint("kind", "row_id", name=op.f("uq_passage_kind_row_id")),
    )
    narrowing = ["kind", "category", "building_id", "at", "issue_id"]
    op.create_index("ix_passage_newest", "passage", ["community_id", "id", *narrowing])
    op.create_index(op.f("ix_passage_issue_id"), "passage", ["issue_id"])
    if op.get_bind().dialect.name == "sqlite":
        for statement in FTS5:
            op.execute(statement)
    _fill()
    if op.get_bind().dialect.name == "postgresql":
        op.create_index("ix_passage_words", "passage", ["words"], postgresql_using="gin")
        op.execute("ANALYZE passage")


def downgrade() -> None:
    """All of it can be made anew."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE passage_words")
    op.drop_table("passage")


def _fill() -> None:
    """Issues, contributions and notices as they are, oldest first; as `civic reindex` does it today."""
    names = [
        "community_id",
        "kind",
        "row_id",
        "issue_id",
        "category",
        "building_id",
        "at",
        "title",
        "text",
        "words",
    ]
    types = {"at": INSTANT, "words": WORDS}
    passage = sa.table("passage", *(sa.column(name, types.get(name)) for name in names))
    rows = sorted(_rows(), key=lambda row: row["at"])
    for start in range(0, len(rows), 500):
        op.get_bind().execute(sa.insert(passage), rows[start : start + 500])


def _rows() -> Iterator[dict[str, Any]]:
    texts = ["facts", "wish", "findings", "background", "scope", "receiver", "reason"]
    issue = _table(
        "issue", "id community_id category nature building_id title reference code", texts, "raised_at"
    )
    building = _table("building", "id name")
    topic = _table("topic", "id issue_id")
    said = _table("contribution", "id topic_id text", (), "at")
    notice = _table("notice", "id issue_id title body code", (), "posted_at")
    around = [issue.c[name] for name in ("community_id", "category", "building_id")]
    shown = sa.or_(
        issue.c.nature.not_in(PRIVATE), issue.c.nature.is_(None) & issue.c.category.not_in(DELICATE)
    )
    bind = op.get_bind()

    issues = sa.select(issue, building.c.name.label("place")).outerjoin(
        building, building.c.id == issue.c.building_id
    )
    for row in bind.execute(issues.where(shown)).mappings():
        text = "\n".join(filter(None, (row[name] for name in texts)))
        numbers = (row["reference"], row["code"], row["place"] or "")
        yield _passage("issue", row, row["id"], row["raised_at"], row["title"], text, numbers)

    spoken = sa.select(said, topic.c.issue_id, *around).join(topic, topic.c.id == said.c.topic_id)
    for row in bind.execute(spoken.join(issue, issue.c.id == topic.c.issue_id).where(shown)).mappings():
        yield _passage("contribution", row, row["issue_id"], row["at"], "", row["text"], ())

    posted = sa.select(notice, issue.c.reference, *around).join(issue, issue.c.id == notice.c.issue_id)
    for row in bind.execute(posted.where(shown)).mappings():
        numbers = (row["reference"], row["code"])
        yield _passage("notice", row, row["issue_id"], row["posted_at"], row["title"], row["body"], numbers)


def _passage(
    kind: str, row: Any, issue_id: int, at: Any, title: str, text: str, numbers: tuple[str, ...]
) -> dict[str, Any]:
    return {
        "community_id": row["community_id"], "kind": kind, "row_id": row["id"], "issue_id": issue_id,
        "category": row["category"], "building_id": row["building_id"], "at": at, "title": title, "text": text,
        "words": prepared(title, *text.split("\n"), *numbers),
    }  # fmt: skip


def _table(name: str, columns: str, texts: Any = (), instant: str = "") -> sa.TableClause:
    instants = [sa.column(instant, INSTANT)] if instant else []
    return sa.table(name, *(sa.column(each) for each in (*columns.split(), *texts)), *instants)
