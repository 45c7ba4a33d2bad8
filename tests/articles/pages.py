"""Web pages written for these tests, with what stands around articles on the web."""

from __future__ import annotations

DAM = (
    "The ministry said on Tuesday that the dam at Sowa was safe after two days of rain,"
    " and that its gates had been checked by engineers from the capital."
)
VILLAGES = (
    "Local officials were more careful, and asked people in four villages below the dam to keep"
    " their bags packed and their telephones charged until the end of the week."
)
MAYOR = (
    "“Nobody here has seen the report,” said the mayor of Sowa, who has asked for it twice in"
    " writing and was told that it was not yet finished."
)
SCHOOLS = (
    "Aid workers counted 340 families in the two schools that were opened on Monday, and said"
    " that drinking water would last until Thursday at the latest."
)
PARAGRAPHS = (DAM, VILLAGES, MAYOR, SCHOOLS)
NAVIGATION = "".join(f'<li><a href="/s{n}">Section {n}</a></li>' for n in range(12))


def page(paragraphs=PARAGRAPHS, *, title="Dam declared safe", html='lang="en-GB"', head=""):
    """Return a news page with its article between menus, adverts and comments."""
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return f"""<!DOCTYPE html>
<html {html}><head><title>{title} | The Sowa Gazette</title>{head}
<script>var words = "never shown";</script><style>p {{ color: red }}</style></head>
<body><header><nav><ul>{NAVIGATION}</ul></nav></header>
<div class="ad">Buy a boat now and pay later</div>
<main><article><h1>{title}</h1>{body}
<h2>What comes next</h2><ul><li>A second report is due on Friday at noon.</li>
<li>Gates will be opened by a metre on Saturday.</li></ul>
<blockquote><p>We will not wait for Friday, the mayor wrote to the governor.</p></blockquote>
<table><tr><td>Village</td><td>Families</td></tr><tr><td>Sowa</td><td>120</td></tr></table>
</article></main>
<aside class="related"><a href="/x">Ten boats you will love</a></aside>
<section id="comments" class="comments"><div class="comment">I do not believe it</div></section>
<footer>© The Sowa Gazette. All rights reserved. <a href="/privacy">Privacy</a></footer>
</body></html>"""


META = """<link rel="canonical" href="https://example.org/news/dam">
<meta property="og:site_name" content="The Sowa Gazette">
<meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2026-11-22T10:00:00+02:00">"""
