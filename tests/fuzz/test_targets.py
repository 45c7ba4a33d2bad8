from __future__ import annotations

import pytest
from tests.articles.samples import POINTS
from tests.fuzz.targets import Target


@pytest.mark.parametrize("point", POINTS)
def test_what_fuzzing_begins_with_is_whole(tmp_path, point):
    target = Target(point, tmp_path)
    seeds = target.seeds()
    for seed in (*seeds, b"", b"\0"):
        target.try_input(seed)
    target.try_input(seeds[0])
    (file,) = tmp_path.iterdir()
    assert b"dam is safe" in file.read_bytes()
