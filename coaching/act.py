"""A line of the audit trail: who did what to what, and when."""

from dataclasses import dataclass
from datetime import datetime

OPERATOR = "operator"  # whoever runs the server: nobody of the workspace


@dataclass(frozen=True, slots=True)
class Act:
    """Accounts and ids, never what was said. An empty ``actor`` is the clock."""

    at: datetime
    actor: str
    action: str
    subject: str
