"""What a person reads for the fields of a claim record and for the values they choose from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def field_title(name: str) -> str:
    """Return what a field is called.

    >>> field_title("check_worthiness")
    'Check-worthy'
    """
    titles = {
        "speaker": _tr("Speaker"),
        "form": _tr("Form"),
        "confidence": _tr("Confidence"),
        "speaker_role": _tr("Role"),
        "affiliation": _tr("Affiliation"),
        "via": _tr("Via"),
        "cue": _tr("Cue"),
        "restated": _tr("Restated claim"),
        "claim_kind": _tr("Claim kind"),
        "check_worthiness": _tr("Check-worthy"),
        "claim_date": _tr("Claim date"),
        "claim_place": _tr("Claim place"),
        "status": _tr("Status"),
        "verdict": _tr("Verdict"),
        "justification": _tr("Justification"),
        "evidence": _tr("Evidence"),
        "note": _tr("Note"),
        "stance": _tr("Stance"),
        "url": _tr("Link"),
        "archive_url": _tr("Archived at"),
        "title": _tr("Title"),
        "accessed": _tr("Accessed"),
        "quote": _tr("Quote"),
    }
    return titles[name]


def field_help(name: str) -> str:
    """Return a sentence on what goes into a field, empty where its name says enough."""
    sentences = {
        "speaker": _tr("Who answers for the words: a person, or a body."),
        "form": _tr("In the speaker's words, in the reporter's, in both, or the author's own."),
        "confidence": _tr("How sure you are of this label and this record."),
        "speaker_role": _tr("In what capacity the speaker speaks here."),
        "affiliation": _tr("The body for which the speaker speaks."),
        "via": _tr("Who passed it on: an agency that quotes a ministry, for example."),
        "cue": _tr("The words that attribute it, such as “the ministry said”."),
        "restated": _tr("The claim in one sentence that can be understood without the article."),
        "claim_kind": _tr("What kind of claim it is, whoever makes it."),
        "check_worthiness": _tr("Whether it is a claim of fact, and whether it matters."),
        "claim_date": _tr("When it was claimed: 2026, 2026-03 or 2026-03-14."),
        "claim_place": _tr("Where it was claimed, or what place it is about."),
        "verdict": _tr("What checking it led to."),
        "justification": _tr("Why the verdict is what it is."),
        "archive_url": _tr("A copy that stays when the page goes."),
        "accessed": _tr("The day on which you read it: 2026-03-14."),
        "quote": _tr("The words that matter, as they stand there."),
    }
    return sentences.get(name, "")


def choice_title(field: str, key: str) -> str:
    """Return what a value of a field is called; one from elsewhere is called what it is.

    >>> choice_title("check_worthiness", "unimportant"), choice_title("form", "hearsay")
    ('Minor', 'hearsay')
    """
    choices = {
        "form": {
            "direct_quote": _tr("Quote"),
            "paraphrase": _tr("Paraphrase"),
            "mixed": _tr("Mixed"),
            "author": _tr("Author"),
        },
        "confidence": {"low": _tr("Low"), "medium": _tr("Medium"), "high": _tr("High")},
        "check_worthiness": {
            "no_claim": _tr("No claim"),
            "unimportant": _tr("Minor"),
            "check_worthy": _tr("Yes"),
        },
        "status": {"open": _tr("Open"), "checking": _tr("Checking"), "done": _tr("Done")},
        "stance": {
            "supports": _tr("Supports"),
            "refutes": _tr("Refutes"),
            "context": _tr("Context"),
        },
        "speaker_role": _roles(),
        "claim_kind": _kinds(),
    }
    return choices.get(field, {}).get(key, key)


def _roles() -> dict[str, str]:
    return {
        "official": _tr("Official"),
        "analyst": _tr("Analyst"),
        "humanitarian_org": _tr("Aid organization"),
        "affected_person": _tr("Affected person"),
        "media": _tr("Media"),
        "author": _tr("Author"),
        "other": _tr("Other"),
    }


def _kinds() -> dict[str, str]:
    return {
        "quantity": _tr("Quantity"),
        "personal_experience": _tr("Personal experience"),
        "correlation_or_cause": _tr("Correlation or cause"),
        "law_or_rule": _tr("Law or rule"),
        "prediction": _tr("Prediction"),
        "other": _tr("Other"),
        "not_a_claim": _tr("Not a claim"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("record", text)
