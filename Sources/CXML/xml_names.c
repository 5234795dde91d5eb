#include "xml_names.h"

#include <string.h>

enum { most_probes = 16 };

/// FNV-1a; a document that makes it collide is given back as too odd.
static uint32_t hash_of(const uint8_t *text, size_t length) {
    uint32_t hash = 0x811C9DC5u;
    for (size_t index = 0; index < length; index++) hash = (hash ^ text[index]) * 0x01000193u;
    return hash ^ hash >> 15;
}

void clear_xml_names(struct xml_names *names) {
    names->count = 0;
    names->used = 0;
    memset(names->slots, 0, sizeof names->slots);
}

/// The entry of a text, made if there is none; NULL where the table is full.
static struct xml_name *entry_of(struct xml_names *names, const uint8_t *text, size_t length) {
    uint32_t hash = hash_of(text, length);
    for (uint32_t probe = 0; probe < most_probes; probe++) {
        uint16_t *slot = &names->slots[(hash + probe) % name_slots];
        if (*slot != 0) {
            struct xml_name *found = &names->names[*slot - 1];
            bool is_same = found->hash == hash && found->length == length
                && memcmp(found->text, text, length) == 0;
            if (is_same) return found;
            continue;
        }
        if (names->count == most_names || name_room - names->used <= length) return NULL;
        char *kept = names->room + names->used;
        memcpy(kept, text, length);
        kept[length] = 0;
        names->used += length + 1;
        struct xml_name *made = &names->names[names->count++];
        *made = (struct xml_name){.text = kept, .length = length, .hash = hash};
        *slot = (uint16_t)names->count;
        return made;
    }
    return NULL;
}

const char *xml_kept(struct xml_names *names, const uint8_t *text, size_t length) {
    struct xml_name *entry = entry_of(names, text, length);
    return entry == NULL ? NULL : entry->text;
}

struct xml_name *xml_name_of(struct xml_names *names, const uint8_t *text, size_t length) {
    if (length > longest_name) return NULL;
    struct xml_name *name = entry_of(names, text, length);
    if (name == NULL || name->local != NULL) return name;
    const uint8_t *colon = memchr(text, ':', length);
    if (colon == NULL) {
        name->local = name->text;
        return name;
    }
    size_t prefix = (size_t)(colon - text), local = length - prefix - 1;
    bool is_plain = prefix > 0 && local > 0 && memchr(colon + 1, ':', local) == NULL
        && (colon[1] < '0' || colon[1] > '9') && colon[1] != '-' && colon[1] != '.';
    if (!is_plain) return NULL;
    name->prefix = xml_kept(names, text, prefix);
    const char *kept = xml_kept(names, colon + 1, local);
    if (name->prefix == NULL || kept == NULL) return NULL;
    name->local = kept;
    return name;
}
