from kennisbank.search.parser import parse
from kennisbank.search.query import Word
from kennisbank.ui.appearance import Appearance
from kennisbank.ui.language import LanguageSwitch
from kennisbank.ui.widgets.query_help import QueryHelp


def test_every_example_of_the_help_is_understood_in_both_languages(look: Appearance, languages: LanguageSwitch) -> None:
    card = QueryHelp()
    kinds = []
    for language in ("nl", "en"):
        languages.choose(language)
        card.retranslate()
        queries = [parse(example) for example in card.examples]
        assert [query.not_understood for query in queries] == [()] * len(queries)
        kinds.append([type(query.tree) for query in queries])
        assert all(not isinstance(query.tree, Word) or query.tree.field for query in queries)
    assert kinds[0] == kinds[1]
