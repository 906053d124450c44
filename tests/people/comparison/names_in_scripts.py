"""Names for property tests: invented or stock ones in many scripts, and hostile text."""

from __future__ import annotations

from hypothesis import strategies as st

NAMES = (
    "Марыя Калеснікава",
    "Maria Kolesnikova",
    "Іван Прыкладаў",
    "Ivan Petrovich Primerov",
    "Łukasz Wiśniewski",
    "V. Petrauskienė",
    "نرگس محمدی",
    "محمد عبد الرحمن الحسن",
    "Abu Karim al-Halabi",
    "Əli Vəli oğlu Məmmədov",
    "ئىلھام توختى",
    "Нұрлан Сейітов",
    "许志永",
    "張三",
    "山田太郎",
    "ヤマダ タロウ",
    "홍길동",
    "Hong Gil-dong",
    "Nguyễn Văn Hùng",
    "ဝင်းတင်",
    "สมชาย ใจดี",
    "កឹម សុខា",
    "संजीव भट्ट",
    "ரவி குமார்",
    "রোজিনা ইসলাম",
    "නිමල් පෙරේරා",
    "እስክንድር ነጋ",
    "José Daniel Ferrer García",
    "Γιώργος Παπαδόπουλος",
    "მიხეილ სააკაშვილი",
    "Նիկոլ Փաշինյան",
    "משה כהן",
    "Kim",
    "X Æ",
)

HOSTILE = (
    "",
    " ",
    ".",
    "…—“”",
    "\x00",
    "\x00\x07\x1b[31m",
    "\ud800",
    "\udfff\ud800",
    "Maria \udc00 Kalesnikava",
    "\u202eavaK airaM\u202c",
    "\u2066نرگس Maria\u2069 \u200f",
    "\u200b" * 500,
    "\u0301" * 500,
    "a" + "\u0301" * 2_000,
    "a" * 10_000,
    "a " * 5_000,
    "ab-" * 3_000,
    "許" * 10_000,
    "ﷺ" * 2_000,
    "ေ" * 10_000,
    "م" * 10_000,
    "؀" * 100,
    "\U0001f469\u200d\U0001f469\u200d\U0001f467" * 100,
    "\U000e0041" * 100,
    "\uffff\ufdd0",
    "1234567890",
    "Maria\nKalesnikava\r\n\t\x85\u2028",
)

any_characters = st.text(st.characters(exclude_categories=()), max_size=40)
"""Arbitrary text, unpaired surrogates and control characters included."""

names = st.one_of(
    st.sampled_from(NAMES),
    st.lists(st.sampled_from([part for name in NAMES for part in name.split()]), max_size=4).map(
        " ".join
    ),
    any_characters,
    st.sampled_from(HOSTILE),
)
"""A name, parts of several names put together, or hostile text."""
