#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "CXML.h"
#include "blocks.h"

void cxml_release(struct cxml_bytes owned) { free(owned.bytes); }

static const uint8_t replacement[3] = {0xEF, 0xBF, 0xBD};

/// Makes room for `more` bytes behind `used`; false if memory is out.
static bool reserve(struct cxml_bytes *buffer, size_t used, size_t more) {
    if (buffer->count - used >= more) return true;
    size_t larger = buffer->count + buffer->count / 2 + more;
    uint8_t *moved = realloc(buffer->bytes, larger);
    if (moved == NULL) return false;
    buffer->bytes = moved;
    buffer->count = larger;
    return true;
}

/// How many bytes of a charset belong together, so that what is skipped does not shift the rest.
static size_t unit_size(const char *charset) {
    if (strncasecmp(charset, "utf-16", 6) == 0) return 2;
    return strncasecmp(charset, "utf-32", 6) == 0 ? 4 : 1;
}

struct cxml_bytes cxml_decode(const uint8_t *text, size_t count, const char *charset) {
    struct cxml_bytes output = {NULL, 0};
    iconv_t converter = iconv_open("UTF-8", charset);
    if (converter == (iconv_t)-1) return output;
    char *input = (char *)text;
    size_t left = count, used = 0;
    bool has_memory = reserve(&output, 0, count + count / 2 + 16);
    while (has_memory && left > 0) {
        char *target = (char *)output.bytes + used;
        size_t room = output.count - used;
        size_t before = room;
        size_t outcome = iconv(converter, &input, &left, &target, &room);
        used += before - room;
        if (outcome != (size_t)-1) break;
        if (errno == E2BIG) {
            has_memory = reserve(&output, used, left + 64);
            continue;
        }
        // A byte without meaning, or a character cut off by the end.
        has_memory = reserve(&output, used, sizeof replacement);
        if (!has_memory) break;
        memcpy(output.bytes + used, replacement, sizeof replacement);
        used += sizeof replacement;
        if (errno == EINVAL) break;
        size_t skipped = unit_size(charset);
        if (skipped > left) skipped = left;
        input += skipped;
        left -= skipped;
    }
    iconv_close(converter);
    if (!has_memory) {
        free(output.bytes);
        return (struct cxml_bytes){NULL, 0};
    }
    output.count = used;
    return output;
}

/// The length of the UTF-8 sequence at `text` (RFC 3629, section 4), or 0 if there is none.
static size_t sequence_length(const uint8_t *text, size_t count) {
    uint8_t lead = text[0];
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (count < length) return 0;
    for (size_t index = 1; index < length; index++) {
        if ((text[index] & 0xC0) != 0x80) return 0;
    }
    if (lead == 0xE0 && text[1] < 0xA0) return 0;
    if (lead == 0xED && text[1] > 0x9F) return 0;
    if (lead == 0xF0 && text[1] < 0x90) return 0;
    if (lead == 0xF4 && text[1] > 0x8F) return 0;
    return length;
}

/// How many bytes at `text` are certainly ASCII and, if `only_visible`, no control characters.
static size_t plain_run(const uint8_t *text, size_t count, bool only_visible) {
    size_t index = 0;
    for (; count - index >= block_size; index += block_size) {
        block bytes = block_at(text + index);
        uint32_t others = bits_of((bytes >= 0x80) | (bytes < (only_visible ? 0x20 : 0)));
        if (others != 0) return index + first_of(others);
    }
    return index;
}

enum cxml_encoding cxml_encoding_of(const uint8_t *text, size_t count) {
    enum cxml_encoding encoding = CXML_ASCII;
    for (size_t index = 0; index < count;) {
        index += plain_run(text + index, count - index, false);
        if (index == count) break;
        size_t length = sequence_length(text + index, count - index);
        if (length == 0) return CXML_NO_UTF8;
        if (length > 1) encoding = CXML_UTF8;
        index += length;
    }
    return encoding;
}

bool cxml_is_utf8(const uint8_t *text, size_t count) {
    return cxml_encoding_of(text, count) != CXML_NO_UTF8;
}

/// Whether XML 1.0 allows the character at `text`, a sequence of `length` bytes.
static bool is_allowed(const uint8_t *text, size_t length) {
    if (length == 1) return text[0] >= 0x20 || text[0] == '\t' || text[0] == '\n' || text[0] == '\r';
    return !(length == 3 && text[0] == 0xEF && text[1] == 0xBF && text[2] >= 0xBE);
}

struct cxml_bytes cxml_repair_utf8(const uint8_t *text, size_t count) {
    struct cxml_bytes output = {NULL, 0};
    size_t used = 0, copied = 0;
    for (size_t index = 0; index < count;) {
        index += plain_run(text + index, count - index, true);
        if (index == count) break;
        size_t length = sequence_length(text + index, count - index);
        if (length > 0 && is_allowed(text + index, length)) {
            index += length;
            continue;
        }
        if (output.bytes == NULL) {
            // Each byte may become three.
            output.bytes = malloc(count * 3);
            if (output.bytes == NULL) return output;
        }
        memcpy(output.bytes + used, text + copied, index - copied);
        used += index - copied;
        if (length == 0) {
            memcpy(output.bytes + used, replacement, sizeof replacement);
            used += sizeof replacement;
        }
        index += length > 0 ? length : 1;
        copied = index;
    }
    if (output.bytes == NULL) return output;
    memcpy(output.bytes + used, text + copied, count - copied);
    output.count = used + count - copied;
    return output;
}
