"""From a Report to Claims, each locked to its Passage."""

from habeas.claims.extract import LanguageNotRead, extract_claims, extract_ties

__all__ = ["LanguageNotRead", "extract_claims", "extract_ties"]
