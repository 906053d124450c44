"""Whom a claim is about: names, descriptions, pronouns, and who was told before."""
