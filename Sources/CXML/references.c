#include "references.h"

#include <string.h>

#include "named_references.h"

enum { longest_name = 31 };

size_t encode_utf8(uint32_t scalar, uint8_t *output) {
    if (scalar < 0x80) {
        output[0] = (uint8_t)scalar;
        return 1;
    }
    if (scalar < 0x800) {
        output[0] = (uint8_t)(0xC0 | scalar >> 6);
        output[1] = (uint8_t)(0x80 | (scalar & 0x3F));
        return 2;
    }
    if (scalar < 0x10000) {
        output[0] = (uint8_t)(0xE0 | scalar >> 12);
        output[1] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
        output[2] = (uint8_t)(0x80 | (scalar & 0x3F));
        return 3;
    }
    output[0] = (uint8_t)(0xF0 | scalar >> 18);
    output[1] = (uint8_t)(0x80 | (scalar >> 12 & 0x3F));
    output[2] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
    output[3] = (uint8_t)(0x80 | (scalar & 0x3F));
    return 4;
}

static bool is_alphanumeric(uint8_t byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z')
        || (byte >= 'A' && byte <= 'Z');
}

uint32_t windows_scalar(uint8_t byte) {
    static const uint16_t windows_1252[32] = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    return windows_1252[byte & 0x1F];
}

/// The character that a numeric reference stands for (HTML standard, 13.2.5.80).
static uint32_t meant_scalar(uint32_t number) {
    if (number >= 0x80 && number < 0xA0) return windows_scalar((uint8_t)number);
    if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number < 0xE000)) return 0xFFFD;
    return number;
}

static int digit_value(uint8_t byte, bool is_hexadecimal) {
    if (byte >= '0' && byte <= '9') return byte - '0';
    if (!is_hexadecimal) return -1;
    uint8_t letter = byte | 0x20;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

static struct reference numeric_reference(const uint8_t *text, size_t count, bool is_lenient) {
    struct reference found = {0};
    size_t at = 2;
    bool is_hexadecimal = at < count && (text[at] | 0x20) == 'x';
    if (is_hexadecimal) at++;
    size_t first = at;
    uint32_t number = 0;
    for (int digit; at < count && (digit = digit_value(text[at], is_hexadecimal)) >= 0; at++) {
        if (number <= 0x10FFFF) number = number * (is_hexadecimal ? 16 : 10) + (uint32_t)digit;
    }
    if (at == first) return found;
    if (at < count && text[at] == ';') {
        at++;
    } else if (!is_lenient) {
        return found;
    }
    found.length = at;
    found.text_length = encode_utf8(meant_scalar(number), found.text);
    return found;
}

static const struct named_reference *named(const uint8_t *name, size_t length) {
    size_t low = 0, high = sizeof named_references / sizeof *named_references;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strncmp(named_references[middle].name, (const char *)name, length);
        if (order == 0 && named_references[middle].name[length] != 0) order = 1;
        if (order == 0) return &named_references[middle];
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

static struct reference one_character(char character, size_t length) {
    return (struct reference){.length = length, .text = {(uint8_t)character}, .text_length = 1};
}

struct reference reference_at(const uint8_t *text, size_t count, bool is_lenient) {
    struct reference found = {0};
    if (count < 3) return found;
    if (text[1] == '#') return numeric_reference(text, count, is_lenient);
    if (count >= 4 && text[2] == 't' && text[3] == ';') {
        if (text[1] == 'l') return one_character('<', 4);
        if (text[1] == 'g') return one_character('>', 4);
    }
    if (count >= 5 && memcmp(text + 1, "amp;", 4) == 0) return one_character('&', 5);
    if (count >= 6 && memcmp(text + 1, "quot;", 5) == 0) return one_character('"', 6);
    if (count >= 6 && memcmp(text + 1, "apos;", 5) == 0) return one_character('\'', 6);

    size_t length = 0;
    while (length < longest_name + 1 && 1 + length < count && is_alphanumeric(text[1 + length])) {
        length++;
    }
    if (length < 2 || length > longest_name) return found;
    bool has_semicolon = 1 + length < count && text[1 + length] == ';';
    bool is_attribute_like = 1 + length < count && text[1 + length] == '=';
    if (!has_semicolon && (!is_lenient || is_attribute_like)) return found;
    const struct named_reference *entry = named(text + 1, length);
    if (entry == NULL || (!has_semicolon && !entry->may_lack_semicolon)) return found;
    found.length = 1 + length + has_semicolon;
    found.text_length = strlen(entry->text);
    memcpy(found.text, entry->text, found.text_length);
    return found;
}

bool is_mark_up(const struct reference *reference) {
    uint8_t first = reference->text[0];
    return first == '<' || first == '&' || first == '>' || first == '"' || first == '\''
        || first == '\t' || first == '\n' || first == '\r';
}

bool is_forbidden(const struct reference *reference) {
    uint8_t first = reference->text[0];
    if (reference->text_length == 1) {
        return first < 0x20 && first != '\t' && first != '\n' && first != '\r';
    }
    return reference->text_length == 3 && first == 0xEF && reference->text[1] == 0xBF
        && reference->text[2] >= 0xBE;
}
