"""Private values are planted and everybody reads everything: each value stands where the table says, nowhere else."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import escape
from json import dumps
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from civic.discuss.tables import Contribution
from civic.people.rules.sight import masks
from civic.web.security import HEADERS
from tests.security.planted import BANNERS, MAY
from tests.security.planting import PRIVATE, WORDS, Gardener
from tests.security.reading import EVERYBODY, Reading, Sighting
from tests.security.spellings import Finder
from tests.security.wire import Answer
from tests.security.world import built

Values = dict[str, str | date]


def planted_values(gardener: Gardener) -> Values:
    """Everything that is looked for, by its name in the table."""
    found: Values = {}
    for who, kept in PRIVATE.items():
        found |= {
            f"{who} name": kept.name, f"{who} phone": kept.phone, f"{who} birthday": kept.born_on,
            f"{who} door": kept.door, f"{who} login": kept.login,
            f"{who} last digits": f"****{kept.phone[-4:]}",
        }  # fmt: skip
    return {**found, **WORDS, **gardener.garden.secrets}


@pytest.fixture(scope="module")
def reading(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reading]:
    """A world of its own, with everything planted, not yet read."""
    gardener = Gardener()
    with built(sqlite_template, tmp_path_factory.mktemp("planted"), gardener.plant) as world:
        reading = Reading(world, gardener, Finder(()))
        reading.go("topic")
        reading.finder = Finder(planted_values(gardener).items())
        yield reading


def allowed() -> set[Sighting]:
    """The table, unfolded."""
    return {
        Sighting(value, kind, reader)
        for value, kinds in MAY.items()
        for kind, readers in kinds.items()
        for reader in EVERYBODY
        if reader.replace(" ", "_") in readers.split()
    }


def leaks(reading: Reading) -> dict[Sighting, str]:
    """What was seen against the table, with an address."""
    fine = allowed()
    return {
        seen: at
        for seen, at in reading.seen.items()
        if seen not in fine and (seen.value, seen.reader) not in BANNERS
    }


def test_every_planted_value_is_in_the_table_and_every_reader_exists(reading: Reading) -> None:
    assert set(MAY) == set(planted_values(reading.gardener))
    named = {reader for kinds in MAY.values() for readers in kinds.values() for reader in readers.split()}
    assert named <= {reader.replace(" ", "_") for reader in EVERYBODY}
    assert len(MAY) >= 40


def test_forty_planted_values_read_as_everybody(reading: Reading) -> None:
    """No leak; and what somebody may see they do see, so that nothing passes for want of looking."""
    everything = replace(reading, seen={}, failures=set(), pages=0).everything()
    found = [f"{seen} {at}" for seen, at in leaks(everything).items()]
    assert not found, f"{len(found)} leaks\n" + "\n".join(sorted(found)[:80])
    missed = sorted(map(str, allowed() - everything.seen.keys()))
    assert not missed, f"{len(missed)} never met\n" + "\n".join(missed[:80])
    assert not everything.failures, "\n".join(sorted(everything.failures))
    assert everything.pages > 5000


def zipped(text: str) -> bytes:
    """A workbook, as far as looking goes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/sharedStrings.xml", text)
    return file.getvalue()


PHONE, NAME, BORN, LOGIN = "13871320001", "何藏名甲", date(1931, 2, 11), "o'login&7131"
SPELLED = [
    ("phone", PHONE),
    ("phone", "138 7132 0001"),
    ("phone", "<b>138</b>-7132-<i>0001</i>"),
    ("phone", "１３８７１３２０００１"),
    ("phone", "&#49;3871320001"),
    ("phone", 'data-phone="13871320001"'),
    ("phone", "tel:+86%2013871320001"),
    ("name", f"<bdi>{NAME}</bdi>"),
    ("name", quote(NAME)),
    ("name", dumps(NAME)),
    ("name", "何\u200b藏 名甲"),
    ("name", "".join(f"&#x{ord(sign):x};" for sign in NAME)),
    ("born", "1931-02-11"),
    ("born", "1931年2月11日"),
    ("born", "11 February 1931"),
    ("born", "Feb 11, 1931"),
    ("born", "1931/02/11"),
    ("login", escape(LOGIN)),
    ("login", quote_plus(LOGIN)),
    ("login", LOGIN.upper()),
]


@pytest.mark.parametrize(("value", "text"), SPELLED)
def test_a_value_is_found_however_it_is_spelled(value: str, text: str) -> None:
    finder = Finder([("phone", PHONE), ("name", NAME), ("born", BORN), ("login", LOGIN)])
    page = f"<p>好</p>{text}<p>1931</p>"
    assert finder.found(Answer(200, (), page, page.encode())) == {value}
    assert finder.found(Answer(200, (), "", zipped(text))) == {value}
    assert finder.found(Answer(303, (("set-cookie", f"a={text}"),), "")) == {value}
    assert finder.found(Answer(303, (("location", f"/x?{text}"),), "")) == {value}


def test_what_is_not_there_is_not_found() -> None:
    finder = Finder([("phone", PHONE), ("name", NAME), ("born", BORN), ("login", LOGIN)])
    page = "138******** 何** 19** 1931 2月11日 o'login"
    assert finder.found(Answer(200, (("x", "1"),), page, page.encode())) == set()


FEW_READERS = ["visitor", "clerk", "grid_worker", "supervisor"]


def glance(reading: Reading, *addresses: str, spoiled: sa.Update | None = None) -> set[str]:
    """What a few readers see, against the table, on these pages."""
    reading.go("topic")
    if spoiled is not None:
        with Session(reading.world.database.writer) as session:
            session.execute(spoiled)
            session.commit()
    short = replace(reading, seen={}, failures=set())
    for reader in FEW_READERS:
        for address in addresses:
            short.read(reader, f"/gongfu{address}")
    return {f"{seen.value}: {seen.reader}, {seen.kind}" for seen in leaks(short)}


def test_planted_leaks_are_found(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name written out where a mask should be kept, a mask that masks nothing, a header too many."""
    views = f"/issues/{reading.world.halts['topic'].params['other']['reference']}/views"
    at_home = f"/admin/people/{reading.gardener.garden.people['甲']}"
    assert glance(reading, views, at_home, "/board") == set()
    named = sa.update(Contribution).values(shown_as=NAME)
    assert glance(reading, views, spoiled=named) == {f"甲 name: {reader}, public" for reader in FEW_READERS}
    with monkeypatch.context() as patch:
        patch.setattr(masks, "masked_phone", lambda phone: phone)
        assert glance(reading, at_home) == {"甲 phone: grid_worker, roll"}
    with monkeypatch.context() as patch:
        patch.setitem(HEADERS, "X-Who", quote(NAME))
        assert glance(reading, "/board") == {f"甲 name: {reader}, public" for reader in FEW_READERS}
