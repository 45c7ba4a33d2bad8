from __future__ import annotations

from annotator.bootstrap import open_project, reviewers


def test_who_works_here_stands_in_the_window_and_leads_to_the_others(window):
    sign = window.reviewer_sign
    assert sign.isVisible()
    assert sign.text() == window.reviewing.project.reviewer.name
    sign.click()
    assert window.tools.widget("reviewers").isVisible()


def test_a_switch_is_told_and_opening_again_is_not(window, qtbot):
    def reopened():
        path = window.reviewing.project.path
        window.reviewing.set_project(None)
        window.reviewing.set_project(open_project(path, create=False))
        qtbot.wait(1)

    reopened()
    assert not window.banner.isVisible()
    reviewers().add("Grace & Sons")
    reopened()
    assert window.banner.text.text().startswith("You work as Grace & Sons now")
    assert window.reviewer_sign.text() == "Grace && Sons"


def test_a_long_name_gives_way_in_a_narrow_window(window, qtbot):
    reviewers().add("Grace " * 16)
    path = window.reviewing.project.path
    window.reviewing.set_project(open_project(path, create=False))
    window.resize(640, 500)
    qtbot.wait(1)
    sign = window.reviewer_sign
    assert sign.text().endswith("…")
    assert sign.fontMetrics().horizontalAdvance(sign.text()) < sign.width()
    assert sign.accessibleName().count("Grace") == 16
