"""A tokenizer for comparisons: Rasa's own featurizers and DIET on what our classifier sees."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token
from rasa.nlu.tokenizers.whitespace_tokenizer import WhitespaceTokenizer
from rasa.shared.nlu.training_data.message import Message

from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.folding import fold


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class FoldedTokenizer(WhitespaceTokenizer):
    """Words between spaces, each canonical and folded; their places are those of the text as typed."""

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """Return the folded tokens of one attribute of a message."""
        tokens = super().tokenize(message, attribute)
        for token in tokens:
            token.text = token.lemma = fold(canonical(token.text)) or token.text
        return tokens
