"""tantivy, a document a page, with its own stemmer off and its defaults otherwise; 20 best with snippets."""

import re
from collections.abc import Callable
from pathlib import Path

import tantivy
from extract import all_pages
from protocol import measure


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("file", stored=True, tokenizer_name="raw")
    builder.add_unsigned_field("number", stored=True)
    builder.add_text_field("body", stored=True)
    return builder.build()


def index(folder: Path, work: Path) -> int:
    engine = tantivy.Index(_schema(), path=str(work))
    writer = engine.writer(heap_size=128_000_000, num_threads=2)
    count = 0
    for name, texts in all_pages(folder):
        for number, text in enumerate(texts, 1):
            writer.add_document(tantivy.Document(file=name, number=number, body=text))
        count += len(texts)
    writer.commit()
    writer.wait_merging_threads()
    return count


def opener(work: Path) -> Callable[[str, str], int]:
    engine = tantivy.Index.open(str(work))
    engine.reload()
    searcher = engine.searcher()
    schema = _schema()

    def ask(kind: str, text: str) -> int:
        if kind == "prefix":
            query = tantivy.Query.regex_query(schema, "body", re.escape(text) + ".*")
        elif kind == "phrase":
            query = engine.parse_query(f'"{text}"', ["body"])
        else:
            query = engine.parse_query(" AND ".join(text.split()), ["body"])
        hits = searcher.search(query, 20).hits
        snippets = tantivy.SnippetGenerator.create(searcher, query, schema, "body")
        for _, address in hits:
            snippets.snippet_from_doc(searcher.doc(address)).to_html()
        return len(hits)

    return ask


if __name__ == "__main__":
    measure(index, opener)
