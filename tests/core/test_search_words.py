"""What is stored and what is typed go through the same hands."""

import pytest

from civic.store.marking import excerpt, marked
from civic.store.search import (
    MOST_PHRASES,
    MOST_WORDS,
    Phrase,
    as_tsvector,
    for_fts5,
    for_tsquery,
    phrases_of,
    prepared,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("游麟路早市", "游 麟 路 早 市"),
        ("ＧＦ－２０２６－０１７", "gf 2026 017"),
        ("3号楼2单元LED灯", "3 号 楼 2 单 元 led 灯"),
        ("电话：13800138000。", "电 话 13800138000"),
        ("Fire ﬁre FIRE", "fire fire fire"),
        ("㈱½，①", "株 1 2 1"),
        ("王𬭎、〇一", "王 𬭎 〇 一"),
        ("can't stop-it", "can t stop it"),
        ("，。！", ""),
        ("", ""),
        ("a" * 5000, "a" * 60),
    ],
)
def test_a_text_becomes_words(text: str, words: str) -> None:
    assert prepared(text) == words


def test_a_phrase_does_not_run_from_title_to_text() -> None:
    assert prepared("路", "", "灯") == "路 ǀ 灯"


def words(*phrases: str, open_end: bool = False) -> tuple[Phrase, ...]:
    return tuple(Phrase(tuple(each.split()), open_end) for each in phrases)


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ("路", words("路")),
        ("早市", words("早 市")),
        ("早市 占道", words("早 市", "占 道")),
        ("早市\u3000占道", words("早 市", "占 道")),
        ("路灯，早市", words("路 灯", "早 市")),
        ("“早市 占道”", words("早 市 占 道")),
        ("「早市 占道」", words("早 市 占 道")),
        ("gf-2026-017", words("gf 2026 017")),
        ("８：３０", words("8 30")),
        ("138-0013", words("138 0013")),
        ("路 路 路", words("路")),
        ('"早市', words("早 市")),
        ('早"市" "', words("早", "市")),
        ('""', ()),
        ("，。！*()\"'", ()),
        ("", ()),
        ("lamp", words("lamp", open_end=True)),
        ('"lamp"', words("lamp")),
        ("or", words("or")),
        ("and OR near(路)", (*words("and", open_end=True), *words("or"), *words("near", open_end=True), *words("路"))),
        ("^路* {words}: -灯 +梯", (*words("路"), *words("words", open_end=True), *words("灯", "梯"))),
    ],
)  # fmt: skip
def test_what_was_typed_becomes_phrases(typed: str, phrases: tuple[Phrase, ...]) -> None:
    assert phrases_of(typed) == phrases


def test_what_was_typed_is_bounded() -> None:
    many = phrases_of(" ".join(chr(0x4E00 + n) for n in range(500)))
    assert len(many) == MOST_PHRASES
    assert sum(len(each.words) for each in phrases_of("路" * 500 + " 灯")) == MOST_WORDS


def test_each_database_reads_its_own_spelling() -> None:
    asked = phrases_of('早市 lamp "a b"')
    assert for_fts5(asked, "c7") == 'place : "c7" AND words : "早 市" AND words : "lamp" * AND words : "a b"'
    assert for_tsquery(asked) == "('早' <-> '市') & ('lamp':*) & ('a' <-> 'b')"
    assert as_tsvector("路 灯 路") == "'路':1,3 '灯':2"


def shown(pieces: list[tuple[str, bool]]) -> str:
    return "".join(f"[{text}]" if hit else text for text, hit in pieces)


@pytest.mark.parametrize(
    ("text", "typed", "seen"),
    [
        ("游麟路早市占道", "早市", "游麟路[早市]占道"),
        ("路灯、路面", "路", "[路]灯、[路]面"),
        ("ＧＦ－２０２６－０１７号", "gf-2026-017", "[ＧＦ－２０２６－０１７]号"),
        ("早 市", "早市", "[早 市]"),
        ("New Lamps, lamp", "lamp", "New [Lamps], [lamp]"),
        ("New Lamps, lamp", '"lamp"', "New Lamps, [lamp]"),
        ("早市早市", "早市 市早", "[早市早市]"),
        ("ﬁre", "fire", "[ﬁre]"),
        ("<b>路</b>", "路", "<b>[路]</b>"),
        ("没有", "路", "没有"),
    ],
)
def test_marks_stand_where_the_words_are(text: str, typed: str, seen: str) -> None:
    assert shown(marked(text, phrases_of(typed))) == seen


def test_an_excerpt_begins_near_the_first_match() -> None:
    text = "电梯停在三楼，老人困在里面。" * 10 + "门口的早市占道，" + "车开不进来。" * 20
    seen = shown(excerpt(text, phrases_of("早市"), 40))
    assert seen.startswith("…")
    assert "门口的[早市]占道" in seen
    assert seen.endswith("…")
    assert len(seen) < 50


def test_an_excerpt_of_a_short_text_is_all_of_it() -> None:
    assert shown(excerpt("早市\n占道", phrases_of("早市"), 40)) == "[早市] 占道"
    assert shown(excerpt("", phrases_of("早市"), 40)) == ""
