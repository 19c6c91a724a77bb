"""What an operator types, and what the command answers."""

import re
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from civic.__main__ import COMMANDS
from civic.app import build_house, build_workshop, create_app
from civic.commands.banner import banner
from civic.core.clock import ManualClock
from civic.core.entropy import SeededEntropy
from civic.settings import read_settings
from civic.store.engine import connect
from civic.store.tables import Community
from tests.commands.conftest import Install
from tests.web import Browser

FOUND = (
    "init", "--slug", "weiwan", "--name", "苇湾社区", "--prefix", "WW", "--phone", "0536-1", "--help-name", "王芳",
    "--administrator", "王芳",
)  # fmt: skip


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "bench"])
def test_each_command_explains_itself_with_an_example(empty: Install, command: str) -> None:
    status, printed = empty.civic(command, "--help")
    assert status == 0
    assert re.search(r"example:\n +(CIVIC_\w+=\S+ )?civic " + command, printed)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("CIVIC_PORT", "eighty", "use a number from 1 to 65535"),
        ("CIVIC_DATABASE_URL", "mysql://x", "use sqlite:////path"),
        ("CIVIC_PUBLIC_URL", "civic.example", "begin with https://"),
        ("CIVIC_DEMO_TODAY", "tomorrow", "write it as 2026-12-01"),
        ("CIVIC_HOST", "0.0.0.0", "set CIVIC_PUBLIC_URL=https://"),
    ],
)
def test_a_wrong_setting_stops_the_start(empty: Install, name: str, value: str, words: str) -> None:
    empty.monkeypatch.setenv(name, value)
    status, printed = empty.civic("run")
    assert status == 2
    assert printed.startswith(f"civic: {name}: ")
    assert words in printed
    assert len(printed.splitlines()) == 1


def test_the_demo_is_loaded_once(install: Install) -> None:
    assert install.civic("demo", "--if-empty") == (0, "")
    status, printed = install.civic("demo")
    assert status == 1
    assert "holds a community already" in printed


def test_the_passwords_of_the_demo_are_its_owners_alone(install: Install) -> None:
    file = install.folder / "demo-passwords.txt"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len({line.split("\t")[1] for line in file.read_text().splitlines()}) >= 14


def test_a_passwords_opens_the_door(install: Install) -> None:
    name, password = (install.folder / "demo-passwords.txt").read_text().splitlines()[0].split("\t")
    browser = at(install, datetime(2026, 7, 24, 3, tzinfo=UTC))
    browser.get("/in")
    browser.post("/in", login=name, password=password)
    assert browser.get("/me").says(name)


def test_migrate_says_where_the_database_is(empty: Install) -> None:
    status, printed = empty.civic("migrate")
    assert status == 0
    assert printed.startswith("Database is at 20")


def test_verify_ledger_finds_the_first_wrong_entry(install: Install) -> None:
    status, printed = install.civic("verify-ledger")
    assert status == 0
    assert printed.startswith("gongfu: whole, ")
    install.change("DROP TRIGGER entry_stays", "UPDATE entry SET kind = 'x' WHERE height IN (12, 40)")
    status, printed = install.civic("verify-ledger")
    assert status == 1
    assert printed.startswith("gongfu: broken, entry 12 of ")


def test_reindex_makes_anew_what_was_lost(install: Install) -> None:
    before = install.civic("reindex")
    assert before[0] == 0
    assert before[1].startswith("gongfu: ")
    assert int(before[1].split()[1]) > 20
    install.change("DELETE FROM passage")
    assert install.civic("reindex") == before
    found = at(install, datetime(2026, 7, 24, 3, tzinfo=UTC)).get("/search?q=早市")
    found.says("找到", "游麟路早市")


def at(install: Install, moment: datetime, slug: str = "gongfu") -> Browser:
    """A browser at this installation, at that moment."""
    settings = read_settings()
    workshop = build_workshop(settings, ManualClock(moment), SeededEntropy(str(moment)))
    app = create_app(build_house(settings, workshop), ticking=False)
    return Browser(TestClient(app, base_url="https://testserver"), slug)


def code_in(printed: str) -> str:
    found = re.search(r"/weiwan(/first/\S+)", printed)
    assert found
    return found[1]


def test_the_first_administrator_chooses_a_password(empty: Install) -> None:
    status, printed = empty.civic(*FOUND)
    path, soon = code_in(printed), datetime.now(UTC) + timedelta(minutes=5)
    browser = at(empty, soon, "weiwan")
    assert status == 0
    assert browser.get(path).says("王芳")
    assert browser.post(path, password="short").says("请至少用 10 个字符")
    assert browser.page.status == 422
    browser.post(path, password="a short sentence")
    assert browser.get("/me").says("王芳", "管理员")
    # Once used, it is worth nothing.
    assert at(empty, soon, "weiwan").get(path).status == 409


def test_a_code_lives_for_an_hour(empty: Install) -> None:
    path = code_in(empty.civic(*FOUND)[1])
    late = datetime.now(UTC) + timedelta(minutes=61)
    assert at(empty, late, "weiwan").get(path).says("已过一小时")


def test_a_new_code_ends_the_old_one(empty: Install) -> None:
    soon = datetime.now(UTC) + timedelta(minutes=5)
    old, new = (code_in(empty.civic(*FOUND)[1]) for _ in range(2))
    assert at(empty, soon, "weiwan").get(old).status == 409
    assert at(empty, soon, "weiwan").get(new).status == 200
    assert at(empty, soon, "weiwan").get("/first/AAAAA-AAAAA-AAAAA-AAAAA").status == 404


def test_no_code_is_stored(empty: Install) -> None:
    code = code_in(empty.civic(*FOUND)[1]).removeprefix("/first/")
    assert not [f for f in Path(empty.folder).iterdir() if code.encode() in f.read_bytes()]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("init", "--slug", "Ä"), "--slug"),
        (("init",), "--slug is missing"),
        ((*FOUND[:5], "--prefix", "ww", *FOUND[7:]), "--prefix"),
        ((*FOUND, "--language", "fr"), "--language: 'fr' is none of zh_CN, en."),
    ],
)
def test_init_says_what_is_wrong(empty: Install, words: tuple[str, ...], says: str) -> None:
    status, printed = empty.civic(*words)
    assert status == 2
    assert says in printed


def test_init_asks_again_for_what_cannot_be_used(empty: Install) -> None:
    answers = iter(["苇湾", "", "weiwan", "苇湾社区", "ww", "WW", "0536-1", "王芳", "王芳", "fr", "en"])
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    empty.monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    empty.monkeypatch.setattr("builtins.input", answer)
    status, printed = empty.civic("init")
    assert status == 0
    assert "/weiwan/first/" in printed
    assert asked[1].startswith("--slug: '苇湾' cannot stand in an address")
    assert asked[2].startswith("--slug is missing")
    assert asked[5].startswith("--prefix: 'ww' is none; use 1 to 6 capitals")
    assert asked[-1].startswith("--language: 'fr' is none of zh_CN, en.")
    with Session(connect(read_settings().database_url).reader) as session:
        assert session.scalars(select(Community.language)).one() == "en"


def test_the_start_says_where_it_is_and_how_to_enter(install: Install) -> None:
    settings = read_settings()
    workshop = build_workshop(settings, ManualClock(datetime(2026, 7, 24, 3, tzinfo=UTC)), SeededEntropy("x"))
    lines = banner(settings, workshop)
    name, password = (install.folder / "demo-passwords.txt").read_text().splitlines()[0].split("\t")
    assert re.fullmatch(r"Civic is at http://127\.0\.0\.1:8000 \(SQLite 3\.\d+\.\d+.*\)", lines[0])
    assert "http://127.0.0.1:8000/gongfu/in" in "\n".join(lines)
    assert f"  {name}  {password}  Residents' committee" in lines
    assert len(lines) >= 18


def test_without_a_community_the_start_says_how_to_make_one(empty: Install) -> None:
    empty.civic("migrate")
    settings = read_settings()
    workshop = build_workshop(settings, ManualClock(datetime(2026, 7, 24, tzinfo=UTC)), SeededEntropy("x"))
    assert "civic init" in banner(settings, workshop)[1]
