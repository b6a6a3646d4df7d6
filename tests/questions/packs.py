"""A copy of the shipped models and banks that a test may spoil."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from questions.linting import lint

SHIPPED = Path(__file__).parents[2] / "questions"
TODAY = date(2026, 12, 1)
BANK = "industry-business-insight.yaml"
FEW = ("b2b-product-manager.yaml", "customer-success-manager.yaml", BANK, "adoption-guidance.yaml")


@dataclass(frozen=True)
class Pack:
    folder: Path

    @classmethod
    def copied_to(cls, folder, only=None):
        """Copy everything, or ``only`` files of these names."""
        for part in ("models", "live", "mock"):
            (folder / part).mkdir()
            for path in (SHIPPED / part).glob("*.yaml"):
                if only is None or path.name in only:
                    shutil.copy(path, folder / part)
        return cls(folder)

    @property
    def model(self):
        return self.folder / "models" / "b2b-product-manager.yaml"

    @property
    def live(self):
        return self.folder / "live" / BANK

    @property
    def mock(self):
        return self.folder / "mock" / BANK

    def spoil(self, name, old, new):
        """Replace the first ``old`` and return the line it began on."""
        path = getattr(self, name)
        text = path.read_text(encoding="utf-8")
        before, found, after = text.partition(old)
        assert found, f"{old!r} is not in the {name} file"
        path.write_text(before + new + after, encoding="utf-8")
        return before.count("\n") + 1

    def lint(self, *names, today=TODAY):
        return lint([getattr(self, name) for name in names or ("folder",)], today)
