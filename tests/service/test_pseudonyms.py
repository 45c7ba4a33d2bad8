"""No file that is to name no reviewer names one, in whatever format it is."""

from __future__ import annotations

import zipfile

import pytest

from annotator.bootstrap import open_project, reviewers
from annotator.core.span import Span
from annotator.service.bundle.bundle import open_bundle
from annotator.service.bundle.content import BundleOptions
from annotator.service.bundle.pseudonyms import pseudonyms
from annotator.service.commands import AddHighlight
from annotator.service.exchange import export_project
from annotator.service.exchange_ports import ExchangeOptions
from annotator.service.finishing_commands import FinishArticle
from annotator.service.merging.teamwork import SendingWishes, send

NAMES = ("Zinaida Quill", "Ödön Brontë")


@pytest.fixture
def shared_project(project, article_id):
    """A project with highlights of two reviewers, and one who only finished."""
    label = project.queries.codebook().labels[0].key
    ids = [project.reviewer.id]
    reviewers().rename(project.reviewer.id, "Finisher Onlyname")
    for place, name in enumerate(NAMES):
        ids.append(reviewers().add(name).id)
        opened = open_project(project.path, create=False)
        opened.execute(AddHighlight(article_id, (Span(place * 5, place * 5 + 4),), label))
        opened.execute(FinishArticle(article_id, accept_unreviewed=True))
        opened.close()
    project.look_outside()
    return project, ids


def content_of(target):
    files = [target] if target.is_file() else [one for one in target.rglob("*") if one.is_file()]
    for file in files:
        data = file.read_bytes()
        if data[:2] == b"PK":
            with zipfile.ZipFile(file) as members:
                yield from (members.read(name) for name in members.namelist())
        yield data


def test_no_name_and_no_id_of_a_reviewer_is_in_any_export(shared_project, tmp_path):
    project, ids = shared_project
    for form in project.surroundings.formats():
        # The window prints PDF files, out of the same report as the web page.
        if not form.writes or form.name == "pdf-report":
            continue
        target = tmp_path / f"{form.name}{form.suffixes[0] if not form.folder else ''}"
        options = ExchangeOptions(format=form.name, pseudonyms=True)
        export_project(project.queries, project.surroundings, target, options)
        told = b"".join(content_of(target))
        found = [
            word
            for word in (*NAMES, *ids)
            for written in (word.encode(), ascii(word)[1:-1].encode(), word.encode("utf-16-le"))
            if written in told
        ]
        assert (form.name, found) == (form.name, [])


def test_every_export_names_everybody_the_same(shared_project, tmp_path):
    project, ids = shared_project
    written = []
    for number in range(2):
        target = tmp_path / f"{number}.csv"
        options = ExchangeOptions(format="csv", pseudonyms=True)
        export_project(project.queries, project.surroundings, target, options)
        written.append(target.read_bytes())
    assert written[0] == written[1]
    assert [name.encode() in written[0] for name in pseudonyms(ids[1:]).values()] == [True, True]


def test_a_bundle_names_nobody_either(shared_project, tmp_path):
    project, _ = shared_project
    wishes = SendingWishes(options=BundleOptions(pseudonyms=True))
    send(project, tmp_path / "out.annobundle", wishes)
    told = b"".join(content_of(tmp_path / "out.annobundle"))
    assert [
        name for name in NAMES if name.encode() in told or ascii(name)[1:-1].encode() in told
    ] == []
    with open_bundle(tmp_path / "out.annobundle") as bundle:
        assert bundle.manifest
