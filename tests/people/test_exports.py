"""Lists that go out: whose fields are masked, who may fetch them for how long, no cell starts a formula."""

import csv
import io
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from sqlalchemy import QueuePool
from sqlalchemy.orm import Session

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.people.acts.exports import take_export
from civic.people.queries.exports import own_export
from civic.people.routes import exports
from civic.people.rules.importing.columns import OF_THE_TEMPLATE
from civic.people.rules.importing.reading import read_entry
from civic.people.sheets.read import read_sheet
from civic.people.sheets.sheet import Sheet
from civic.people.sheets.writing import write_xlsx
from civic.people.tables import Person
from civic.store.engine import Database
from tests.people.kept import BORN, PHONE, Kept, keep, looked
from tests.web import Browser

WHY = "核对业主名册，准备表决"
COLUMNS = [
    "estate",
    "building",
    "entrance",
    "floor",
    "door",
    "kind",
    "area",
    "area_source",
    "state",
    "household",
    "name",
    "relation",
    "owner",
    "share",
    "named_voter",
    "phone",
    "born_on",
    "registered",
    "from_on",
    "to_on",
]
ROWS = {
    "full": "工福小区 1号楼 1 1 101 住宅 89.60 产权证 已售 1 何藏名甲 户主 是 1/2 是 13812345678 1943-05-12 是 2020-01-01 -",
    "full elsewhere": "工福小区 1号楼 2 1 201 住宅 89.60 产权证 已售 - 何藏名丙 不住 是 1/1 是 13812345678 1943-05-12 - 2020-01-01 -",
    "masked": "工福小区 1号楼 - - - 住宅 - - 已售 - 何** 户主 是 - - 138******** 19** 是 - -",
}
"""What a row of each kind of list holds, column by column; - is an empty cell."""


@pytest.fixture
def kept(database: Database) -> Kept:
    return keep(database)


def export(kept: Kept, folder: Path, data: str, **more: Any) -> tuple[Browser, str]:
    """The committee's browser at the page of a fresh list, and its address."""
    reading = kept.at("刘敏", folder)
    reading.get("/admin/exports")
    page = reading.post("/admin/exports", data=data, follow=False, **more)
    assert page.status == 303
    return reading, page.location.removeprefix("/gongfu")


def cells(reading: Browser, address: str) -> list[list[str]]:
    """The rows of the list as a spreadsheet would read its plain text."""
    answer = reading.client.get(f"/gongfu{address}/roll.csv")
    assert answer.status_code == 200
    text = answer.content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("kind", ROWS)
def test_every_field_of_every_list(kept: Kept, kind: str, tmp_path: Path) -> None:
    data = kind.split()[0]
    reading, address = export(kept, tmp_path, data, reason=WHY)
    rows = cells(reading, address)
    assert len(rows[0]) == len(COLUMNS)
    wanted = ["" if cell == "-" else cell for cell in ROWS[kind].split()]
    assert wanted in rows, rows[:6]


def test_a_masked_list_tells_nobodys_door_name_or_number(kept: Kept, tmp_path: Path) -> None:
    reading, address = export(kept, tmp_path, "masked")
    for row in cells(reading, address)[1:]:
        told = " ".join(row)
        assert not any(word in told for word in ("藏名", PHONE, "1943", "101", "201", "89.60"))
    body = reading.client.get(f"/gongfu{address}/roll.xlsx").content
    assert PHONE.encode() not in body


def test_whoever_is_gone_stands_on_no_list(kept: Kept, tmp_path: Path) -> None:
    reading, address = export(kept, tmp_path, "full", reason=WHY)
    assert "何藏名丁" not in str(cells(reading, address))


def test_a_list_of_one_building_holds_no_other(kept: Kept, tmp_path: Path) -> None:
    reading, address = export(kept, tmp_path, "full", reason=WHY, building=kept.cast.buildings["1号楼"])
    assert {row[1] for row in cells(reading, address)[1:]} == {"1号楼"}


@pytest.mark.parametrize("name", ["roll.xlsx", "roll.csv"])
def test_the_database_is_free_while_a_file_is_written(
    kept: Kept, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list of thousands takes a while; others read and write meanwhile."""
    reading, address = export(kept, tmp_path, "full", reason=WHY)
    database = kept.cast.workshop.database
    held: list[tuple[int, int]] = []
    for each in ("write_xlsx", "write_csv"):
        whole = getattr(exports, each)

        def watched(*rows: Any, whole: Any = whole) -> Any:
            held.append((reader_connections(database), len(rows[1])))
            return whole(*rows)

        monkeypatch.setattr(exports, each, watched)
    answer = reading.client.get(f"/gongfu{address}/{name}", headers={"Accept-Encoding": "identity"})
    assert int(answer.headers["content-length"]) == len(answer.content) > 0
    ((connections, rows),) = held
    assert connections == 0
    assert rows > 5


def reader_connections(database: Database) -> int:
    """How many are in somebody's hands now."""
    pool = database.reader.pool
    assert isinstance(pool, QueuePool)
    return pool.checkedout()


def test_4310_people_are_written_within_a_second_or_two() -> None:
    """Half a second on a quiet machine; the bound leaves room for a busy one."""
    row = ["1号楼", "1", "12", "1203", "住宅", "89.60", "测绘", "已售", "1", "王小明", "户主", "是", "1/1", "是",
           "13812345678", "1943-05-12", "是", "2020-01-01", ""]  # fmt: skip
    began = monotonic()
    body = write_xlsx(COLUMNS, [[*row[:9], f"王小明{n}", *row[10:]] for n in range(4310)])
    assert monotonic() - began < 5
    sheet = read_sheet("roll.xlsx", body)
    assert isinstance(sheet, Sheet)
    assert len(sheet.rows) == 4310


def test_files_are_sent_to_be_kept_under_plain_names(kept: Kept, tmp_path: Path) -> None:
    reading, address = export(kept, tmp_path, "masked")
    for name, kind in {"roll.xlsx": "spreadsheetml.sheet", "roll.csv": "text/csv; charset=utf-8"}.items():
        answer = reading.client.get(f"/gongfu{address}/{name}")
        saved = answer.headers["content-disposition"]
        assert saved.startswith(f"attachment; filename=\"{name}\"; filename*=UTF-8''%E5%90%8D%E5%86%8C."), (
            "and 名册 where Chinese is read"
        )
        assert kind in answer.headers["content-type"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"


def test_nobody_but_its_maker_and_only_for_a_quarter_of_an_hour(
    kept: Kept, database: Database, tmp_path: Path
) -> None:
    with Session(database.writer) as session:
        from civic.people.tables import Office

        other = kept.cast.people["赵玉梅"]
        session.add(
            Office(
                community_id=kept.cast.community_id, person_id=other, kind="committee",
                from_on=kept.cast.clock.now().date(),
            )
        )  # fmt: skip
        session.commit()
    reading, address = export(kept, tmp_path, "full", reason=WHY)
    files = [address, f"{address}/roll.xlsx", f"{address}/roll.csv"]
    assert {reading.client.get(f"/gongfu{each}").status_code for each in files} == {200}
    for name, status in {"赵玉梅": 404, "维托": 404, "孙浩": 403, "关锋": 403, "楼一": 403}.items():
        assert {kept.at(name, tmp_path).get(each).status for each in files} == {status}, name
    ident = int(address.rsplit("/", 1)[1])
    kept.cast.clock.advance(minutes=14, seconds=59)
    with kept.cast.acting("刘敏", write=False) as work:
        assert own_export(work, ident).id == ident
    kept.cast.clock.advance(seconds=1)
    with pytest.raises(NotFound), kept.cast.acting("刘敏", write=False) as work:
        own_export(work, ident)


def test_a_list_in_full_needs_a_reason_and_everything_is_logged(
    kept: Kept, database: Database, tmp_path: Path
) -> None:
    reading = kept.at("刘敏", tmp_path)
    for reason in ("", "要"):
        reading.get("/admin/exports")
        page = reading.post("/admin/exports", data="full", reason=reason)
        assert page.status == 422
        assert page.says("至少 10 个字")
    reading.get("/admin/exports")
    assert reading.post("/admin/exports", data="full", reason=WHY, building="999999").status == 422
    assert looked(database, kept.cast) == []
    export(kept, tmp_path, "masked", building=kept.cast.buildings["1号楼"])
    export(kept, tmp_path, "full", reason=WHY)
    found = [(each.what, each.reason, each.building_id) for each in looked(database, kept.cast)]
    assert found == [("export", "", kept.cast.buildings["1号楼"]), ("export", WHY, None)]
    assert reading.get("/admin/exports").says("1号楼，已脱敏", "整个社区，完整", WHY)


def test_only_the_committee_takes_lists_out(kept: Kept) -> None:
    for name in ("楼一", "格一", "关锋", "周建", "陈书", "赵玉梅"):
        with pytest.raises(NotAllowed), kept.cast.acting(name) as work:
            take_export(work, masked=True)
    with pytest.raises(Refusal), kept.cast.acting("刘敏") as work:
        take_export(work, masked=False, reason="要")
    with pytest.raises(NotFound), kept.cast.acting("维托") as work:
        take_export(work, masked=True, building_id=kept.cast.buildings["1号楼"])


def test_another_communitys_list_is_not_there(kept: Kept) -> None:
    with kept.cast.acting("维托") as work:
        theirs = take_export(work, masked=True).id
    with pytest.raises(NotFound), kept.cast.acting("刘敏") as work:
        own_export(work, theirs)


def test_no_cell_starts_a_formula(kept: Kept, database: Database, tmp_path: Path) -> None:
    with Session(database.writer) as session:
        session.get_one(Person, kept.people["甲"]).name = '=HYPERLINK("x")'
        session.get_one(Person, kept.people["乙"]).phone = "+8613800000000"
        session.commit()
    reading, address = export(kept, tmp_path, "full", reason=WHY)
    for row in cells(reading, address):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row)
    assert any("'=HYPERLINK" in cell for row in cells(reading, address) for cell in row)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("name", ["roll.xlsx", "roll.csv"])
def test_a_full_list_can_be_read_in_again(kept: Kept, language: str, name: str, tmp_path: Path) -> None:
    reading, address = export(kept, tmp_path, "full", reason=WHY)
    reading.client.cookies.set("civic-look", f"m.light.{language}")
    sheet = read_sheet(name, reading.client.get(f"/gongfu{address}/{name}").content)
    assert isinstance(sheet, Sheet)
    assert set(sheet.columns) == set(OF_THE_TEMPLATE)
    assert not sheet.unknown
    entries = [read_entry(number, row, kept.cast.clock.now().date()) for number, row in sheet.rows]
    assert not [entry.refused for entry in entries if entry.refused]
    found = {(entry.name, entry.door): entry for entry in entries}
    living, owning = found["何藏名甲", "101"], found["何藏名丙", "201"]
    assert (living.phone, living.born_on, living.relation, living.share) == (
        PHONE,
        BORN,
        "householder",
        (1, 2),
    )
    assert (owning.owner, owning.relation, owning.share) == (True, "elsewhere", (1, 1))


def test_a_masked_list_is_refused_when_read_in(kept: Kept, tmp_path: Path) -> None:
    reading, address = export(kept, tmp_path, "masked")
    sheet = read_sheet("roll.xlsx", reading.client.get(f"/gongfu{address}/roll.xlsx").content)
    assert isinstance(sheet, Sheet)
    entries = [read_entry(number, row, kept.cast.clock.now().date()) for number, row in sheet.rows]
    assert all(entry.refused for entry in entries)
