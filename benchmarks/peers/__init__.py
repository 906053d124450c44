"""What the benchmarks beside published figures share; each program is one file above this folder."""
