"""How well names of persons are matched, beside the peers: see benchmarks/names/compare.py."""

from __future__ import annotations

import sys

from names.compare import main

if __name__ == "__main__":
    sys.exit(main())
