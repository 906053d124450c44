"""What else than the name speaks for or against one person."""
