"""Who says so: the chain of voices over a clause, a quotation, a paragraph."""
