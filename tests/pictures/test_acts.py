"""Hide and show: refused first, then to others, then done."""

import pytest
from sqlalchemy import select

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.pictures import acts
from civic.pictures.keeping import Ready, add, hand_over
from civic.pictures.reading import Redrawn
from civic.pictures.tables import Picture
from civic.propose import drafts
from civic.propose.acts import raise_issue
from civic.propose.tables import Draft, Issue
from tests.cast import Cast

READ = Redrawn(b"\xff\xd8large", b"\xff\xd8small", 320, 240)


@pytest.fixture
def picture_id(cast: Cast) -> int:
    with cast.acting("赵玉梅") as work:
        draft = drafts.begun(work, "raise")
        found = add(work, draft, READ).id
        raise_issue(work, title="门", facts="x", wish="x", category="other", photos=Ready(draft))
        drafts.throw_away(work, "raise")
        return found


def test_a_hidden_photo_is_not_hidden_twice(cast: Cast, picture_id: int) -> None:
    with cast.acting("刘敏") as work:
        acts.hide_picture(work, picture_id, "孩子")
    with cast.acting("刘敏") as work, pytest.raises(Refusal, match="hidden already"):
        acts.hide_picture(work, picture_id, "孩子")


def test_what_is_seen_is_not_shown_again(cast: Cast, picture_id: int) -> None:
    with cast.acting("刘敏") as work, pytest.raises(Refusal, match="not hidden"):
        acts.show_picture(work, picture_id)


@pytest.mark.parametrize("name", ["赵玉梅", "孙浩"])
def test_neither_the_owner_nor_a_neighbour_hides(cast: Cast, picture_id: int, name: str) -> None:
    with cast.acting(name) as work, pytest.raises(NotAllowed):
        acts.hide_picture(work, picture_id, "x")
    with cast.acting(name) as work, pytest.raises(NotAllowed):
        acts.show_picture(work, picture_id)


def test_of_another_community_there_is_none(cast: Cast, picture_id: int) -> None:
    with cast.acting("维托") as work, pytest.raises(NotFound):
        acts.hide_picture(work, picture_id, "x")


def test_in_a_draft_there_is_nothing_to_hide(cast: Cast) -> None:
    with cast.acting("赵玉梅") as work:
        waiting = add(work, drafts.begun(work, "raise"), READ).id
    with cast.acting("刘敏") as work, pytest.raises(NotFound):
        acts.hide_picture(work, waiting, "x")


def test_boxes_that_were_not_burnt_in_stop_the_act(cast: Cast) -> None:
    with cast.acting("赵玉梅") as work:
        draft = drafts.begun(work, "raise")
        add(work, draft, READ).boxes = [[0, 0, 16, 16]]
    with pytest.raises(Refusal, match="changed meanwhile"), cast.acting("赵玉梅") as work:
        raise_issue(work, title="门", facts="x", wish="x", category="other", photos=Ready(draft))
    with cast.acting(None, write=False) as work:
        assert work.session.scalars(select(Issue.id)).all() == []


def test_the_database_itself_removes_photos_with_their_draft(cast: Cast) -> None:
    with cast.acting("赵玉梅") as work:
        draft = drafts.begun(work, "raise")
        add(work, draft, READ)
    with cast.acting("赵玉梅") as work:
        work.session.delete(work.get(Draft, draft))
    with cast.acting(None, write=False) as work:
        assert work.session.scalars(select(Picture.id)).all() == []


def test_photos_of_an_issue_stay_where_they_are(cast: Cast, picture_id: int) -> None:
    with cast.acting("赵玉梅") as work:
        assert hand_over(work, Ready(None), 99) == 0
        assert work.get(Picture, picture_id).issue_id is not None
