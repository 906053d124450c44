"""An Edition about many years. Every figure, group, paper and person is invented.

States bear their names, so that they are known as such; nothing told of them here happened.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from habeas.model.editions import Edition
from habeas.register.assemble import Records, assemble_edition
from stories import tell

STORY = """
report Hearth Post, 2029-02-01
Sapt House (rights-group): hold 310 people, on 2029-02-01, by Belarus
report Court Gazette, 2029-03-10
Ministry (government): hold about 200 people, on 2029-03-10, by Belarus
report Hearth Post, 2029-11-20
Sapt House (rights-group): hold 420 people, on 2029-11-20, by Belarus
arrest Ana Example, on 2029-05-02
arrest Bo Sample, on 2029-06
arrest Cy Pattern, on 2029
report Hearth Post, 2030-04-02
release 25 people, on 2030-04-01, by Belarus
release Ana Example, on 2030-04-01
Sapt House (rights-group): hold 505 people, on 2030-04-02, by Belarus
report Court Gazette, 2030-05-01
Ministry (government): hold about 300 people, on 2030-05-01, by Belarus
report Hearth Post, 2030-09-15
pardon 60 people, on 2030-09-14, by Belarus
Ministry (government): pardon 64 people, on 2030-09-14, by Belarus
report Hearth Post, 2031-01-20
exile 14 people, on 2031-01-19, by Belarus
Sapt House (rights-group): hold 470 people, on 2031-01-20, by Belarus
report Freedonia Wire, 2031-02-01
League (rights-group): hold more than 80 people, on 2031-02-01, by Cuba
"""


def years() -> Edition:
    """The Edition, assembled as every other."""
    told = tell(STORY)
    return assemble_edition(
        Records(reports=told.reports, claims=told.claims),
        title="Many years (fictional)",
        as_of=date(2031, 5, 6),
        known_at=datetime(2031, 5, 7, tzinfo=UTC),
    )
