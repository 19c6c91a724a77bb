"""Shares are exact: the bound is included, or it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic.core.share import Share, percent


@pytest.mark.parametrize(
    "text", ["", "2/3", ">=66.67%", ">=3/2", ">1/1", ">=0/3", "> 1/2", ">=1/0", ">=-1/2"]
)
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="share"):
        Share.parse(text)


@pytest.mark.parametrize("text", [">=2/3", ">1/2", ">=1/1"])
def test_of_nothing_nothing_is_enough(text: str) -> None:
    assert not Share.parse(text).met(0, 0)


@pytest.mark.parametrize(
    ("text", "got", "base", "met"),
    [
        (">1/2", 50, 100, False),
        (">1/2", 51, 100, True),
        (">=2/3", 139, 209, False),
        (">=2/3", 140, 209, True),
        (">=2/3", 2, 3, True),  # 66.67 % would refuse it
        (">=2/3", 44, 67, False),
        (">=2/3", 45, 67, True),
        (">2/3", 2, 3, False),
        (">=3/4", 118, 158, False),
        (">=3/4", 119, 158, True),
        (">=1/1", 3, 4, False),
        (">=1/1", 4, 4, True),
    ],
)
def test_bounds(text: str, got: int, base: int, met: bool) -> None:
    assert Share.parse(text).met(got, base) is met


@pytest.mark.parametrize(
    ("text", "base", "least", "mark"),
    [
        (">=2/3", 209, 140, 140),
        (">=2/3", 1764050, 1176034, 1176034),
        (">1/2", 158, 80, 79),
        (">1/2", 1310240, 655121, 655120),
        (">=3/4", 158, 119, 119),
        (">1/2", 67, 34, 33),
        (">1/2", 0, 1, 0),
    ],
)
def test_the_figure_at_the_mark(text: str, base: int, least: int, mark: int) -> None:
    share = Share.parse(text)
    assert (share.least(base), share.mark(base)) == (least, mark)


def test_percentages_are_cut_never_rounded_up() -> None:
    assert percent(2, 3) == "66.66%"
    assert percent(1_310_240, 1_764_050) == "74.27%"
    assert percent(199_999, 200_000) == "99.99%"
    assert percent(0, 0) == "–"


shares = st.sampled_from([">=2/3", ">1/2", ">=3/4", ">2/3", ">=1/1", ">=1/3", ">=1/10"]).map(Share.parse)


@given(shares, st.integers(1, 10**9))
def test_the_least_is_the_first_that_meets_it(share: Share, base: int) -> None:
    least = share.least(base)
    assert share.met(least, base)
    assert not share.met(least - 1, base)


@given(shares, st.integers(0, 10**6), st.integers(1, 10**6))
def test_the_mark_tells_the_same_as_the_bound(share: Share, got: int, base: int) -> None:
    mark = share.mark(base)
    assert share.met(got, base) is (got > mark if share.strict else got >= mark)


@given(shares)
def test_its_text_reads_back(share: Share) -> None:
    assert Share.parse(str(share)) == share
