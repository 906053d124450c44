"""How the speaker stands to the act, and what a promise hangs on."""
