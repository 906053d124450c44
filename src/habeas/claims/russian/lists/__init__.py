"""Lists of people, whose items tell their own act or leave it to the heading."""
