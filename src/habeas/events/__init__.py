"""From claims and persons to events, and custody on a day."""
