"""The only private database."""
