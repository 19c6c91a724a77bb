"""Discuss: speak, file papers and minutes, write the outcome and treat its comments."""

from civic.discuss.acts.answering import (
    answer_statement,
    close_map,
    keep_map,
    may_answer_statement,
    may_take_back_answer,
    take_back_answer,
)
from civic.discuss.acts.appealing import (
    answer_appeal,
    appeal_hiding,
    may_answer_appeal,
    may_appeal_hiding,
    note_appeal_late,
)
from civic.discuss.acts.extending import extend_talk, may_extend_talk
from civic.discuss.acts.hiding import (
    hide_contribution,
    may_hide_contribution,
    may_show_contribution,
    show_contribution,
)
from civic.discuss.acts.mapping import closed, may_open_map, open_map
from civic.discuss.acts.mending import (
    edit_contribution,
    may_edit_contribution,
    may_reply,
    may_withdraw_contribution,
    reply,
    withdraw_contribution,
)
from civic.discuss.acts.options import file_option_paper, may_file_option_paper
from civic.discuss.acts.outcome import (
    end_comments,
    end_posting,
    may_treat_comment,
    may_write_outcome,
    treat_comment,
    write_outcome,
)
from civic.discuss.acts.papers import (
    may_record_parlour,
    may_record_study,
    record_parlour,
    record_study,
    studied_since,
    study_now,
)
from civic.discuss.acts.questions import (
    answer_question,
    ask_about_paper,
    may_answer_question,
    may_ask_about_paper,
    note_question_late,
)
from civic.discuss.acts.reading import may_see_talk_news, see_talk_news
from civic.discuss.acts.reporting import (
    keep_contribution,
    may_keep_contribution,
    may_report_contribution,
    report_contribution,
)
from civic.discuss.acts.statements import (
    look_over_statement,
    may_look_over_statement,
    may_see_looks,
    may_suggest_statement,
    see_looks,
    suggest_statement,
)
from civic.discuss.acts.subject import (
    Spoken,
    nature_of,
    spoken_of,
)
from civic.discuss.acts.talk import (
    contribute,
    end_topic_posting,
    may_contribute,
    may_open_topic,
    may_speak_now,
    open_topic,
)

__all__ = [
    "Spoken",
    "answer_appeal",
    "answer_question",
    "answer_statement",
    "appeal_hiding",
    "ask_about_paper",
    "close_map",
    "closed",
    "contribute",
    "edit_contribution",
    "end_comments",
    "end_posting",
    "end_topic_posting",
    "extend_talk",
    "file_option_paper",
    "hide_contribution",
    "keep_contribution",
    "keep_map",
    "look_over_statement",
    "may_answer_appeal",
    "may_answer_question",
    "may_answer_statement",
    "may_appeal_hiding",
    "may_ask_about_paper",
    "may_contribute",
    "may_edit_contribution",
    "may_extend_talk",
    "may_file_option_paper",
    "may_hide_contribution",
    "may_keep_contribution",
    "may_look_over_statement",
    "may_open_map",
    "may_open_topic",
    "may_record_parlour",
    "may_record_study",
    "may_reply",
    "may_report_contribution",
    "may_see_looks",
    "may_see_talk_news",
    "may_show_contribution",
    "may_speak_now",
    "may_suggest_statement",
    "may_take_back_answer",
    "may_treat_comment",
    "may_withdraw_contribution",
    "may_write_outcome",
    "nature_of",
    "note_appeal_late",
    "note_question_late",
    "open_map",
    "open_topic",
    "record_parlour",
    "record_study",
    "reply",
    "report_contribution",
    "see_looks",
    "see_talk_news",
    "show_contribution",
    "spoken_of",
    "studied_since",
    "study_now",
    "suggest_statement",
    "take_back_answer",
    "treat_comment",
    "withdraw_contribution",
    "write_outcome",
]
