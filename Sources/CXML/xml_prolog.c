#define _GNU_SOURCE
#include "xml_prolog.h"

enum { longest_target = 200 };

const bool *plain_name_bytes(void) {
    static const bool table[256] = {
        ['a' ... 'z'] = true, ['A' ... 'Z'] = true, ['0' ... '9'] = true,
        ['_'] = true, [':'] = true, ['-'] = true, ['.'] = true,
    };
    return table;
}

const uint8_t *behind_comment(const uint8_t *at, const uint8_t *end) {
    at += 4;
    const uint8_t *dashes = memmem(at, (size_t)(end - at), "--", 2);
    if (dashes == NULL || end - dashes < 3 || dashes[2] != '>') return NULL;
    return dashes + 3;
}

/// Whether a target begins with "xml", which is reserved, or is one that libxml2 acts upon.
static bool is_reserved(const uint8_t *target, size_t length) {
    if (length == 14 && memcmp(target, "xml-stylesheet", 14) == 0) return false;
    bool is_xml = length >= 3 && (target[0] | 0x20) == 'x' && (target[1] | 0x20) == 'm'
        && (target[2] | 0x20) == 'l';
    return is_xml || (length > 5 && memcmp(target, "oasis", 5) == 0);
}

const uint8_t *behind_instruction(const uint8_t *at, const uint8_t *end) {
    const bool *is_name = plain_name_bytes();
    const uint8_t *target = at + 2;
    if (target == end || !starts_plain_name(*target)) return NULL;
    at = target;
    while (at < end && is_name[*at] && *at != ':') at++;
    size_t length = (size_t)(at - target);
    if (length > longest_target || is_reserved(target, length)) return NULL;
    const uint8_t *close = memmem(at, (size_t)(end - at), "?>", 2);
    if (close == NULL || (close > at && !is_xml_space(*at))) return NULL;
    return close + 2;
}

const uint8_t *behind_misc(const uint8_t *at, const uint8_t *end) {
    while (at != NULL) {
        at = behind_space(at, end);
        if (stands_at(at, end, "<!--")) {
            at = behind_comment(at, end);
        } else if (stands_at(at, end, "<?")) {
            at = behind_instruction(at, end);
        } else {
            break;
        }
    }
    return at;
}

/// A part of the declaration, such as `version="1.0"`.
struct declared {
    /// NULL where the part is not there.
    const uint8_t *value;
    size_t length;
    /// Behind the part; NULL where it is broken.
    const uint8_t *behind;
};

/// The part of that name behind the white space at `at`.
static struct declared declared_at(const uint8_t *at, const uint8_t *end, const char *name) {
    struct declared part = {NULL, 0, at};
    const uint8_t *start = behind_space(at, end);
    if (start == at || !stands_at(start, end, name)) return part;
    part.behind = NULL;
    at = behind_space(start + strlen(name), end);
    if (at == end || *at != '=') return part;
    at = behind_space(at + 1, end);
    if (at == end || (*at != '"' && *at != '\'')) return part;
    const uint8_t *close = memchr(at + 1, *at, (size_t)(end - at - 1));
    if (close == NULL) return part;
    return (struct declared){at + 1, (size_t)(close - at - 1), close + 1};
}

static bool is_value(const struct declared *part, const char *value) {
    return part->length == strlen(value) && memcmp(part->value, value, part->length) == 0;
}

static bool is_charset_name(const struct declared *part) {
    const bool *is_name = plain_name_bytes();
    if (part->length == 0 || part->length > longest_target) return false;
    if (!starts_plain_name(*part->value) || *part->value == '_') return false;
    for (size_t index = 0; index < part->length; index++) {
        if (!is_name[part->value[index]] || part->value[index] == ':') return false;
    }
    return true;
}

const uint8_t *behind_declaration(const uint8_t *at, const uint8_t *end) {
    if (!stands_at(at, end, "<?xml") || end - at < 6 || !is_xml_space(at[5])) return at;
    struct declared version = declared_at(at + 5, end, "version");
    if (version.value == NULL || !is_value(&version, "1.0")) return NULL;
    struct declared encoding = declared_at(version.behind, end, "encoding");
    if (encoding.behind == NULL) return NULL;
    if (encoding.value != NULL && !is_charset_name(&encoding)) return NULL;
    struct declared standalone = declared_at(encoding.behind, end, "standalone");
    if (standalone.behind == NULL) return NULL;
    if (standalone.value != NULL && !is_value(&standalone, "yes") && !is_value(&standalone, "no")) {
        return NULL;
    }
    at = behind_space(standalone.behind, end);
    return stands_at(at, end, "?>") ? at + 2 : NULL;
}
