"""The names that columns of articles usually have, in several languages, best first."""

from __future__ import annotations

import re
from collections.abc import Sequence

_KNOWN: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article", "articletext", "fulltext", "bodytext", "plaintext",
        "articlebody", "articlecontent", "contenttext", "maintext", "newstext", "storytext",
        "textbody", "document", "paragraphs", "maincontent", "story", "post", "message", "tweet",
        "sentence", "sentences", "claim", "statement", "raw", "rawtext", "cleantext",
        "contenthtml", "html", "description", "summary",
        "текст", "текстстатьи", "тело", "содержание", "статья", "сообщение", "новость",
        "тексттатті", "текстстатті", "текстновини", "зміст", "вміст", "стаття", "повідомлення",
        "texte", "corps", "contenu", "texto", "cuerpo", "contenido", "cuerpodelarticulo",
        "corpo", "conteudo", "conteúdo", "testo", "contenuto", "articolo",
        "inhalt", "artikel", "artikeltext", "volltext", "tekst", "treść", "tresc", "treśćartykułu",
        "metin", "içerik", "icerik", "haber", "النص", "نص", "المحتوى", "محتوى", "المقال",
        "الخبر", "متن", "טקסט", "תוכן", "正文", "内容", "內容",
        "文本", "全文", "本文", "テキスト", "본문", "내용",
    ),
    "title": (
        "title", "headline", "heading", "articletitle", "newstitle", "subject", "header", "name",
        "заголовок", "название", "заглавие", "тема", "назва", "titre", "titulo", "título",
        "titular", "titolo", "titel", "überschrift", "schlagzeile", "tytuł", "tytul", "nagłówek",
        "başlık", "baslik", "العنوان", "عنوان", "כותרת", "标题", "標題", "题目", "タイトル",
        "見出し", "제목",
    ),
    "url": (
        "url", "link", "permalink", "sourceurl", "articleurl", "weburl", "canonicalurl", "pageurl",
        "href", "uri", "address", "webaddress", "ссылка", "адрес", "посилання", "адреса", "lien",
        "adresse", "enlace", "vinculo", "vínculo", "collegamento", "bağlantı", "odnośnik",
        "الرابط", "رابط", "קישור", "链接", "連結", "网址", "リンク", "링크",
    ),
    "published": (
        "published", "publishedat", "datepublished", "publisheddate", "publicationdate",
        "publishdate", "publishedon", "pubdate", "webpublicationdate", "date", "datetime",
        "timestamp", "created", "createdat", "datecreated", "creationdate", "time", "day",
        "posted", "postedat", "дата", "датапубликации", "опубликовано", "датапублікації",
        "опубліковано", "datedepublication", "fecha", "fechadepublicacion",
        "fechadepublicación", "data", "datapubblicazione", "datadepublicação", "datum",
        "veröffentlicht", "datapublikacji", "tarih", "التاريخ", "تاريخ", "تاريخالنشر", "תאריך",
        "日期", "发布日期", "发布时间", "發布日期", "日付", "公開日", "날짜", "게시일",
    ),
    "authors": (
        "authors", "author", "byline", "authorname", "authorsname", "creator", "creators",
        "writer", "writers", "reporter", "journalist", "by", "автор", "авторы", "автори",
        "auteur", "auteurs", "autor", "autores", "autora", "autore", "autori", "autoren",
        "autorzy", "yazar", "الكاتب", "كاتب", "المؤلف", "מחבר", "כותב", "作者", "记者",
        "記者", "著者", "저자", "기자",
    ),
    "publisher": (
        "publisher", "source", "publication", "sourcename", "outlet", "newspaper", "sitename",
        "website", "site", "domain", "medium", "media", "channel", "издание", "источник", "сми",
        "издатель", "видання", "джерело", "змі", "éditeur", "editeur", "journal", "fuente",
        "medio", "editor", "fonte", "veículo", "veiculo", "testata", "quelle", "zeitung",
        "źródło", "zrodlo", "wydawca", "kaynak", "yayıncı", "المصدر", "مصدر", "الناشر", "מקור",
        "来源", "來源", "媒体", "出版社", "媒體", "情報源", "출처", "언론사",
    ),
    "language": (
        "language", "lang", "languagecode", "langcode", "locale", "inlanguage", "язык", "мова",
        "langue", "idioma", "lengua", "lingua", "língua", "sprache", "język", "jezyk", "dil",
        "اللغة", "لغة", "שפה", "语言", "語言", "言語", "언어",
    ),
}  # fmt: skip
# What an object calls the value that it is about.
_EMPTY_WORDS = frozenset(("rendered", "value", "text", "name", "plain"))
# Objects around those that are meant.
_AROUND = frozenset(("data", "fields", "attributes"))
_NO_LETTERS = re.compile(r"[\W_]+")


def guessed_columns(names: Sequence[str], *, taken: frozenset[str] = frozenset()) -> dict[str, str]:
    """Return the column of each field of an article that the columns' names tell.

    No column is given twice, nor one of ``taken``. The parts of a name inside another have
    dots between them; a name of the outermost level is preferred.

    >>> guessed_columns(["ID", "Head_Line", "Body", "meta.source"])
    {'text': 'Body', 'title': 'Head_Line', 'publisher': 'meta.source'}
    """
    left = {name: _spellings(name) for name in names if name not in taken}
    found: dict[str, str] = {}
    for field, known in _KNOWN.items():
        column = _best(left, known)
        if column is not None:
            found[field] = column
            del left[column]
    return found


def _best(left: dict[str, tuple[str, ...]], known: tuple[str, ...]) -> str | None:
    ranks = {word: rank for rank, word in reversed(list(enumerate(known)))}
    rated = [
        (level, ranks[spelling], number, name)
        for number, (name, spellings) in enumerate(left.items())
        for level, spelling in enumerate(spellings)
        if spelling in ranks
    ]
    return min(rated)[3] if rated else None


def _spellings(name: str) -> tuple[str, ...]:
    """Return what to look a column up by: its whole name, its last telling part, a text."""
    parts = [_NO_LETTERS.sub("", part.casefold()) for part in name.split(".")]
    telling = list(parts)
    while len(telling) > 1 and telling[-1] in _EMPTY_WORDS:
        telling.pop()
    found = ["".join(parts), telling[-1], *(one for one in parts[-1:] if one == "text")]
    return tuple(dict.fromkeys(one for one in found if one not in _AROUND or len(parts) == 1))
