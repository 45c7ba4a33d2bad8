from __future__ import annotations

import pytest

from annotator.service.importing import prepare

ENDS = ["", "\n", "\n\n\n"]


def reports(project, *files):
    batch = prepare(files, project.surroundings, queries=project.queries)
    found = project.add(batch)
    batch.close()
    return [one.status for one in found]


def texts(project):
    articles = [one.article for one in project.queries.articles()]
    return [project.queries.content(one.id).revision.text for one in articles]


@pytest.fixture
def file(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write


@pytest.mark.parametrize("before", ["", "\n", "\n\n"])
@pytest.mark.parametrize("after", ENDS)
def test_line_ends_after_the_last_line_make_no_other_article(project, file, before, after):
    assert reports(project, file("a.txt", f"It rained.{before}")) == ["added"]
    assert reports(project, file("b.txt", f"It rained.{after}")) == ["already there"]
    assert reports(project, file("c.txt", f"It rained.{after}More.")) == ["added"]
    assert texts(project) == [f"It rained.{before}", f"It rained.{after}More."]
    assert project.check() == []


def test_nor_do_they_in_files_that_come_in_together(project, file):
    coming = [file(f"{number}.txt", f"It rained.{ends}") for number, ends in enumerate(ENDS)]
    assert reports(project, *coming) == ["added", "already there", "already there"]
    assert texts(project) == ["It rained."]
