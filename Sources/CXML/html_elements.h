/// The elements of HTML (HTML standard, 4 and 16), as far as text needs to know them.
#ifndef CXML_HTML_ELEMENTS_H
#define CXML_HTML_ELEMENTS_H

#include <stddef.h>
#include <stdint.h>

/// What an element means to the text around it.
enum element_kind {
    UNKNOWN,
    INLINE,
    /// Starts a line, and ends one.
    BLOCK,
    ITEM,
    BREAK,
    CELL,
    PREFORMATTED,
    /// Its content is no text for readers, up to its end tag.
    DROPPED,
};

struct element {
    const char *name;
    enum element_kind kind;
    /// Counted from 0, below `element_limit`.
    size_t number;
};

enum { longest_element = 10, element_limit = 128 };

/// The element of a name in any case; NULL for one that HTML does not know.
const struct element *element_named(const uint8_t *name, size_t length);

#endif
