"""How many: numbers, their hedges, and what a count without a verb counts."""
