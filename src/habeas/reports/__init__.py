"""From bytes to a Report."""
