"""How the store's state machines are run: each example on a copy of the template project."""

from __future__ import annotations

import shutil
from itertools import count

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from tests.examples import share


def run_machine(machine, *, template, folder, opener):
    """Run a machine whose examples open ``self.fresh_path()`` by ``self.opener``."""
    numbers = count()

    class Machine(machine):
        def teardown(self):
            if hasattr(self, "store"):
                super().teardown()
                self.store.close()

    Machine.opener = staticmethod(opener)
    Machine.fresh_path = staticmethod(
        lambda: shutil.copy(template, folder / f"{next(numbers)}.factproj")
    )
    run_state_machine_as_test(
        Machine, settings=settings(max_examples=share(3), stateful_step_count=15, deadline=None)
    )
