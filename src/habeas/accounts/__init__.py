"""Count claims against each other and against named people."""
