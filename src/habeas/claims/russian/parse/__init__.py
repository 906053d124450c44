"""From a report's text to a parse whose offsets are the report's own, with its mistakes mended."""
