"""`habeas deal`: what was promised for whom, and what became of it."""
