"""One history for both databases."""
