"""Promises, their conditions, and what became of them."""
