#define _GNU_SOURCE
#include <string.h>
#include <strings.h>

#include "CXML.h"
#include "blocks.h"
#include "html_elements.h"
#include "references.h"

// A tokenizer after the HTML standard (13.2.5), kept to what readable text needs. libxml2's HTML
// parser is not used: each stray end tag searches its stack of open elements (8 s for 0.8 MB of
// hostile input, growing with the square), it knows the entities of HTML 4 only, and it reads 64 to
// 80 MB/s, a third of what its XML parser does.

size_t cxml_text_capacity(size_t count) {
    // The longest reference by ratio, `&nLt;`, makes six bytes of five.
    return count + count / 4 + 16;
}

static bool is_letter(uint8_t byte) {
    return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

static bool is_space(uint8_t byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

// MARK: Writing

/// The text written so far, and the white space due before the next character.
struct writer {
    uint8_t *output;
    size_t count;
    bool needs_space;
    /// Line ends due: 1, or 2 for a blank line.
    int needs_newlines;
    bool needs_bullet;
};

static void need_newlines(struct writer *writer, int newlines) {
    if (writer->needs_newlines < newlines) writer->needs_newlines = newlines;
}

static void write_gap(struct writer *writer) {
    if (writer->count > 0) {
        for (int index = 0; index < writer->needs_newlines; index++) {
            writer->output[writer->count++] = '\n';
        }
        if (writer->needs_newlines == 0 && writer->needs_space) writer->output[writer->count++] = ' ';
    }
    if (writer->needs_bullet) {
        writer->output[writer->count++] = '-';
        writer->output[writer->count++] = ' ';
    }
    writer->needs_space = false;
    writer->needs_newlines = 0;
    writer->needs_bullet = false;
}

static inline void write_bytes(struct writer *writer, const uint8_t *bytes, size_t count) {
    if (writer->needs_space || writer->needs_newlines > 0 || writer->needs_bullet) {
        write_gap(writer);
    }
    memcpy(writer->output + writer->count, bytes, count);
    writer->count += count;
}

/// Takes in white space of `text`: U+00A0 too, and in preformatted text a newline as one.
static size_t white_space_length(const uint8_t *text, size_t count) {
    if (is_space(text[0])) return 1;
    return count >= 2 && text[0] == 0xC2 && text[1] == 0xA0 ? 2 : 0;
}

// MARK: Reading

/// An HTML text that is walked through.
struct reader {
    const uint8_t *text;
    size_t count;
    size_t index;
    struct writer writer;
    /// Inside how many `pre` elements; newlines count there.
    int preformatted;
    bool has_unwrapped_cdata;
    /// Whether no `>`, no comment end and no end tag of these elements is left, so that no search
    /// for one runs twice to the end.
    bool lacks_tag_end;
    bool lacks_comment_end;
    uint8_t lacks_end_of[element_limit];
};

/// The index of `word` at or after `index`, or the end of the text.
static size_t find(const struct reader *reader, size_t index, const char *word) {
    if (index >= reader->count) return reader->count;
    const uint8_t *found =
        memmem(reader->text + index, reader->count - index, word, strlen(word));
    return found == NULL ? reader->count : (size_t)(found - reader->text);
}

/// The index behind the tag whose attributes start at `index`; 0 if it has no end.
static size_t behind_tag(struct reader *reader, size_t index) {
    if (reader->lacks_tag_end) return 0;
    size_t start = index;
    bool expects_value = false;
    while (index < reader->count) {
        uint8_t byte = reader->text[index];
        if (byte == '>') return index + 1;
        if (expects_value && (byte == '"' || byte == '\'')) {
            const uint8_t *end =
                memchr(reader->text + index + 1, byte, reader->count - index - 1);
            if (end == NULL) break;
            index = (size_t)(end - reader->text) + 1;
            expects_value = false;
            continue;
        }
        if (!is_space(byte)) expects_value = byte == '=';
        index++;
    }
    // A quote that is not closed: the tag ends at the next '>' all the same.
    size_t end = find(reader, start, ">");
    if (end < reader->count) return end + 1;
    reader->lacks_tag_end = true;
    return 0;
}

/// The index behind the end tag of a dropped element; 0 if there is none.
static size_t behind_dropped(struct reader *reader, size_t index, const struct element *element) {
    size_t number = element->number;
    size_t length = strlen(element->name);
    if (reader->lacks_end_of[number]) return 0;
    while ((index = find(reader, index, "</")) < reader->count) {
        index += 2;
        bool is_end = reader->count - index > length
            && strncasecmp((const char *)reader->text + index, element->name, length) == 0
            && !is_letter(reader->text[index + length]);
        if (!is_end) continue;
        size_t end = find(reader, index, ">");
        return end < reader->count ? end + 1 : end;
    }
    reader->lacks_end_of[number] = 1;
    return 0;
}

static void open_element(struct reader *reader, const struct element *element) {
    struct writer *writer = &reader->writer;
    switch (element->kind) {
    case BREAK: {
        // A second break in a row makes a blank line.
        int newlines = writer->needs_newlines + 1;
        need_newlines(writer, newlines > 2 ? 2 : newlines);
        break;
    }
    case ITEM:
        need_newlines(writer, 1);
        writer->needs_bullet = true;
        break;
    case PREFORMATTED:
        reader->preformatted++;
        need_newlines(writer, 1);
        break;
    case BLOCK: need_newlines(writer, 1); break;
    case CELL: writer->needs_space = true; break;
    case UNKNOWN:
    case INLINE:
    case DROPPED: break;
    }
}

static void close_element(struct reader *reader, const struct element *element) {
    struct writer *writer = &reader->writer;
    switch (element->kind) {
    case BREAK: open_element(reader, element); break;
    case PREFORMATTED:
        if (reader->preformatted > 0) reader->preformatted--;
        need_newlines(writer, 1);
        break;
    case ITEM:
        writer->needs_bullet = false;
        need_newlines(writer, 1);
        break;
    case BLOCK: need_newlines(writer, 1); break;
    case CELL: writer->needs_space = true; break;
    case UNKNOWN:
    case INLINE:
    case DROPPED: break;
    }
}

/// Reads the tag at the `<`; false if it is none, but text.
static bool read_tag(struct reader *reader) {
    size_t start = reader->index + 1;
    bool is_end = start < reader->count && reader->text[start] == '/';
    size_t name = start + is_end;
    size_t index = name;
    while (index < reader->count && !is_space(reader->text[index]) && reader->text[index] != '>'
           && reader->text[index] != '/' && reader->text[index] != '<') {
        index++;
    }
    size_t behind = behind_tag(reader, index);
    if (behind == 0) return false;
    const struct element *element = element_named(reader->text + name, index - name);
    reader->index = behind;
    if (element == NULL) return true;
    if (is_end) {
        close_element(reader, element);
    } else if (element->kind != DROPPED) {
        open_element(reader, element);
    } else if (reader->text[behind - 2] != '/') {
        size_t end = behind_dropped(reader, behind, element);
        bool is_code = strcmp(element->name, "script") == 0 || strcmp(element->name, "style") == 0;
        if (end > 0 || is_code) reader->index = end > 0 ? end : reader->count;
    }
    return true;
}

/// Reads what starts with the `<`; a `<` that starts no mark-up is text.
static void read_markup(struct reader *reader) {
    const uint8_t *at = reader->text + reader->index;
    size_t left = reader->count - reader->index;
    uint8_t next = left > 1 ? at[1] : 0;
    if (is_letter(next) || (next == '/' && left > 2 && is_letter(at[2]))) {
        if (read_tag(reader)) return;
    } else if (left >= 4 && memcmp(at, "<!--", 4) == 0) {
        size_t end = find(reader, reader->index + 2, "-->");
        reader->index = end < reader->count ? end + 3 : reader->count;
        return;
    } else if (left >= 9 && memcmp(at, "<![CDATA[", 9) == 0) {
        reader->has_unwrapped_cdata = true;
        reader->index += 9;
        return;
    } else if ((next == '!' || next == '?') && !reader->lacks_tag_end) {
        size_t end = find(reader, reader->index, ">");
        if (end < reader->count) {
            reader->index = end + 1;
            return;
        }
        reader->lacks_tag_end = true;
    }
    write_bytes(&reader->writer, (const uint8_t *)"<", 1);
    reader->index++;
}

static void read_reference(struct reader *reader) {
    struct reference found =
        reference_at(reader->text + reader->index, reader->count - reader->index, true);
    if (found.length == 0) {
        write_bytes(&reader->writer, (const uint8_t *)"&", 1);
        reader->index++;
        return;
    }
    reader->index += found.length;
    if (white_space_length(found.text, found.text_length) > 0) {
        reader->writer.needs_space = true;
    } else if (found.text_length > 1 || (found.text[0] >= 0x20 && found.text[0] != 0x7F)) {
        write_bytes(&reader->writer, found.text, found.text_length);
    }
}

static void read_white_space(struct reader *reader, size_t length) {
    if (reader->preformatted > 0 && reader->text[reader->index] == '\n') {
        int newlines = reader->writer.needs_newlines + 1;
        need_newlines(&reader->writer, newlines > 2 ? 2 : newlines);
    } else {
        reader->writer.needs_space = true;
    }
    reader->index += length;
}

/// Bytes that end a run of text: mark-up, white space, controls, and what may be U+00A0.
static const bool *stops(void) {
    static const bool table[256] = {
        [0 ... 0x20] = true, ['<'] = true, ['&'] = true, [']'] = true, [0x7F] = true, [0xC2] = true,
    };
    return table;
}

/// Writes as much of the sixteen bytes at the current place as is text with single spaces; returns how
/// much that is. The output has room for all sixteen: what is behind the text is overwritten later.
static size_t write_block(struct reader *reader) {
    struct writer *writer = &reader->writer;
    bool is_behind_gap = writer->count == 0 || writer->needs_space || writer->needs_newlines > 0;
    block bytes = block_at(reader->text + reader->index);
    uint32_t spaces = bits_of(bytes == ' ');
    uint32_t stops = bits_of(
        (bytes < 0x20) | (bytes == '<') | (bytes == '&') | (bytes == ']') | (bytes == 0x7F)
        | (bytes == 0xC2));
    stops |= spaces & (spaces << 1 | is_behind_gap);
    size_t run = stops == 0 ? block_size : first_of(stops);
    if (run == 0) return 0;
    write_gap(writer);
    memcpy(writer->output + writer->count, &bytes, sizeof bytes);
    writer->needs_space = (spaces >> (run - 1) & 1) != 0;
    writer->count += run - writer->needs_space;
    return run;
}

size_t cxml_html_text(const uint8_t *html, size_t count, uint8_t *output) {
    struct reader reader = {.text = html, .count = count, .writer = {.output = output}};
    const bool *is_stop = stops();
    while (reader.index < count) {
        while (count - reader.index >= block_size) {
            size_t written = write_block(&reader);
            reader.index += written;
            if (written < block_size) break;
        }
        size_t start = reader.index, index = start;
        while (index < count && !is_stop[html[index]]) index++;
        if (index > start) {
            write_bytes(&reader.writer, html + start, index - start);
            reader.index = index;
        }
        if (index == count) break;
        uint8_t byte = html[index];
        size_t space = white_space_length(html + index, count - index);
        if (space > 0) {
            read_white_space(&reader, space);
        } else if (byte == '<') {
            read_markup(&reader);
        } else if (byte == '&') {
            read_reference(&reader);
        } else if (byte == ']' && reader.has_unwrapped_cdata && count - index >= 3
                   && memcmp(html + index, "]]>", 3) == 0) {
            reader.index += 3;
        } else {
            if (byte > 0x20 && byte != 0x7F) write_bytes(&reader.writer, html + index, 1);
            reader.index++;
        }
    }
    return reader.writer.count;
}

size_t cxml_decode_entities(const uint8_t *text, size_t count, uint8_t *output) {
    size_t written = 0;
    for (size_t index = 0; index < count;) {
        const uint8_t *next = memchr(text + index, '&', count - index);
        size_t run = next == NULL ? count - index : (size_t)(next - text) - index;
        memcpy(output + written, text + index, run);
        written += run;
        index += run;
        if (index == count) break;
        struct reference found = reference_at(text + index, count - index, true);
        if (found.length == 0) {
            output[written++] = '&';
            index++;
        } else {
            memcpy(output + written, found.text, found.text_length);
            written += found.text_length;
            index += found.length;
        }
    }
    return written;
}

/// Whether the `<` at `index` starts a whole tag of an element that HTML knows, or a comment.
static bool is_known_tag(struct reader *reader, size_t index) {
    const uint8_t *at = reader->text + index;
    size_t left = reader->count - index;
    if (!reader->lacks_comment_end && left >= 4 && memcmp(at, "<!--", 4) == 0) {
        // Without an end the search is over for all that follow, too.
        bool is_whole = find(reader, index, "-->") < reader->count;
        reader->lacks_comment_end |= !is_whole;
        return is_whole;
    }
    if (left >= 9 && memcmp(at, "<![CDATA[", 9) == 0) return true;
    size_t name = left > 1 && at[1] == '/' ? 2 : 1;
    size_t length = 0;
    while (name + length < left && length <= longest_element
           && (is_letter(at[name + length])
               || (length > 0 && at[name + length] >= '1' && at[name + length] <= '6'))) {
        length++;
    }
    if (name + length >= left || element_named(at + name, length) == NULL) return false;
    uint8_t after = at[name + length];
    return (after == '>' || after == '/' || is_space(after))
        && behind_tag(reader, index + name + length) > 0;
}

/// The next `<` or `&` at or behind `index`, or the end.
static size_t next_sign(const uint8_t *text, size_t index, size_t count) {
    for (; count - index >= block_size; index += block_size) {
        block bytes = block_at(text + index);
        uint32_t signs = bits_of((bytes == '<') | (bytes == '&'));
        if (signs != 0) return index + first_of(signs);
    }
    while (index < count && text[index] != '<' && text[index] != '&') index++;
    return index;
}

enum cxml_markup cxml_find_markup(const uint8_t *text, size_t count) {
    struct reader reader = {.text = text, .count = count};
    enum cxml_markup found = CXML_NO_MARKUP;
    for (size_t index = next_sign(text, 0, count); index < count;
         index = next_sign(text, index + 1, count)) {
        if (text[index] == '<') {
            if (!reader.lacks_tag_end && is_known_tag(&reader, index)) return CXML_TAGS;
        } else if (found == CXML_NO_MARKUP) {
            if (reference_at(text + index, count - index, false).length > 0) found = CXML_ENTITIES;
        }
    }
    return found;
}
