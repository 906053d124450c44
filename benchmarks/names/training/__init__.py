"""How the weights of the matcher of names are made, from the sources to one file of arrays.

In the order in which they run: `sources` reads the names, `heldout` takes out whoever is measured
with, `corpus` counts runs of letters, `encoder_training` learns a vector for each run, `pairs` and
`invented_names` make pairs of one person and of two, `trees_training` learns to weigh what is
measured of a pair, `export` brings all of it into the arrays that the package reads.
`docs/name-matcher.md` tells what came of it, `benchmarks/names/train.py` runs it.
"""
