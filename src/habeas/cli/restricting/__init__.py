"""Verbs by which a person says who may see what of the register."""
