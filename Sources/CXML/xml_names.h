/// The names and namespaces of one document, each kept once.
#ifndef CXML_XML_NAMES_H
#define CXML_XML_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { most_names = 512, name_slots = 1024, longest_name = 200, name_room = 32768 };

/// A name as written, and its two parts.
struct xml_name {
    const char *text;
    size_t length;
    uint32_t hash;
    /// NULL where the name has no colon.
    const char *prefix;
    const char *local;
    /// The namespace of an element of this name, where `generation` is that of the open namespaces.
    const char *namespace_uri;
    uint64_t generation;
};

/// Equal texts have equal pointers, as long as the table lives.
struct xml_names {
    struct xml_name names[most_names];
    size_t count;
    /// Numbers of names plus 1, at a place that the hash tells; 0 where there is none.
    uint16_t slots[name_slots];
    char room[name_room];
    size_t used;
};

/// Empties a table, or makes one of memory that was never written.
void clear_xml_names(struct xml_names *names);

/// The name of `length` bytes at `text`, or NULL where it has more than one colon or an empty part, or
/// the table is full. Takes bounded time.
struct xml_name *xml_name_of(struct xml_names *names, const uint8_t *text, size_t length);

/// Any text, kept once; NULL where the table is full.
const char *xml_kept(struct xml_names *names, const uint8_t *text, size_t length);

#endif
