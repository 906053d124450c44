"""An Edition as files for other programs, and back: nothing that was said is lost on the way."""
