from __future__ import annotations

import pytest
from tests.formats.rich_project import rich_project
from tests.formats.round_trips import written

from annotator.formats.separated_values import CsvFormat, TsvFormat
from annotator.formats.xlsx import XlsxFormat
from annotator.service.exchange_ports import ExchangeOptions

pandas = pytest.importorskip("pandas")
PLAIN = {"dtype": str, "keep_default_na": False}


def test_pandas_finds_the_same_cells_in_every_kind_of_table(tmp_path):
    tables = []
    for form, read, more in (
        (CsvFormat(), pandas.read_csv, {"encoding": "utf-8-sig"}),
        (TsvFormat(), pandas.read_csv, {"sep": "\t", "encoding": "utf-8-sig"}),
        (XlsxFormat(), pandas.read_excel, {}),
    ):
        target = tmp_path / f"a{form.suffixes[0]}"
        written(form, rich_project(), target, ExchangeOptions(guard=False))
        tables.append(read(target, **PLAIN, **more))
    first = tables[0]
    texts = {one.article.id: one.text for one in rich_project().made}
    for row in first.to_dict("records"):
        if row["start"] and row["end"] != row["start"]:
            words = texts[row["article_id"]][int(row["start"]) : int(row["end"])]
            assert words == row["quote"]
    assert [list(one.columns) for one in tables] == [list(first.columns)] * 3
    assert len(first) > 1
