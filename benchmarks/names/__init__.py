"""The matcher of person names: measured beside its peers, one command; its data stay outside."""
