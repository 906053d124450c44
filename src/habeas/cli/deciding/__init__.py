"""Verbs by which a person decides who is who in the register."""
