"""Who somebody is to the questions: what the database says of this person at this moment."""

from dataclasses import dataclass
from datetime import timedelta

from questions.bank import Pool

AFTER = timedelta(days=30)  # that a candidate stays one once the debrief is out


@dataclass(frozen=True, slots=True)
class Standing:
    """``runs_jobs``: manages one or opened it. ``candidate``: of a loop that is not long over."""

    admin: bool
    runs_jobs: bool
    interviews: bool
    candidate: bool

    @property
    def pool(self) -> Pool:
        """Which questions this person may read: a candidate practises, whoever else they are."""
        hiring = self.admin or self.runs_jobs or self.interviews
        return "live" if hiring and not self.candidate else "mock"

    @property
    def writes(self) -> bool:
        """Whether this person may add questions and change them."""
        return self.pool == "live" and (self.admin or self.runs_jobs)

    @property
    def judges(self) -> bool:
        """Whether this person may take a question out of use."""
        return self.pool == "live" and self.admin


GUEST = Standing(admin=False, runs_jobs=False, interviews=False, candidate=False)
