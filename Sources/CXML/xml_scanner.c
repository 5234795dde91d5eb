#define _GNU_SOURCE
#include <stdlib.h>

#include "CXML.h"
#include "blocks.h"
#include "references.h"
#include "xml_names.h"
#include "xml_prolog.h"

// Four times as fast as libxml2, for documents without anything odd. Whatever is not plainly
// well-formed, or rare, ends the scan: it is `cxml_parse` that knows what it means.

enum { deepest = 256, most_attributes = 64, most_namespaces = 64, longest_value = 60000 };

/// A namespace that is open, and how deep the element is that opened it.
struct open_namespace {
    /// NULL for the one of names without prefix.
    const char *prefix;
    /// NULL where it is none.
    const char *uri;
    int depth;
};

/// An attribute that was read; its value stands in the document or, from `offset`, among the values.
struct read_attribute {
    const struct xml_name *name;
    const uint8_t *value;
    size_t offset;
    size_t length;
};

struct scanner {
    const uint8_t *at;
    const uint8_t *end;
    const struct cxml_handler *handler;
    /// Text since the last tag: a run of the document, or where it has more than one piece, a copy.
    const uint8_t *run;
    size_t run_count;
    struct cxml_bytes text;
    size_t text_count;
    struct cxml_bytes values;
    size_t values_count;
    size_t namespace_count;
    /// A number for the namespaces that are open.
    uint64_t generation;
    int depth;
    size_t attribute_count;
    // What follows is not cleared before it is used.
    struct open_namespace namespaces[most_namespaces];
    const struct xml_name *open[deepest];
    struct read_attribute read[most_attributes];
    struct cxml_attribute attributes[most_attributes];
    struct xml_names names;
};

/// Reads over white space; returns whether there was any.
static bool skip_space(struct scanner *scanner) {
    const uint8_t *start = scanner->at;
    scanner->at = behind_space(start, scanner->end);
    return scanner->at > start;
}

// MARK: Text

static bool append(struct cxml_bytes *buffer, size_t *count, const uint8_t *bytes, size_t length) {
    if (length == 0) return true;
    if (buffer->count - *count < length) {
        size_t capacity = (*count + length) * 2 + 1024;
        uint8_t *moved = realloc(buffer->bytes, capacity);
        if (moved == NULL) return false;
        *buffer = (struct cxml_bytes){moved, capacity};
    }
    memcpy(buffer->bytes + *count, bytes, length);
    *count += length;
    return true;
}

/// Adds text that stands for itself in the document.
static bool add_run(struct scanner *scanner, const uint8_t *bytes, size_t length) {
    if (length == 0) return true;
    if (scanner->run_count == 0 && scanner->text_count == 0) {
        scanner->run = bytes;
        scanner->run_count = length;
        return true;
    }
    if (scanner->run_count > 0) {
        if (!append(&scanner->text, &scanner->text_count, scanner->run, scanner->run_count)) {
            return false;
        }
        scanner->run_count = 0;
    }
    return append(&scanner->text, &scanner->text_count, bytes, length);
}

/// Hands over the text since the last tag.
static bool flush_text(struct scanner *scanner) {
    const uint8_t *bytes = scanner->run_count > 0 ? scanner->run : scanner->text.bytes;
    size_t count = scanner->run_count > 0 ? scanner->run_count : scanner->text_count;
    scanner->run_count = 0;
    scanner->text_count = 0;
    return count == 0 || scanner->handler->text(scanner->handler->context, bytes, count);
}

/// The reference at the current `&`; its length is 0 if it is not one that stands for plain text.
static struct reference plain_reference(struct scanner *scanner) {
    struct reference found = reference_at(scanner->at, (size_t)(scanner->end - scanner->at), false);
    bool is_odd = found.text[0] == ']' || is_forbidden(&found)
        || (found.text_length > 1 && is_mark_up(&found));
    if (is_odd) found.length = 0;
    return found;
}

/// Adds a reference, or a line end with a carriage return, which counts as a newline (XML 1.0, 2.11).
static bool add_character(struct scanner *scanner) {
    if (*scanner->at == '\r') {
        scanner->at++;
        if (scanner->at < scanner->end && *scanner->at == '\n') scanner->at++;
        return add_run(scanner, (const uint8_t *)"\n", 1);
    }
    struct reference found = plain_reference(scanner);
    scanner->at += found.length;
    if (found.length == 0) return false;
    if (scanner->run_count == 0 && scanner->text_count == 0) {
        // The reference's own bytes do not last.
        return append(&scanner->text, &scanner->text_count, found.text, found.text_length);
    }
    return add_run(scanner, found.text, found.text_length);
}

/// The next `<`, `&`, carriage return or `]` at or behind `at`, or the end.
static const uint8_t *behind_text(const uint8_t *at, const uint8_t *end) {
    for (; end - at >= block_size; at += block_size) {
        block bytes = block_at(at);
        uint32_t stops =
            bits_of((bytes == '<') | (bytes == '&') | (bytes == ']') | (bytes == '\r'));
        if (stops != 0) return at + first_of(stops);
    }
    while (at < end && *at != '<' && *at != '&' && *at != ']' && *at != '\r') at++;
    return at;
}

/// Adds what stands in the CDATA section at the current place.
static bool read_cdata(struct scanner *scanner) {
    scanner->at += 9;
    const uint8_t *close = memmem(scanner->at, (size_t)(scanner->end - scanner->at), "]]>", 3);
    if (close == NULL) return false;
    while (scanner->at < close) {
        const uint8_t *line = memchr(scanner->at, '\r', (size_t)(close - scanner->at));
        const uint8_t *stop = line == NULL ? close : line;
        if (!add_run(scanner, scanner->at, (size_t)(stop - scanner->at))) return false;
        scanner->at = stop;
        if (line != NULL && !add_character(scanner)) return false;
    }
    scanner->at = close + 3;
    return true;
}

// MARK: Tags

static struct xml_name *read_name(struct scanner *scanner) {
    const bool *is_name = plain_name_bytes();
    const uint8_t *start = scanner->at;
    if (start == scanner->end || !starts_plain_name(*start)) return NULL;
    while (scanner->at < scanner->end && is_name[*scanner->at]) scanner->at++;
    return xml_name_of(&scanner->names, start, (size_t)(scanner->at - start));
}

/// Copies the value from `start` on to the values, its references decoded and its white space as
/// spaces (XML 1.0, 3.3.3), up to the quote.
static bool copy_value(
    struct scanner *scanner, const uint8_t *start, uint8_t quote, struct read_attribute *attribute) {
    attribute->offset = scanner->values_count;
    scanner->at = start;
    while (scanner->at < scanner->end && *scanner->at != quote) {
        uint8_t byte = *scanner->at;
        if (byte == '<') return false;
        struct reference found = {.length = 1, .text = {byte}, .text_length = 1};
        if (byte == '&') {
            found = plain_reference(scanner);
            if (found.length == 0) return false;
        } else if (is_xml_space(byte)) {
            found.text[0] = ' ';
            bool is_pair = byte == '\r' && scanner->end - scanner->at > 1 && scanner->at[1] == '\n';
            found.length += is_pair;
        }
        scanner->at += found.length;
        if (!append(&scanner->values, &scanner->values_count, found.text, found.text_length)) {
            return false;
        }
    }
    attribute->value = NULL;
    attribute->length = scanner->values_count - attribute->offset;
    return scanner->at < scanner->end;
}

/// Reads `name="value"`.
static bool read_attribute(struct scanner *scanner) {
    if (scanner->attribute_count == most_attributes) return false;
    struct read_attribute *attribute = &scanner->read[scanner->attribute_count++];
    attribute->name = read_name(scanner);
    if (attribute->name == NULL) return false;
    skip_space(scanner);
    if (scanner->at == scanner->end || *scanner->at++ != '=') return false;
    skip_space(scanner);
    if (scanner->at == scanner->end || (*scanner->at != '"' && *scanner->at != '\'')) return false;
    uint8_t quote = *scanner->at++;
    const uint8_t *start = scanner->at;
    bool is_plain = true;
    while (scanner->at < scanner->end && *scanner->at != quote) {
        uint8_t byte = *scanner->at++;
        is_plain &= byte >= ' ' && byte != '&' && byte != '<';
    }
    size_t length = (size_t)(scanner->at - start);
    if (scanner->at == scanner->end || length > longest_value) return false;
    attribute->value = start;
    attribute->length = length;
    if (!is_plain && !copy_value(scanner, start, quote, attribute)) return false;
    scanner->at++;
    return true;
}

/// Opens the namespace that an attribute declares.
static bool open_namespace(struct scanner *scanner, const struct read_attribute *attribute) {
    static const char *const reserved[] = {
        "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/"};
    bool is_default = attribute->name->prefix == NULL;
    if (attribute->value == NULL || scanner->namespace_count == most_namespaces) return false;
    if (attribute->length == 0 && !is_default) return false;
    const char *prefix = is_default ? NULL : attribute->name->local;
    const char *uri = NULL;
    if (attribute->length > 0) {
        uri = xml_kept(&scanner->names, attribute->value, attribute->length);
        if (uri == NULL || strcmp(uri, reserved[0]) == 0 || strcmp(uri, reserved[1]) == 0) {
            return false;
        }
    }
    if (prefix != NULL && strncmp(prefix, "xml", 3) == 0) return false;
    for (size_t index = scanner->namespace_count; index > 0; index--) {
        const struct open_namespace *open = &scanner->namespaces[index - 1];
        if (open->depth < scanner->depth) break;
        if (open->prefix == prefix) return false;
    }
    scanner->namespaces[scanner->namespace_count++] =
        (struct open_namespace){prefix, uri, scanner->depth};
    scanner->generation++;
    return true;
}

/// The namespace of a prefix; the prefix itself where it is not declared.
static const char *namespace_of(struct scanner *scanner, const char *prefix) {
    for (size_t index = scanner->namespace_count; index > 0; index--) {
        const struct open_namespace *open = &scanner->namespaces[index - 1];
        if (open->prefix == prefix) return open->uri;
    }
    if (prefix == NULL || strcmp(prefix, "xml") != 0) return prefix;
    static const char uri[] = "http://www.w3.org/XML/1998/namespace";
    return xml_kept(&scanner->names, (const uint8_t *)uri, sizeof uri - 1);
}

static const char *namespace_of_element(struct scanner *scanner, struct xml_name *name) {
    if (name->generation != scanner->generation) {
        name->namespace_uri = namespace_of(scanner, name->prefix);
        name->generation = scanner->generation;
    }
    return name->namespace_uri;
}

/// Makes `attributes` of what was read and is no namespace; false where one stands twice.
static bool take_attributes(struct scanner *scanner, size_t *count) {
    size_t taken = 0;
    for (size_t index = 0; index < scanner->attribute_count; index++) {
        const struct read_attribute *read = &scanner->read[index];
        const char *prefix = read->name->prefix;
        if (strcmp(prefix == NULL ? read->name->local : prefix, "xmlns") == 0) continue;
        // Of xml:space libxml2 has an opinion.
        if (prefix != NULL && strcmp(prefix, "xml") == 0 && strcmp(read->name->local, "space") == 0) {
            return false;
        }
        const uint8_t *value =
            read->value != NULL ? read->value : scanner->values.bytes + read->offset;
        struct cxml_attribute *attribute = &scanner->attributes[taken];
        *attribute = (struct cxml_attribute){
            .name = read->name->local,
            .name_length = prefix == NULL ? read->name->length : strlen(read->name->local),
            .namespace_uri = prefix == NULL ? NULL : namespace_of(scanner, prefix),
            .value = read->length == 0 ? "" : (const char *)value,
            .value_length = read->length,
        };
        for (size_t other = 0; other < taken; other++) {
            if (scanner->attributes[other].name == attribute->name
                && scanner->attributes[other].namespace_uri == attribute->namespace_uri) {
                return false;
            }
        }
        taken++;
    }
    *count = taken;
    return true;
}

static void close_element(struct scanner *scanner) {
    bool is_left = false;
    while (scanner->namespace_count > 0
           && scanner->namespaces[scanner->namespace_count - 1].depth == scanner->depth) {
        scanner->namespace_count--;
        is_left = true;
    }
    scanner->generation += is_left;
    scanner->depth--;
}

static bool read_start_tag(struct scanner *scanner) {
    scanner->at++;
    struct xml_name *name = read_name(scanner);
    if (name == NULL || !flush_text(scanner) || scanner->depth == deepest) return false;
    scanner->open[scanner->depth++] = name;
    scanner->attribute_count = 0;
    scanner->values_count = 0;
    bool is_empty = false;
    while (true) {
        bool is_apart = skip_space(scanner);
        if (scanner->at == scanner->end) return false;
        if (*scanner->at == '>') break;
        if (*scanner->at == '/') {
            is_empty = true;
            scanner->at++;
            if (scanner->at == scanner->end || *scanner->at != '>') return false;
            break;
        }
        if (!is_apart || !read_attribute(scanner)) return false;
        const struct read_attribute *attribute = &scanner->read[scanner->attribute_count - 1];
        const char *key = attribute->name->prefix != NULL ? attribute->name->prefix
                                                          : attribute->name->local;
        if (strcmp(key, "xmlns") == 0 && !open_namespace(scanner, attribute)) return false;
    }
    scanner->at++;
    size_t count;
    if (!take_attributes(scanner, &count)) return false;
    if (name->prefix != NULL && strncmp(name->prefix, "xml", 3) == 0) return false;
    const struct cxml_handler *handler = scanner->handler;
    bool goes_on = handler->start(
        handler->context, name->local, namespace_of_element(scanner, name), scanner->attributes,
        count);
    if (!goes_on || !is_empty) return goes_on;
    close_element(scanner);
    return handler->end(handler->context);
}

static bool read_end_tag(struct scanner *scanner) {
    const struct xml_name *name = scanner->open[scanner->depth - 1];
    scanner->at += 2;
    if ((size_t)(scanner->end - scanner->at) <= name->length
        || memcmp(scanner->at, name->text, name->length) != 0) {
        return false;
    }
    scanner->at += name->length;
    skip_space(scanner);
    if (scanner->at == scanner->end || *scanner->at++ != '>') return false;
    if (!flush_text(scanner)) return false;
    close_element(scanner);
    return scanner->handler->end(scanner->handler->context);
}

/// Reads what starts with the `<` at the current place.
static bool read_markup(struct scanner *scanner) {
    const uint8_t *at = scanner->at, *end = scanner->end;
    uint8_t next = end - at > 1 ? at[1] : 0;
    if (next == '/') return read_end_tag(scanner);
    if (next != '!' && next != '?') return read_start_tag(scanner);
    if (stands_at(at, end, "<![CDATA[")) return read_cdata(scanner);
    if (next == '!' && !stands_at(at, end, "<!--")) return false;
    at = next == '!' ? behind_comment(at, end) : behind_instruction(at, end);
    if (at != NULL) scanner->at = at;
    return at != NULL;
}

static bool read_document(struct scanner *scanner) {
    const uint8_t *root = behind_declaration(scanner->at, scanner->end);
    if (root != NULL) root = behind_misc(root, scanner->end);
    if (root == NULL || root == scanner->end || *root != '<') return false;
    scanner->at = root;
    if (!read_start_tag(scanner)) return false;
    while (scanner->depth > 0) {
        const uint8_t *stop = behind_text(scanner->at, scanner->end);
        if (!add_run(scanner, scanner->at, (size_t)(stop - scanner->at))) return false;
        scanner->at = stop;
        if (stop == scanner->end) return false;
        if (*stop == '<') {
            if (!read_markup(scanner)) return false;
        } else if (*stop == ']') {
            if (stands_at(stop, scanner->end, "]]>") || !add_run(scanner, stop, 1)) return false;
            scanner->at++;
        } else if (!add_character(scanner)) {
            return false;
        }
    }
    return behind_misc(scanner->at, scanner->end) == scanner->end;
}

bool cxml_scan(const uint8_t *document, size_t count, const struct cxml_handler *handler) {
    // libxml2 refuses a comment, section or name of 10 MB.
    if (count >= 10000000) return false;
    struct scanner *scanner = malloc(sizeof *scanner);
    if (scanner == NULL) return false;
    memset(scanner, 0, offsetof(struct scanner, namespaces));
    clear_xml_names(&scanner->names);
    scanner->at = document;
    scanner->end = document + count;
    scanner->handler = handler;
    scanner->generation = 1;
    bool is_read = read_document(scanner);
    free(scanner->text.bytes);
    free(scanner->values.bytes);
    free(scanner);
    return is_read;
}
