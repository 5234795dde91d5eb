#define _GNU_SOURCE
#include "repair.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "references.h"

enum { most_attributes = 1000, deepest = 300 };

/// The name of an element that is open.
struct open_element {
    size_t start;
    size_t length;
};

/// What is read, and what was written of it so far.
struct repair {
    const uint8_t *text;
    size_t count;
    size_t copied;
    size_t used;
    size_t capacity;
    /// Elements that are open; those deeper than `deepest` are only counted.
    struct open_element open[deepest];
    size_t depth;
    /// The root element, and how often its end was put off since another of its name follows.
    struct open_element root;
    size_t roots_put_off;
    /// Whether no more CDATA section or comment has an end.
    bool lacks_section_end, lacks_comment_end;
    struct repaired result;
};

/// Copies what was read before `index`, then writes `bytes` in place of the `skipped` bytes there.
static void replace(
    struct repair *repair, size_t index, size_t skipped, const void *bytes, size_t count) {
    if (repair->result.is_out_of_memory) return;
    size_t before = index - repair->copied;
    size_t needed = repair->used + before + count;
    if (repair->result.bytes == NULL || needed > repair->capacity) {
        size_t capacity = needed + needed / 4 + repair->count + 64;
        uint8_t *moved = realloc(repair->result.bytes, capacity);
        if (moved == NULL) {
            repair->result.is_out_of_memory = true;
            return;
        }
        repair->result.bytes = moved;
        repair->capacity = capacity;
    }
    memcpy(repair->result.bytes + repair->used, repair->text + repair->copied, before);
    if (count > 0) memcpy(repair->result.bytes + repair->used + before, bytes, count);
    repair->used = needed;
    repair->copied = index + skipped;
}

static bool starts_with(const struct repair *repair, size_t index, const char *word) {
    size_t length = strlen(word);
    return repair->count - index >= length && memcmp(repair->text + index, word, length) == 0;
}

/// The index behind the next `word`, or the end of the text.
static size_t behind(const struct repair *repair, size_t index, const char *word) {
    const uint8_t *found =
        memmem(repair->text + index, repair->count - index, word, strlen(word));
    return found == NULL ? repair->count : (size_t)(found - repair->text) + strlen(word);
}

static bool is_space(uint8_t byte) {
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static bool starts_name(uint8_t byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_'
        || byte == ':' || byte >= 0x80;
}

/// Whether a reference is one of the five that XML itself knows.
static bool is_predefined(const uint8_t *text, const struct reference *reference) {
    return text[1] >= 'a' && text[1] <= 'z' && reference->text_length == 1
        && reference->length <= 6;
}

/// Mends the reference at `index`, a `&`; returns the index behind it.
static size_t mend_reference(struct repair *repair, size_t index) {
    const uint8_t *text = repair->text + index;
    struct reference found = reference_at(text, repair->count - index, false);
    if (found.length == 0) {
        repair->result.had_defects = true;
        replace(repair, index, 1, "&amp;", 5);
        return index + 1;
    }
    if (is_forbidden(&found)) {
        replace(repair, index, found.length, "", 0);
    } else if (!is_mark_up(&found)) {
        replace(repair, index, found.length, found.text, found.text_length);
    } else if (text[1] == '#' ? text[2] == 'X' : !is_predefined(text, &found)) {
        // XML knows no such name, and numbers only with a small x.
        char digits[2] = {(char)('0' + found.text[0] / 10), (char)('0' + found.text[0] % 10)};
        char number[5] = {'&', '#', digits[0], digits[1], ';'};
        replace(repair, index, found.length, number, sizeof number);
    }
    return index + found.length;
}

/// The index of the quote that ends the value whose quote is at `index`, if what follows it can
/// follow a value; else 0, and the value has no end that can be trusted.
static size_t value_end(const struct repair *repair, size_t index) {
    enum { longest_value = 65536 };
    const uint8_t *end =
        memchr(repair->text + index + 1, repair->text[index], repair->count - index - 1);
    if (end == NULL || end + 1 >= repair->text + repair->count) return 0;
    size_t length = (size_t)(end - repair->text) - index;
    bool is_followed = memchr(" \t\r\n/>", end[1], 6) != NULL;
    if (is_followed && length <= longest_value) return index + length;
    bool is_trusted = (is_followed || starts_name(end[1]))
        && memchr(repair->text + index, '<', length) == NULL
        && memchr(repair->text + index, '>', length) == NULL;
    return is_trusted ? index + length : 0;
}

/// Puts the value without quotes at `index` into some; returns the index behind it.
static size_t quote_value(struct repair *repair, size_t index) {
    repair->result.had_defects = true;
    replace(repair, index, 0, "\"", 1);
    while (index < repair->count && memchr(" \t\r\n><\"'", repair->text[index], 8) == NULL) {
        bool ends_tag = repair->text[index] == '/' && index + 1 < repair->count
            && repair->text[index + 1] == '>';
        if (ends_tag) break;
        index = repair->text[index] == '&' ? mend_reference(repair, index) : index + 1;
    }
    replace(repair, index, 0, "\"", 1);
    return index;
}

/// Mends references and `<` in the value whose quote is at `index`; returns the index behind it.
static size_t mend_value(struct repair *repair, size_t index) {
    size_t end = value_end(repair, index);
    if (end == 0) {
        replace(repair, index, 1, "", 0);
        return quote_value(repair, index + 1);
    }
    index++;
    while (index < end) {
        if (repair->text[index] == '&') {
            index = mend_reference(repair, index);
        } else {
            if (repair->text[index] == '<') {
                repair->result.had_defects = true;
                replace(repair, index, 1, "&lt;", 4);
            }
            index++;
        }
    }
    if (starts_name(repair->text[end + 1])) {
        repair->result.had_defects = true;
        replace(repair, end + 1, 0, " ", 1);
    }
    return end + 1;
}

/// The index behind the `=` of an attribute and white space; mends a value without quotes there.
static size_t mend_unquoted(struct repair *repair, size_t index) {
    while (index < repair->count && is_space(repair->text[index])) index++;
    if (index == repair->count || memchr("\"'><", repair->text[index], 4) != NULL) return index;
    return quote_value(repair, index);
}

/// The index behind the attribute's name at `index`, to which an empty value is given if none follows.
static size_t mend_attribute_name(struct repair *repair, size_t index) {
    while (index < repair->count && memchr(" \t\r\n/>=<\"'&", repair->text[index], 11) == NULL) {
        index++;
    }
    size_t next = index;
    while (next < repair->count && is_space(repair->text[next])) next++;
    if (next < repair->count && memchr("=<\"'&", repair->text[next], 5) == NULL) {
        repair->result.had_defects = true;
        replace(repair, index, 0, "=\"\"", 3);
    }
    return next;
}

/// Whether what starts with the `<` before `index` reaches another `<` without having been a tag:
/// neither `>` nor attribute comes before it.
static bool is_no_tag(const struct repair *repair, size_t index) {
    enum { longest_look = 256 };
    size_t end = repair->count - index < longest_look ? repair->count : index + longest_look;
    for (; index < end; index++) {
        uint8_t byte = repair->text[index];
        if (byte == '<') return true;
        if (byte == '>' || byte == '=' || byte == '/') return false;
    }
    return false;
}

/// Reads over attributes from `index`, mending them; returns the index behind the `>`.
static size_t mend_attributes(struct repair *repair, size_t index) {
    size_t attributes = 0;
    while (index < repair->count) {
        uint8_t byte = repair->text[index];
        if (byte == '&') {
            index = mend_reference(repair, index);
            continue;
        }
        if (byte == '<') break;
        if (starts_name(byte)) {
            index = mend_attribute_name(repair, index);
            continue;
        }
        if (byte == '"' || byte == '\'') {
            index = mend_value(repair, index);
            continue;
        }
        index++;
        if (byte == '>') break;
        if (byte != '=') continue;
        if (++attributes > most_attributes) {
            repair->result.has_too_many_attributes = true;
            return repair->count;
        }
        index = mend_unquoted(repair, index);
    }
    return index;
}

static size_t name_length(const struct repair *repair, size_t start) {
    size_t end = start;
    while (end < repair->count && memchr(" \t\r\n/>=<\"'", repair->text[end], 10) == NULL) end++;
    return end - start;
}

static size_t mend_start_tag(struct repair *repair, size_t index) {
    struct open_element element = {index + 1, name_length(repair, index + 1)};
    size_t behind = mend_attributes(repair, element.start + element.length);
    bool is_empty = repair->text[behind - 1] == '>' && repair->text[behind - 2] == '/';
    if (is_empty) return behind;
    if (repair->depth < deepest) repair->open[repair->depth] = element;
    repair->depth++;
    return behind;
}

/// Whether the name of `length` bytes at `start` is that of `element` but for case.
static bool is_name(
    const struct repair *repair, const struct open_element *element, size_t start, size_t length) {
    return element->length == length
        && strncasecmp((const char *)repair->text + element->start,
                       (const char *)repair->text + start, length) == 0;
}

/// Closes the elements from the innermost to the one at `depth`, in place of the end tag at `index`.
static void close_down_to(struct repair *repair, size_t depth, size_t index, size_t length) {
    repair->result.had_defects = true;
    while (repair->depth > depth) {
        const struct open_element *element = &repair->open[--repair->depth];
        replace(repair, index, 0, "</", 2);
        replace(repair, index, 0, repair->text + element->start, element->length);
        replace(repair, index, 0, ">", 1);
    }
    replace(repair, index, length, "", 0);
}

/// Leaves out the end tag of the root element, from `index` to `end`, if a second document with such
/// a root follows: what stands there is read as well.
static void put_off_root(
    struct repair *repair, struct open_element root, size_t index, size_t end) {
    enum { most_roots = 100 };
    const uint8_t *next = repair->text + end, *last = repair->text + repair->count;
    if (repair->roots_put_off == most_roots) return;
    while ((next = memchr(next, '<', (size_t)(last - next))) != NULL && last - next > 1) {
        size_t start = (size_t)(++next - repair->text);
        // What stands in a comment is no element.
        bool is_comment = starts_with(repair, start - 1, "<!--");
        if (is_comment || *next == '?') {
            size_t inside = start + (is_comment ? 3 : 1);
            next = repair->text + behind(repair, inside, is_comment ? "-->" : "?>");
            continue;
        }
        if (*next == '!') continue;
        if (!is_name(repair, &root, start, name_length(repair, start))) return;
        repair->result.had_defects = true;
        repair->root = root;
        repair->roots_put_off++;
        replace(repair, index, end - index, "", 0);
        return;
    }
}

/// Makes the end tag at `index` close what it names: elements left open inside are closed before it,
/// and one that closes nothing is left out.
static size_t mend_end_tag(struct repair *repair, size_t index) {
    size_t start = index + 2, length = name_length(repair, start);
    size_t behind = start + length;
    while (behind < repair->count && repair->text[behind] != '<' && repair->text[behind++] != '>') {
    }
    if (repair->depth > deepest) {
        repair->depth--;
        return behind;
    }
    if (repair->depth > 0) {
        const struct open_element *top = &repair->open[repair->depth - 1];
        bool is_exact = top->length == length
            && memcmp(repair->text + top->start, repair->text + start, length) == 0;
        if (is_exact) {
            repair->depth--;
            if (repair->depth == 0) put_off_root(repair, *top, index, behind);
            return behind;
        }
    }
    for (size_t depth = repair->depth; depth > 0; depth--) {
        if (is_name(repair, &repair->open[depth - 1], start, length)) {
            close_down_to(repair, depth - 1, index, behind - index);
            return behind;
        }
    }
    close_down_to(repair, repair->depth, index, behind - index);
    return behind;
}

/// The index behind the document type declaration at `index`, its internal subset included.
static size_t behind_doctype(const struct repair *repair, size_t index) {
    size_t depth = 0;
    while (index < repair->count) {
        uint8_t byte = repair->text[index];
        if (byte == '"' || byte == '\'') {
            char quote[2] = {(char)byte, 0};
            index = behind(repair, index + 1, quote);
            continue;
        }
        if (byte == '<' && starts_with(repair, index, "<!--")) {
            index = behind(repair, index + 4, "-->");
            continue;
        }
        if (byte == '<' && starts_with(repair, index, "<?")) {
            index = behind(repair, index + 2, "?>");
            continue;
        }
        index++;
        if (byte == '<') depth++;
        if (byte == '>' && --depth == 0) break;
    }
    return index;
}

/// Replaces the text from `start` to `end` by the newlines in it.
static void blank(struct repair *repair, size_t start, size_t end) {
    size_t newlines = 0;
    for (size_t index = start; index < end; index++) newlines += repair->text[index] == '\n';
    uint8_t *lines = malloc(newlines + 1);
    if (lines == NULL) {
        repair->result.is_out_of_memory = true;
        return;
    }
    memset(lines, '\n', newlines);
    replace(repair, start, end - start, lines, newlines);
    free(lines);
}

/// The index behind the processing instruction at `index`; the declaration of a document that was
/// put behind another is left out.
static size_t behind_instruction(struct repair *repair, size_t index) {
    size_t end = behind(repair, index + 2, "?>");
    if (repair->root.length > 0 && starts_with(repair, index, "<?xml ")) blank(repair, index, end);
    return end;
}

/// The index behind the section at `index`, whose opening sign has `length` bytes, and its `end`; a
/// sign without end is left out.
static size_t behind_section(
    struct repair *repair, size_t index, size_t length, const char *end, bool *lacks_end) {
    size_t sign = strlen(end);
    if (!*lacks_end) {
        size_t after = behind(repair, index + length, end);
        bool is_closed = after - index >= length + sign
            && memcmp(repair->text + after - sign, end, sign) == 0;
        if (is_closed) return after;
        *lacks_end = true;
    }
    repair->result.had_defects = true;
    replace(repair, index, length, "", 0);
    return index + length;
}

/// Mends what starts with the `<` at `index`; returns the index behind it.
static size_t mend_markup(struct repair *repair, size_t index) {
    uint8_t next = index + 1 < repair->count ? repair->text[index + 1] : 0;
    if (starts_name(next) && !is_no_tag(repair, index + 1)) return mend_start_tag(repair, index);
    if (next == '/') return mend_end_tag(repair, index);
    if (next == '?') return behind_instruction(repair, index);
    if (starts_with(repair, index, "<![CDATA[")) {
        return behind_section(repair, index, 9, "]]>", &repair->lacks_section_end);
    }
    if (starts_with(repair, index, "<!--")) {
        return behind_section(repair, index, 4, "-->", &repair->lacks_comment_end);
    }
    if (next == '!' && index + 2 < repair->count && (repair->text[index + 2] | 0x20) == 'd') {
        size_t end = behind_doctype(repair, index);
        blank(repair, index, end);
        return end;
    }
    repair->result.had_defects = true;
    replace(repair, index, 1, "&lt;", 4);
    return index + 1;
}

/// Whether none of the eight bytes at `text` is `<` or `&`.
static bool is_plain(const uint8_t *text) {
    const uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
    uint64_t word;
    memcpy(&word, text, sizeof word);
    uint64_t less = word ^ ones * '<', and = word ^ ones * '&';
    return ((((less - ones) & ~less) | ((and - ones) & ~and)) & high) == 0;
}

struct repaired repair_markup(const uint8_t *document, size_t count) {
    struct repair repair = {.text = document, .count = count, .depth = 0};
    for (size_t index = 0; index < count;) {
        if (document[index] == '<') {
            index = mend_markup(&repair, index);
        } else if (document[index] == '&') {
            index = mend_reference(&repair, index);
        } else if (count - index >= 8 && is_plain(document + index)) {
            index += 8;
        } else {
            index++;
        }
    }
    for (; repair.roots_put_off > 0; repair.roots_put_off--) {
        replace(&repair, count, 0, "</", 2);
        replace(&repair, count, 0, document + repair.root.start, repair.root.length);
        replace(&repair, count, 0, ">", 1);
    }
    if (repair.result.bytes != NULL) replace(&repair, count, 0, "", 0);
    repair.result.count = repair.used;
    return repair.result;
}
