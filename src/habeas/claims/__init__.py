"""From a Report to Claims, each locked to its Passage."""
