"""Settings and serving."""
