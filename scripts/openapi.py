"""Write the description of the API that is kept in docs/reference, or say that it is not current.

python scripts/openapi.py          writes it
python scripts/openapi.py --check  exits with 1 where it is another
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

KEPT = Path(__file__).parents[1] / "docs" / "reference" / "habeas-api-1.openapi.json"


def description() -> str:
    """The description as the code gives it."""
    from habeas.server.serving import public_application

    public_application(Path("none"))
    from habeas.public.api.routes import api

    return json.dumps(api.get_openapi_schema(), indent=1, ensure_ascii=False) + "\n"


def main() -> int:
    """Write or check."""
    made = description()
    if "--check" not in sys.argv:
        KEPT.write_text(made, encoding="utf-8")
        return 0
    if KEPT.exists() and KEPT.read_text(encoding="utf-8") == made:
        return 0
    sys.stderr.write(f"{KEPT} is not current: run scripts/openapi.py\n")
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
