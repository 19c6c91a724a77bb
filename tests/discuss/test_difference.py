"""What changed between two versions of a text."""

from civic.discuss.rules import Piece, difference


def spelt(before: str, after: str) -> str:
    marks = {"same": "{}", "gone": "[-{}]", "added": "[+{}]"}
    return "".join(marks[piece.kind].format(piece.text) for piece in difference(before, after))


def test_a_figure_in_a_clause() -> None:
    assert spelt("划 48 个摊位，08:30 前清空。", "划 40 个摊位，08:30 前清空。") == (
        "划 [-48][+40] 个摊位，08:30 前清空。"
    )


def test_a_clause_more_and_nothing_at_all() -> None:
    assert spelt("摆摊。", "摆摊，收摊后保洁。") == "摆摊[+，收摊后保洁]。"
    assert difference("", "") == []
    assert difference("照旧", "照旧") == [Piece("same", "照旧")]


def test_nothing_is_lost_on_either_side() -> None:
    before, after = "老人买菜不便；\n摊主没有去处。", "老人买菜照旧。\n摊主有 40 个摊位；抽签。"
    pieces = difference(before, after)
    assert "".join(p.text for p in pieces if p.kind != "added") == before
    assert "".join(p.text for p in pieces if p.kind != "gone") == after


def test_long_stretches_are_shown_as_a_whole() -> None:
    assert [piece.kind for piece in difference("长" * 2000, "短" * 2000)] == ["gone", "added"]
