"""Members of a team, each with a real project file, who send one another real bundles."""

from tests.service.dam_text import TEXT

from annotator.bootstrap import open_project
from annotator.service.bundle.content import Scope
from annotator.service.merging.commands import SettleConflicts
from annotator.service.merging.conflicts import conflicts
from annotator.service.merging.teamwork import SendingWishes, arrived, merge, send
from annotator.team.settling import Choice


class Member:
    """Somebody with a project of their own."""

    def __init__(self, name, folder, new_project, monkeypatch):
        monkeypatch.setenv("ANNOTATOR_HOME", str(folder / f"home-{name}"))
        self.name, self.folder = name, folder
        self.project = open_project(new_project(folder / f"{name}.factproj"), create=False)
        self.sent = 0

    def send(self, scope=Scope.FULL, **wishes):
        """Write a bundle and return its path."""
        self.sent += 1
        path = self.folder / f"{self.name}-{self.sent}.annobundle"
        self.report = send(self.project, path, SendingWishes(scope, **wishes))
        return path

    def take(self, path, **wishes):
        """Merge a bundle and return the counts that are not zero."""
        with arrived(self.project.queries, path) as arrival:
            self.project.publish(merge(self.project, arrival, **wishes))
            report = arrival.plan.report
        counts = {name: count for name, count in report.counts.items() if count}
        return {**counts, "articles": report.articles_added}

    @property
    def content(self):
        """The id of all that is known: those who have the same know the same."""
        self.send(Scope.FULL)
        return self.report.bundle_id

    @property
    def conflicts(self):
        return list(conflicts(self.project.queries))

    def settle(self, choice):
        (found,) = self.conflicts
        self.project.execute(SettleConflicts(((found.kind, found.id),), Choice(choice)))

    @property
    def articles(self):
        return [one.article for one in self.project.queries.articles()]

    @property
    def highlights(self):
        queries = self.project.queries
        found = [one for each in self.articles for one in queries.highlights(each.id)]
        return sorted(found, key=lambda one: (one.spans[0].start, one.id))

    @property
    def quotes(self):
        labels = {one.id: one.key for one in self.project.queries.codebook().labels}
        return [(one.quote, labels[one.label_id]) for one in self.highlights]

    def edit_text(self, span, text):
        """Edit the text of the only article by hand."""
        editing = self.project.edit_text(self.project.open_article(self.articles[0].id))
        editing.replace(span, text)
        editing.finish()


def level(*members, rounds=3):
    """Let everybody hear of everybody until nothing is new."""
    for _ in range(rounds):
        for one in members:
            path = one.send()
            for other in members:
                if other is not one:
                    other.take(path, may_delete=True)


__all__ = ["TEXT", "Member", "level"]
