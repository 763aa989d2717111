"""What stands where in one document?"""

from sayso.annotation.names import mark_names
from sayso.annotation.places import mark_places
from sayso.annotation.quantities import mark_quantities
from sayso.annotation.sentences import mark_sentences
from sayso.annotation.times import mark_times
from sayso.annotation.tokens import mark_tokens
from sayso.model.document import Document
from sayso.model.marks import Marks


def annotate(document: Document) -> Marks:
    """All marks of what is read in a document; furniture and repeats are not marked."""
    sentences = mark_sentences(document)
    tokens = mark_tokens(document.text, sentences)
    names = mark_names(document, sentences, tokens)
    return Marks(
        sentences=sentences,
        tokens=tokens,
        names=names,
        times=mark_times(document, sentences),
        quantities=mark_quantities(document, sentences),
        places=mark_places(document, names),
    )
