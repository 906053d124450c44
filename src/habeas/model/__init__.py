"""What each thing is; standard library only."""
