"""The English analyser: one module for each concern, its words as data beside it.

`reading.read_text` leads the way: sentences come from `parsing`, frames of
acts from `acts` and the finders it lists, and `drafting` and `linking` make
claims of them.
"""
