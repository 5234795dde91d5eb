/// Mends the mark-up of a document before libxml2 sees it.
#ifndef CXML_REPAIR_H
#define CXML_REPAIR_H

#include "CXML.h"

struct repaired {
    /// NULL if nothing had to change.
    uint8_t *bytes;
    size_t count;
    /// Whether the changes mended defects; references of HTML and a skipped DOCTYPE are none.
    bool had_defects;
    bool has_too_many_attributes;
    bool is_out_of_memory;
};

/// The document with bare `&` and `<` escaped, references of HTML resolved, references that stand
/// for characters forbidden in XML left out, and without its DOCTYPE. Lines keep their numbers.
///
/// libxml2 in recover mode loses text at each of these, and resolves declared entities.
struct repaired repair_markup(const uint8_t *document, size_t count);

#endif
