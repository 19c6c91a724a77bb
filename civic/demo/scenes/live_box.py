"""Under way at the demo's present: a complaint in the sealed box, which only supervisors read."""

from civic.demo.scene import live
from civic.demo.story import Story
from civic.sealed.acts import file_complaint


@live("box", 3, "21:15")
def box_filed(story: Story) -> None:
    """About a body, without a name."""
    with story.acting("邓小北") as work:
        file_complaint(
            work, "property_firm", "报修门禁，前台说先交下季度物业费才登记。我是租户，没有收据。", named=False
        )
