/// What may stand around elements, read over: declaration, comments, instructions, white space.
///
/// Each function gives the place behind what is at `at`, or NULL where that is not plainly in order.
#ifndef CXML_XML_PROLOG_H
#define CXML_XML_PROLOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline bool is_xml_space(uint8_t byte) {
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

static inline const uint8_t *behind_space(const uint8_t *at, const uint8_t *end) {
    while (at < end && is_xml_space(*at)) at++;
    return at;
}

static inline bool stands_at(const uint8_t *at, const uint8_t *end, const char *word) {
    size_t length = strlen(word);
    return (size_t)(end - at) >= length && memcmp(at, word, length) == 0;
}

/// A letter of ASCII or an underscore.
static inline bool starts_plain_name(uint8_t byte) {
    return (uint8_t)((byte | 0x20) - 'a') < 26 || byte == '_';
}

/// Which bytes a name may hold; those outside of ASCII are not plain.
const bool *plain_name_bytes(void);

/// Behind `<?xml …?>`, or `at` itself where none stands.
const uint8_t *behind_declaration(const uint8_t *at, const uint8_t *end);

/// Behind the comment at `at`.
const uint8_t *behind_comment(const uint8_t *at, const uint8_t *end);

/// Behind the processing instruction at `at`.
const uint8_t *behind_instruction(const uint8_t *at, const uint8_t *end);

/// Behind white space, comments and instructions: at a tag, at something else, or at the end.
const uint8_t *behind_misc(const uint8_t *at, const uint8_t *end);

#endif
