"""From a preset to the terms of one vote: the law first, then the meeting's own choice."""

from civic.core.errors import Refusal
from civic.core.message import say
from civic.decide.rules.kinds import Counter, Effect, Secrecy
from civic.decide.rules.preset import Preset
from civic.decide.rules.terms import Terms

DEFAULT_NOTICE_DAYS = 7
OWNERS_OBJECTION_DAYS = 7
POSTING_DAYS = 15


def terms_of(preset: Preset, notice_days: int | None, secrecy: Secrecy | None, effect: Effect) -> Terms:
    """The terms under a preset; Refusal if it decides nothing by vote or the law forbids the choice."""
    if not preset.by_vote:
        raise Refusal(
            say("Nothing is decided by a vote here."), say("Ask for opinions or deliberate instead.")
        )
    return Terms(
        preset=preset.id,
        unit=preset.unit or " or ".join(preset.counters),
        counters=preset.counters or (Counter.HEAD,),
        quorum=preset.quorum,
        quorum_base=preset.quorum_base,
        approval=preset.approval,
        approval_base=preset.approval_base,
        need="any" if preset.any_is_enough else "all",
        notice_days=_notice(preset.notice_days, notice_days),
        notice_by_law=preset.notice_days is not None,
        publish_for_days=preset.publish_for_days,
        publish_for_workdays=preset.publish_for_workdays,
        publish_within_days=preset.publish_within_days,
        objection_days=OWNERS_OBJECTION_DAYS if preset.of_owners else preset.publish_for_days or POSTING_DAYS,
        secrecy=_secrecy(preset, secrecy),
        proxy_cap=preset.proxy_cap,
        party_study=preset.party_study,
        effect=effect,
        source=preset.source,
        note="; ".join(filter(None, [preset.note, preset.proxy_text])),
    )


def _notice(by_law: int | None, asked: int | None) -> int:
    """The law's days or more; where the law is silent, the default or whatever was agreed."""
    if by_law is None:
        return DEFAULT_NOTICE_DAYS if asked is None else asked
    if asked is not None and asked < by_law:
        raise Refusal(say("The notice may not be shorter than %(days)s days.", days=by_law))
    return by_law if asked is None else asked


def _secrecy(preset: Preset, asked: Secrecy | None) -> Secrecy:
    """Secret or signed where the law says so, else as the meeting decides, else named."""
    by_law = {True: Secrecy.SECRET, "signed": Secrecy.SIGNED}.get(preset.secret or "")
    if by_law is None:
        return asked or Secrecy.NAMED
    if asked not in (None, by_law):
        raise Refusal(say("The law fixes the form of this ballot; it cannot be changed."))
    return by_law
