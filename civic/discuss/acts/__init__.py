"""Discuss: speak, file papers and minutes, write the outcome and treat its comments."""

from civic.discuss.acts.outcome import (
    end_comments,
    end_posting,
    may_treat_comment,
    may_write_outcome,
    treat_comment,
    write_outcome,
)
from civic.discuss.acts.papers import (
    file_option_paper,
    may_file_option_paper,
    may_record_parlour,
    may_record_study,
    record_parlour,
    record_study,
    studied_since,
    study_now,
)
from civic.discuss.acts.subject import nature_of
from civic.discuss.acts.talk import (
    contribute,
    end_topic_posting,
    may_contribute,
    may_open_topic,
    open_topic,
)

__all__ = [
    "contribute",
    "end_comments",
    "end_posting",
    "end_topic_posting",
    "file_option_paper",
    "may_contribute",
    "may_file_option_paper",
    "may_open_topic",
    "may_record_parlour",
    "may_record_study",
    "may_treat_comment",
    "may_write_outcome",
    "nature_of",
    "open_topic",
    "record_parlour",
    "record_study",
    "studied_since",
    "study_now",
    "treat_comment",
    "write_outcome",
]
