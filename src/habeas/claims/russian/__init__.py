"""The Russian analyser: one module for each concern, its words as data beside it.

`reading.read_text` leads the way: sentences come from `parsing`, the people a
sentence counts or names from `people` and `quantities`, the words that name an
act from `acts`, and `drafting` and `linking` make claims of them.
"""
