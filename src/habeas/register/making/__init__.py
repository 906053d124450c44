"""Large registers made into an Edition: some reports at a time, on the disk and not in memory."""
