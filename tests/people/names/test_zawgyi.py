"""Burmese in the Zawgyi encoding. Public figures, common words and names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.people.names.zawgyi import is_zawgyi, zawgyi_to_unicode

ZAWGYI = {
    "ေအာင္ဆန္းစုၾကည္": "အောင်ဆန်းစုကြည်",
    "ဦးသိန္းစိန္": "ဦးသိန်းစိန်",
    "မင္းေအာင္လိႈင္": "မင်းအောင်လှိုင်",
    "မင္းကိုႏိုင္": "မင်းကိုနိုင်",
    "ဗိုလ္ခ်ဳပ္မွဴးႀကီး": "ဗိုလ်ချုပ်မှူးကြီး",
    "ေဇာ္ေဇာ္": "ဇော်ဇော်",
    "ေက်ာ္": "ကျော်",
    "ေမာင္": "မောင်",
    "ဝင္းျမင့္": "ဝင်းမြင့်",
    "သႏၱာ": "သန္တာ",
    "မဂၤလာ": "မင်္ဂလာ",
    "ျမ": "မြ",
    "ျဖိဳး": "ဖြိုး",
    "ၿဖိဳး": "ဖြိုး",
    "ရွမ္း": "ရှမ်း",
    "ခင္": "ခင်",
    "ႏြယ္": "နွယ်",
    "ခိုင္ျမဲေက်ာ္စြာ": "ခိုင်မြဲကျော်စွာ",
}

UNICODE = [
    "အောင်ဆန်းစုကြည်",
    "ဦးသိန်းစိန်",
    "မင်းအောင်လှိုင်",
    "ကျော်",
    "မြ",
    "ခင်",
    "မောင်",
    "ကို",
    "မမ",
    "သန္တာ",
    "မင်္ဂလာ",
    "ဗုဒ္ဓ",
    "ဝိဇ္ဇာ",
    "ယောက်ျား",
    "ၸၢႆးၵျေႃႉ",
    "ထၢမ်တွပ်ႇ",
    "ၶူးႁိုၼ်",
    "တၢ်ကစီၣ်",
    "ပါရာဇိကပါဠိ",
    "ၸဝ်ႈသူၺ်ႇထႅၵ်ႈ",
    "မိူင်းတႆး",
    "သႅၼ်ဝီ",
    "လၢႆးၵႂၢမ်း",
    "ကညီကလုာ်",
    "စီၤ",
    "နီၢ်",
    "ထၢၣ်",
    "ပှၤကညီ",
    "ဂကောံ",
    "ဍုင်မန်",
    "ဌာန်",
    "",
    "Aung San",
]


@pytest.mark.parametrize(("zawgyi", "text"), ZAWGYI.items(), ids=ZAWGYI)
def test_zawgyi_is_told_and_converted(zawgyi: str, text: str) -> None:
    assert is_zawgyi(zawgyi)
    assert zawgyi_to_unicode(zawgyi) == text
    assert not is_zawgyi(text)


@pytest.mark.parametrize("text", UNICODE, ids=UNICODE)
def test_unicode_of_any_language_of_burma_is_left_alone(text: str) -> None:
    assert not is_zawgyi(text)


@given(st.text(st.characters(min_codepoint=0x1000, max_codepoint=0x109F)))
def test_no_burmese_text_is_too_odd(text: str) -> None:
    is_zawgyi(text)
    zawgyi_to_unicode(text)
