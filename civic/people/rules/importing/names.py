"""Names as they may stand on the roll, and telephone numbers (security.md §1.5, Names)."""

import re
import unicodedata

from civic.core.message import say
from civic.people.rules.importing import words
from civic.people.rules.importing.fault import Fault
from civic.people.rules.importing.numbers import tight

LONGEST = 60
FORBIDDEN = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}
JOINERS = "\u200c\u200d"
BETWEEN = " ·•‧.'’-" + JOINERS
HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
PADDED = re.compile(rf"{HAN}(\s+{HAN})+")
TWO_NAMES = re.compile(rf"{HAN}{{2,4}}(\s+{HAN}{{2,4}})+")
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")

MOBILE = re.compile(r"1[3-9][0-9]{9}")
LANDLINE = re.compile(r"(0[0-9]{2,3})?[2-9][0-9]{6,7}|[48]00[0-9]{7}")
ABROAD = re.compile(r"\+[1-9][0-9]{7,14}")


def name_of(text: str) -> str:
    """A name in NFC; 王　明 padded with a space is 王明. Fault for several people, signs, what is too long."""
    name = unicodedata.normalize("NFC", text.strip())
    people = [part for part in re.split(f"[{re.escape(words.NAME_SEPARATORS)}]", name) if part.strip()]
    if TWO_NAMES.fullmatch(name):
        people = name.split()
    if len(people) > 1:
        raise Fault(
            say(
                "“%(text)s” looks like %(n)s people in one cell. Please give each of them a row of their own.",
                text=text[:60],
                n=len(people),
            )
        )
    if PADDED.fullmatch(name):
        name = "".join(name.split())
    name = " ".join(name.split(" "))
    _check_signs(name)
    return name


def _check_signs(name: str) -> None:
    for place, sign in enumerate(name):
        if unicodedata.category(sign) in FORBIDDEN and not _joins(name, place):
            raise Fault(say("This name holds an invisible or forbidden sign. Please type it again by hand."))
    if len(name) > LONGEST:
        raise Fault(say("This name is longer than %(most)s characters. Please shorten it.", most=LONGEST))
    if not name[:1].isalpha() or not _has_name(name):
        raise Fault(
            say("“%(text)s” is no name. Please write the name as on the household register.", text=name[:60])
        )
    if len(_scripts(name)) > 1:
        raise Fault(
            say(
                "“%(text)s” mixes letters of several alphabets. Please type it again by hand.", text=name[:60]
            )
        )


def _joins(name: str, place: int) -> bool:
    between = name[place - 1 : place] + name[place + 1 : place + 2]
    return name[place] in JOINERS and len(between) == 2 and between.isalpha()


def _has_name(name: str) -> bool:
    """Letters and what stands between them; a firm's name may hold figures and brackets too."""
    return is_organisation(name) or all(sign.isalpha() or _joining(sign) for sign in name)


def _joining(sign: str) -> bool:
    return sign in BETWEEN or unicodedata.category(sign).startswith("M")


def _scripts(name: str) -> set[str]:
    kinds = {unicodedata.name(sign, "").split(" ")[0] for sign in name if sign.isalpha()}
    return kinds & set(SCRIPTS)


def is_organisation(name: str) -> bool:
    """Whether a name is a firm's or a body's and no person's: it can own, but it does not live anywhere."""
    bare = re.sub(r"[(（][^)）]*[)）]$", "", name).casefold()
    return len(bare) > 3 and bare.endswith(words.ORGANISATIONS)


def phone_of(text: str) -> str:
    """Digits alone, +86 gone: a mobile number, a landline with or without its area, one from abroad. Else Fault."""
    number = re.sub(r"[().-]", "", tight(text))
    number = re.sub(r"^(\+|00)86", "", number)
    if not any(shape.fullmatch(number) for shape in (MOBILE, LANDLINE, ABROAD)):
        raise Fault(
            say(
                "“%(text)s” is no telephone number. A mobile number has 11 digits, one number stands in a cell.",
                text=text[:60],
            )
        )
    return number
