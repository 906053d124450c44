"""The JSON API over one Edition: read only, in pages, with its own description."""
