"""What the benchmarks beside published figures share; the programs stand above this folder."""
