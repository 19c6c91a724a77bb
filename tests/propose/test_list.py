from datetime import timedelta
from typing import Any

from sqlalchemy import insert

from civic.propose.queries import listing
from civic.propose.queries.listing import Wanted, counts, listed
from civic.propose.rules import STATUS, Phase
from civic.propose.tables import Issue
from civic.store.engine import Database
from tests.cast import MORNING, Cast
from tests.propose.conftest import raised
from tests.web import statements


def many(cast: Cast, number: int, **changes: Any) -> None:
    """That many issues, past the acts: only their number matters here."""
    row = {
        "community_id": cast.community_id, "year": 2025, "title": "灯不亮", "facts": "x", "wish": "x", "category": "public",
        "raiser_id": cast.people["赵玉梅"], "raised_at": MORNING, "moved_at": MORNING, "settled_at": MORNING,
        "answer_due_on": MORNING.date(), "phase": "closed", **changes,
    }  # fmt: skip
    rows = [
        {**row, "number": n, "reference": f"GF-2025-{n:03d}", "code": f"C{n:07d}"}
        for n in range(1, number + 1)
    ]
    with cast.acting("刘敏") as work:
        work.session.execute(insert(Issue), rows)


def test_six_statements_whatever_the_number(cast: Cast, database: Database, at: Any) -> None:
    seen = []
    for number in (0, 45):
        many(cast, number) if number else raised(cast, "赵玉梅")
        for name in (None, "赵玉梅"):
            reader = at(name)
            with statements(database) as asked:
                assert reader.get("/issues").status == 200
            seen.append(len(asked))
    assert max(seen) <= 6, seen
    assert len(set(seen)) == 1, seen


def test_pages_of_twenty_with_real_links(cast: Cast, at: Any) -> None:
    many(cast, 45)
    reader = at()
    assert reader.get("/issues").text.count('<li class="item') == 20
    assert 'href="/gongfu/issues?page=2"' in reader.page.text
    last = reader.get("/issues?status=closed&category=public&page=3")
    assert last.text.count('<li class="item') == 5
    assert "第 3 页" in last
    assert "category=public&amp;page=2" in last.text
    assert reader.get("/issues?page=999").text.count('<li class="item') == 5
    assert reader.get("/issues?page=-1&status=nonsense&category=<b>").text.count('<li class="item') == 20


def test_status_category_and_lateness(cast: Cast, at: Any) -> None:
    raised(cast, "赵玉梅")
    many(cast, 2)
    cast.clock.advance(days=10)
    page = at().get("/issues?status=waiting")
    page.says("单元门关不上", "待受理 1", "已办结 2", "超期 3 天", "2号楼")
    assert "灯不亮" not in page
    assert "这里暂时没有事项" in at().get("/issues?status=waiting&category=culture")


def test_an_empty_community_says_so(at: Any) -> None:
    at().get("/issues").says("还没有人提出事项")


def test_nothing_of_the_neighbouring_community(cast: Cast, at: Any, reference: str) -> None:
    assert "还没有人提出事项" in at("维托").get("/issues")


def test_the_database_knows_the_word_of_every_phase(cast: Cast) -> None:
    for number, phase in enumerate(Phase, 1):
        with cast.acting("刘敏") as work:
            row = work.add(
                Issue(
                    year=2024, number=number, reference=f"GF-2024-{number:03d}", code=f"P{number}", title="x",
                    facts="x", wish="x", category="other", raiser_id=cast.people["赵玉梅"], raised_at=work.now,
                    moved_at=work.now, settled_at=work.now, answer_due_on=work.today, phase=phase.value,
                    merged_into_id=1 if phase is Phase.MERGED else None,
                )
            )  # fmt: skip
            assert row.status == STATUS[phase]


def test_large_communities_are_counted_every_few_seconds(
    cast: Cast, database: Database, monkeypatch: Any
) -> None:
    monkeypatch.setattr(listing, "LARGE", 1)
    many(cast, 3)
    with cast.acting(None, write=False) as work:
        assert counts(work).of("closed") == 3
    with cast.acting(None, write=False) as work, statements(database) as asked:
        assert counts(work).of() == 3
        assert asked == []
    cast.clock.advance(seconds=listing.KEPT / timedelta(seconds=1))
    with cast.acting(None, write=False) as work, statements(database) as asked:
        assert counts(work).of() == 3
        assert len(asked) == 1


def test_newest_first(cast: Cast) -> None:
    for title in ("一", "二"):
        raised(cast, "赵玉梅", title)
    with cast.acting(None, write=False) as work:
        assert [row.title for row in listed(work, Wanted(), 1)] == ["二", "一"]
