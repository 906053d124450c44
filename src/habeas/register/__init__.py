"""Assemble, redact and write an Edition."""
