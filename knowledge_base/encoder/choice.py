"""Which encoder the search uses, by the setting ``encoder``."""

from __future__ import annotations

from pathlib import Path

from knowledge_base.encoder.encoder import Encoder
from knowledge_base.encoder.layout import GRAPH

NONE = "none"


def load_encoder(choice: str, converted: Path) -> Encoder | None:
    """Return the encoder chosen, or None where the search goes by words alone; takes up to some seconds.

    ``choice`` is "" for the one that ``make encoder`` has put into the folder ``converted``, if it is there;
    "none" for none; else the name or the folder of a sentence-transformers model. Raises EncoderNotInstalled
    where packages are missing and EncoderUnusable where the model is. Only a model that is no converted one
    loads torch.
    """
    if choice == NONE:
        return None
    folder = Path(choice) if choice else converted
    if (folder / GRAPH).is_file():
        from knowledge_base.encoder.graph_encoder import GraphEncoder

        return GraphEncoder(folder)
    if not choice:
        return None
    from knowledge_base.encoder.sentence_transformer_encoder import SentenceTransformerEncoder

    return SentenceTransformerEncoder(choice)
