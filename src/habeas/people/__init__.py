"""Names across spellings; judgements join mentions into persons."""
