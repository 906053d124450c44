"""Lists of people side by side."""
