"""The languages the pages speak, by their own names; English first, which needs no prefix."""

LANGUAGES = [
    ("en", "English"),
    ("ru", "Русский"),
    ("be", "Беларуская"),
    ("es", "Español"),
]
