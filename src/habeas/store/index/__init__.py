"""What pages ask for quickly: derived from the record, kept in step with it, made anew at will."""
