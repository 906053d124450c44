"""Write the golden files anew; read the difference before you keep it.

Run as `PYTHONPATH=tests python tests/cli/write_goldens.py`.
"""

from __future__ import annotations

from pathlib import Path

from cli.showing import GOLDENS

if __name__ == "__main__":
    for name, made in GOLDENS.items():
        (Path(__file__).parent / "goldens" / name).write_text(made(), encoding="utf-8")
