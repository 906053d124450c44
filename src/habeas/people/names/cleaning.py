"""A name as it arrived → a name that can be compared, and what had to be done to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from habeas.model.people import CleanName, NameRemark, RemarkKind
from habeas.people.names.look_alikes import mixes_scripts, repair_look_alikes
from habeas.people.names.zawgyi import is_zawgyi, zawgyi_to_unicode

MOST_CHARACTERS = 512
"""Only so much of a name is read, so that no input is slow."""

_MOST_ROUNDS = 4
_SHOWN = 20
_SPACES = re.compile(r"\s+")
_SURROGATES = re.compile("[\ud800-\udfff]+")
_JOINERS = "\u200c\u200d"
# Default ignorable code points, controls, and signs of direction.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
# Letters that a writer has for their form; others, such as Armenian և and Thai ำ, are the
# ordinary spelling though Unicode calls them compatible with two letters.
_FORMS = re.compile(
    "[\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\u2100-\u214f\u2460-\u24ff\u2e80-\u2fdf\u3200-\u33ff"
    "\uf900-\ufaff\ufb00-\ufdfb\ufe30-\ufe4f\ufe70-\ufefc\uff01-\uff9f\uffa1-\uffee"
    "\U0001d400-\U0001d7ff\U0001f100-\U0001f1ff]+"
)
_CHILLUS = {"ണ": "ൺ", "ന": "ൻ", "ര": "ർ", "ല": "ൽ", "ള": "ൾ", "ക": "ൿ", "ত": "ৎ"}
# Arabic and the scripts of India, Ceylon, Burma and Cambodia shape letters by joiners.
_SHAPED = re.compile("[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff]")
_OLD_CHILLU = re.compile(f"([{''.join(_CHILLUS)}])[\u0d4d\u09cd]\u200d")
_BURMESE = re.compile("[\u1000-\u109f]")


def clean_name(text: str) -> CleanName:
    """Make a name comparable without changing what a reader sees.

    Characters come out in normal form C, full-width letters and presentation forms as
    the letters they show; what cannot be seen is dropped; letters of another script that
    look like those of the rest of their word become letters of that script (Unicode
    Technical Standard 39); Burmese in the Zawgyi encoding becomes Unicode; white space
    becomes one space. A word wholly of one script is never changed.

    Args:
        text: Any text, of which the first `MOST_CHARACTERS` are read.

    Returns:
        The same again when given its own `text`. Never raises.
    """
    if text.isascii() and text.isprintable() and len(text) <= MOST_CHARACTERS:
        plain = text if "  " not in text and text == text.strip() else " ".join(text.split())
        return CleanName(text=plain)
    read = text[:MOST_CHARACTERS]
    remarks: list[NameRemark] = []
    if len(text) > len(read):
        what = f"only the first {MOST_CHARACTERS} characters are read"
        remarks.append(NameRemark(kind=RemarkKind.CUT, position=len(read), what=what))
    remarks.extend(_look_over(read))
    cleaned = read
    for _ in range(_MOST_ROUNDS):
        before = cleaned
        cleaned, found = _clean_once(cleaned)
        told = {(remark.kind, remark.what) for remark in remarks}
        remarks.extend(remark for remark in found if (remark.kind, remark.what) not in told)
        if cleaned == before:
            break
    return CleanName(text=cleaned, remarks=tuple(sorted(remarks, key=lambda r: r.position)))


def _look_over(text: str) -> Iterator[NameRemark]:
    """What is odd about single characters, before anything is changed."""
    if found := _SURROGATES.search(text):
        yield NameRemark(kind=RemarkKind.DAMAGED, position=found.start(), what="half a character")
    if "\ufffd" in text:
        where = text.index("\ufffd")
        what = "a letter that was lost before it came here"
        yield NameRemark(kind=RemarkKind.DAMAGED, position=where, what=what)
    for run in _INVISIBLE.finditer(text):
        if not _is_spelling(text, run):
            names = ", ".join(dict.fromkeys(_name_of(c) for c in run[0][:_SHOWN]))
            yield NameRemark(kind=RemarkKind.INVISIBLE, position=run.start(), what=names)
    if found := _FORMS.search(text):
        shown = found[0][:_SHOWN]
        what = f"“{shown}” for “{unicodedata.normalize('NFKC', shown)}”"
        yield NameRemark(kind=RemarkKind.COMPATIBILITY, position=found.start(), what=what)


def _clean_once(text: str) -> tuple[str, list[NameRemark]]:
    remarks: list[NameRemark] = []
    if mixes_scripts(_INVISIBLE.sub("", text)):
        text, mixed = repair_look_alikes(text)
        remarks.extend(mixed)
    text = _FORMS.sub(lambda run: unicodedata.normalize("NFKC", run[0]), text)[:MOST_CHARACTERS]
    if _JOINERS[1] in text:
        text = _OLD_CHILLU.sub(lambda found: _CHILLUS[found[1]], text)
    text = _INVISIBLE.sub("", _SURROGATES.sub("", text))
    text = unicodedata.normalize("NFC", text)
    if (found := _BURMESE.search(text)) and is_zawgyi(text):
        converted = zawgyi_to_unicode(text)
        if not is_zawgyi(converted):
            what = "written for the Zawgyi font"
            remarks.append(NameRemark(kind=RemarkKind.ZAWGYI, position=found.start(), what=what))
            text = converted
    return _SPACES.sub(" ", text[:MOST_CHARACTERS]).strip(), remarks


def _is_spelling(text: str, run: re.Match[str]) -> bool:
    """True for joiners beside letters of a script whose ordinary spelling has them."""
    if run[0].strip(_JOINERS):
        return False
    beside = text[max(run.start() - 1, 0) : run.start()] + text[run.end() : run.end() + 1]
    return bool(beside) and all(_SHAPED.match(letter) for letter in beside)


def _name_of(character: str) -> str:
    return unicodedata.name(character, f"U+{ord(character):04X}").lower()
