"""When: expressions of time, read against the day of the report."""
