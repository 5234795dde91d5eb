#ifndef CLEXICONS_H
#define CLEXICONS_H

#include <stddef.h>
#include <stdint.h>

/// A compiled lexicon in the memory of the program; lexicons/README.md gives the format.
struct clexicons_table {
    /// What it is for: a two-letter language code, or "emoji".
    const char *name;
    /// 16-byte aligned, never freed.
    const uint8_t *bytes;
    size_t size;
};

/// The number of embedded tables.
size_t clexicons_count(void);

/// The table at index, which is below clexicons_count().
struct clexicons_table clexicons_table_at(size_t index);

/// The number of embedded aspect lists.
size_t clexicons_aspects_count(void);

/// The aspect list at index, which is below clexicons_aspects_count(); named "aspects-" and the
/// language code.
struct clexicons_table clexicons_aspects_at(size_t index);

#endif
