"""Pages over one Edition."""
