"""What the templates of the public site ask for by name."""
