"""What Discuss keeps."""

from civic.discuss.tables.calling import Talk, TalkInvited, TalkMove
from civic.discuss.tables.drafting import Amendment, DraftVersion
from civic.discuss.tables.moved import MovedTalk
from civic.discuss.tables.opinion import Opinion, Statement, TopicMap
from civic.discuss.tables.papers import Option, OptionPaper, PaperQuestion
from civic.discuss.tables.talk import Contribution, Hiding, Outcome, Parlour, Report, Study, Topic, Wording

__all__ = [
    "Amendment",
    "Contribution",
    "DraftVersion",
    "Hiding",
    "MovedTalk",
    "Opinion",
    "Option",
    "OptionPaper",
    "Outcome",
    "PaperQuestion",
    "Parlour",
    "Report",
    "Statement",
    "Study",
    "Talk",
    "TalkInvited",
    "TalkMove",
    "Topic",
    "TopicMap",
    "Wording",
]
