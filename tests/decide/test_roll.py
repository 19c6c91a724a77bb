"""How the roll is frozen: its text names nobody, its hash knows every hundredth."""

from hypothesis import given
from hypothesis import strategies as st

from civic.decide.rules.kinds import Counter
from civic.decide.rules.roll import RollLine, entitled, roll_hash, roll_text

CHEN = 7


def test_what_a_roll_weighs() -> None:
    roll = [RollLine(CHEN, (1, 2), 1, 8_050), RollLine(0, (3,), 1, 7_000)]
    assert entitled(roll, [Counter.HEAD, Counter.AREA]) == {Counter.HEAD: 2, Counter.AREA: 15_050}


def test_the_text_of_a_roll_names_nobody() -> None:
    assert roll_text([RollLine(CHEN, (2, 1), 1, 8_050)]) == "civic roll 1\n7\t1\t8050\t1,2\n"


def test_one_hundredth_is_another_roll() -> None:
    assert roll_hash([RollLine(1, (1,), 1, 8_000)]) != roll_hash([RollLine(1, (1,), 1, 8_001)])


lines = st.lists(
    st.builds(
        RollLine, st.integers(0, 20), st.tuples(st.integers(1, 500)), st.just(1), st.integers(1, 20_000)
    ),
    unique_by=lambda line: line.dwelling_ids,
    max_size=40,
)


@given(st.data(), lines)
def test_the_order_of_lines_changes_nothing(data: st.DataObject, some: list[RollLine]) -> None:
    assert roll_hash(data.draw(st.permutations(some))) == roll_hash(some)
