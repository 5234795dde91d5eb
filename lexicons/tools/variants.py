"""The spellings of a term that people type who leave out the accents: pessimo, tres bon, ueberteuert.

Used by compile.py: every entry of a language is compiled once more in each of its spellings, under
its own name, where the spelling is no entry itself.
"""

import unicodedata
from pathlib import Path

# accent-free spellings that are other words of the language, beside its function words
OTHER_WORDS = {
    "de": {"schwul", "wurde", "konnte", "hatte", "mochte", "drucken", "fordern"},
    "es": {"mas", "esta", "este", "papa", "aun", "solo", "si", "se", "de", "que"},
    "fr": {"vole", "voles", "outre", "regle", "regles", "sur", "du", "la", "ou", "a", "des", "cote", "peche"},
    "it": {"ne", "e", "si", "la", "da", "li", "meta", "pero"},
    "pt": {"e", "esta", "da", "so", "nos", "por", "ma", "mas", "avo", "para", "as"},
    "nl": {"een", "he"},
}
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
WORDS = Path(__file__).with_name("function-words.txt")


def plain(word):
    """The word without its marks; ligatures as two letters."""
    apart = unicodedata.normalize("NFD", word.replace("œ", "oe").replace("æ", "ae").replace("ß", "ss"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def others(language):
    """The words that no spelling may be taken for."""
    found = set(OTHER_WORDS.get(language, ()))
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        name, _, words = line.partition(": ")
        if name == language:
            found.update(words.split())
    return found


def spellings(words, language, taken):
    """The other spellings of a term, each a tuple of words; `taken` is what others() gave."""
    if language not in OTHER_WORDS:
        return []
    rules = [lambda word: plain(word)]
    if language == "de":
        rules += [lambda word: word.translate(UMLAUTS), lambda word: word.replace("ß", "ss")]
    found = []
    for rule in rules:
        spelling = tuple(rule(word) for word in words)
        if spelling == words or spelling in found or len(spelling) == 1 and spelling[0] in taken:
            continue
        found.append(spelling)
    return found
