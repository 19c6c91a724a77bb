"""Names as they are read, searched and refused; doors as people type them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic.people.rules.names import DoorTyped, door_typed, initials, initials_typed, may_be_name, tidy
from civic.people.rules.names.surnames import SURNAMES


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("王桂兰", "wgl"), ("吕布", "lb"), ("单晓", "sx"), ("仇小明", "qxm"), ("解珍", "xz"), ("查良镛", "zly"), ("朴正", "pz"),
        ("乐嘉", "yj"), ("区小姐", "oxj"), ("曾国藩", "zgf"), ("翟天", "zt"), ("秘书", "bs"), ("缪斯", "ms"), ("盖叫天", "gjt"),
        ("种师道", "csd"), ("覃海洋", "qhy"), ("员半千", "ybq"), ("召虎", "sh"), ("黑强", "hq"), ("繁星", "px"), ("能元", "ny"),
        ("阚清子", "kqz"), ("牟其中", "mqz"), ("王单", "wd"), ("王乐", "wl"), ("欧阳修", "oyx"), ("尉迟恭", "ycg"), ("万俟卨", "mqx"),
        ("单于丹", "cyd"), ("长孙无忌", "zswj"), ("令狐冲", "lhc"), ("阿卜杜拉·买买提", "abdlmmt"), ("阿卜杜拉•买买提", "abdlmmt"),
        ("单·巴特尔", "dbte"), ("Anna Li", "al"), ("ÉMILE Zola", "ez"), ("李Anna", "la"), (" 王 桂 兰 ", "wgl"), ("𠮷田", "t"),
        ("Иван", ""), ("", ""), ("3M中国有限公司", "mzgyxgs"), ("工福街物业", "gfjwy"), ("王桂兰1", "wgl"),
    ],
)  # fmt: skip
def test_the_letters_a_name_is_found_by(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_the_table_of_family_names_says_one_sound_a_character() -> None:
    assert len(SURNAMES) >= 40
    assert all(
        len(sound.split()) == len(name) and sound.replace(" ", "").isascii()
        for name, sound in SURNAMES.items()
    )


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        ("wgl", "wgl"),
        ("WGL", "wgl"),
        ("ＷＧＬ", "wgl"),
        ("w g l", "wgl"),
        ("王gl", ""),
        ("501", ""),
        ("2-1-501", ""),
        ("", ""),
    ],
)
def test_what_can_be_initials(typed: str, letters: str) -> None:
    assert initials_typed(typed) == letters


@given(st.text(max_size=30))
def test_initials_are_small_letters_and_survive_tidying(name: str) -> None:
    found = initials(name)
    assert found == "" or initials_typed(found) == found
    assert initials(tidy(name)) == found


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("2-1-501", DoorTyped("2", 1, "501")),
        ("2号楼1单元501", DoorTyped("2", 1, "501")),
        ("2号楼 1单元 501室", DoorTyped("2", 1, "501")),
        ("２号楼１单元５０１", DoorTyped("2", 1, "501")),
        ("二号楼一单元501", DoorTyped("2", 1, "501")),
        ("十二号楼三单元501", DoorTyped("12", 3, "501")),
        ("二十号楼", DoorTyped("20")),
        ("2#1-501", DoorTyped("2", 1, "501")),
        ("2幢1门501", DoorTyped("2", 1, "501")),
        ("12栋1203", DoorTyped("12", None, "1203")),
        ("A座1203", DoorTyped("A", None, "1203")),
        ("a-1203", DoorTyped("A", None, "1203")),
        ("2–1–501", DoorTyped("2", 1, "501")),
        ("2 1 501", DoorTyped("2", 1, "501")),
        ("2/1/501", DoorTyped("2", 1, "501")),
        ("2-501", DoorTyped("2", None, "501")),
        ("2号楼501", DoorTyped("2", None, "501")),
        ("1单元501", DoorTyped(None, 1, "501")),
        ("501", DoorTyped(None, None, "501")),
        ("501室", DoorTyped(None, None, "501")),
        ("501a", DoorTyped(None, None, "501A")),
        ("2号楼", DoorTyped("2")),
        ("2号楼1单元", DoorTyped("2", 1)),
        ("2-1-", DoorTyped("2", None, "1")),
        ("王桂兰", None),
        ("wgl", None),
        ("", None),
        ("1-2-3-4", None),
        ("2号楼王桂兰", None),
        ("王2", None),
        ("%", None),
    ],
)
def test_a_door_as_people_type_it(typed: str, parts: DoorTyped | None) -> None:
    assert door_typed(typed) == parts


@given(st.integers(1, 99), st.integers(1, 9), st.integers(1, 34), st.integers(1, 8))
def test_a_door_in_either_spelling_is_the_same(building: int, entrance: int, floor: int, number: int) -> None:
    door = f"{floor}{number:02d}"
    parts = DoorTyped(str(building), entrance, door)
    assert door_typed(f"{building}-{entrance}-{door}") == parts
    assert door_typed(f"{building}号楼{entrance}单元{door}室") == parts


@given(st.text(max_size=20))
def test_nothing_that_is_typed_is_an_error(text: str) -> None:
    door_typed(text)
    may_be_name(text)


HIDDEN = "This name contains signs that cannot be seen; please type it anew."
MIXED = "This name mixes letters of different scripts that look alike; please type it anew."


@pytest.mark.parametrize(
    ("name", "because"),
    [
        ("王桂兰", None), ("阿卜杜拉·买买提", None), ("𠮷田", None), ("\U00030edd", None), ("Anna Li", None), ("O'Brien-Łuk", None),
        ("李Anna", None), ("ᠮᠣᠩᠭᠣᠯ", None), ("ئابدۇللا", None), ("क\u094d\u200dष", None), ("3M中国有限公司", None), ("Ａｎｎａ", None),
        ("", "A name needs at least one letter."), ("  ", "A name needs at least one letter."),
        ("123", "A name needs at least one letter."), ("王" * 61, "This name is longer than %(n)s characters."),
        ("王\n桂兰", HIDDEN), ("王\u200b桂兰", HIDDEN), ("王\u202e桂兰", HIDDEN), ("王\u2066桂兰", HIDDEN), ("王\ue000", HIDDEN),
        ("王\u2028兰", HIDDEN), ("\u200d王", HIDDEN), ("王\u200d", HIDDEN), ("王\u200d 兰", HIDDEN), ("王\x00", HIDDEN),
        ("王\ufeff", HIDDEN), ("王\U000e0041", HIDDEN), ("王\ud800", HIDDEN),
        ("Аnna", MIXED), ("Wαng", MIXED), ("Ａнна", MIXED),
    ],
)  # fmt: skip
def test_what_a_name_may_be_made_of(name: str, because: str | None) -> None:
    verdict = may_be_name(name)
    assert (verdict.because.text if verdict.because else None) == because


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("  王  桂兰 ", "王 桂兰"), ("阿卜杜拉 • 买买提", "阿卜杜拉·买买提"), ("阿卜杜拉・买买提", "阿卜杜拉·买买提"),
        ("E\u0301mile", "Émile"), ("王\u3000桂兰", "王 桂兰"),
    ],
)  # fmt: skip
def test_one_spelling(name: str, plain: str) -> None:
    assert tidy(name) == plain


@given(st.text(max_size=30))
def test_tidying_twice_changes_nothing_more(name: str) -> None:
    once = tidy(name)
    assert tidy(once) == once == unicodedata.normalize("NFC", once)
