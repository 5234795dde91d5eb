#include "CXML.h"
#include "blocks.h"
#include "references.h"

/// What a character is to a text that is made clean.
enum piece {
    VISIBLE,
    SPACE,
    NEWLINE,
    CONTROL,
    /// A character of windows-1252 that was taken for a control of ISO 8859-1.
    WINDOWS,
};

/// U+1680, U+2000–200A, U+202F, U+205F, U+3000 are spaces, U+2028 and U+2029 line ends, U+FEFF, U+FFFE
/// and U+FFFF nothing.
static enum piece piece_of_three(uint8_t lead, uint8_t next, uint8_t last) {
    uint32_t bytes = (uint32_t)lead << 16 | (uint32_t)next << 8 | last;
    if (bytes == 0xE19A80 || bytes == 0xE280AF || bytes == 0xE2819F || bytes == 0xE38080) return SPACE;
    if (bytes >= 0xE28080 && bytes <= 0xE2808A) return SPACE;
    if (bytes == 0xE280A8 || bytes == 0xE280A9) return NEWLINE;
    return bytes == 0xEFBBBF || bytes == 0xEFBFBE || bytes == 0xEFBFBF ? CONTROL : VISIBLE;
}

/// U+0080 to 9F are controls, but some are meant as what windows-1252 has there; U+00A0 is a space.
static enum piece piece_of_latin(uint8_t next) {
    if (next == 0xA0) return SPACE;
    bool is_windows = next == 0x80 || next == 0x82 || next == 0x84 || next == 0x85
        || (next >= 0x91 && next <= 0x97) || next == 0x99;
    return is_windows ? WINDOWS : next >= 0x80 && next < 0xA0 ? CONTROL : VISIBLE;
}

/// What the character at `text` is, and how many bytes it takes.
static enum piece piece_at(const uint8_t *text, size_t count, size_t *length) {
    uint8_t lead = text[0];
    uint8_t next = count > 1 ? text[1] : 0, last = count > 2 ? text[2] : 0;
    *length = 1;
    if (lead == ' ' || lead == '\t') return SPACE;
    if (lead >= '\n' && lead <= '\r') return NEWLINE;
    if (lead < 0x20 || lead == 0x7F) return CONTROL;
    if (lead < 0xC0) return VISIBLE;
    size_t bytes = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    *length = bytes < count ? bytes : count;
    if (bytes == 3) return piece_of_three(lead, next, last);
    return lead == 0xC2 ? piece_of_latin(next) : VISIBLE;
}

/// Which bytes begin a character that may be no visible one, plain spaces aside.
static block_test may_be_invisible(block bytes) {
    return (bytes < 0x20) | (bytes == 0x7F) | (bytes == 0xC2) | (bytes == 0xE1) | (bytes == 0xE2)
        | (bytes == 0xE3) | (bytes == 0xEF);
}

bool cxml_is_clean_text(const uint8_t *text, size_t count, bool keeps_lines) {
    bool was_space = true;
    for (size_t index = 0; index < count;) {
        if (count - index >= block_size) {
            block bytes = block_at(text + index);
            block_test newlines = bytes == (keeps_lines ? '\n' : ' ');
            uint32_t spaces = bits_of((bytes == ' ') | newlines);
            if ((spaces & (spaces << 1 | was_space)) != 0) return false;
            uint32_t odd = bits_of(may_be_invisible(bytes) & ~newlines);
            size_t run = odd == 0 ? block_size : first_of(odd);
            if (run > 0) {
                was_space = (spaces >> (run - 1) & 1) != 0;
                index += run;
                continue;
            }
        }
        size_t length;
        enum piece piece = piece_at(text + index, count - index, &length);
        bool is_space = text[index] == ' ' || (text[index] == '\n' && keeps_lines);
        if (is_space ? was_space : piece != VISIBLE) return false;
        was_space = is_space;
        index += length;
    }
    return !was_space || count == 0;
}

size_t cxml_clean_capacity(size_t count) {
    // Two bytes of a character of windows-1252 become three.
    return count + count / 2 + block_size;
}

/// What was written, and the white space due before the next character.
struct writer {
    uint8_t *output;
    size_t count;
    bool has_space;
    int newlines;
};

static void write_gap(struct writer *writer) {
    if (writer->count > 0) {
        if (writer->newlines > 0) {
            writer->output[writer->count++] = '\n';
            if (writer->newlines > 1) writer->output[writer->count++] = '\n';
        } else if (writer->has_space) {
            writer->output[writer->count++] = ' ';
        }
    }
    writer->has_space = false;
    writer->newlines = 0;
}

/// Writes as much of the sixteen bytes at `text` as needs no thought; returns how much that is. There is
/// room for all sixteen: what is behind them is overwritten later.
static size_t write_block(struct writer *writer, const uint8_t *text) {
    bool is_behind_gap = writer->count == 0 || writer->has_space || writer->newlines > 0;
    block bytes = block_at(text);
    uint32_t spaces = bits_of(bytes == ' ');
    uint32_t stops = bits_of(may_be_invisible(bytes)) | (spaces & (spaces << 1 | is_behind_gap));
    size_t run = stops == 0 ? block_size : first_of(stops);
    if (run == 0) return 0;
    write_gap(writer);
    memcpy(writer->output + writer->count, &bytes, sizeof bytes);
    writer->has_space = (spaces >> (run - 1) & 1) != 0;
    writer->count += run - writer->has_space;
    return run;
}

size_t cxml_clean_text(const uint8_t *text, size_t count, bool keeps_lines, uint8_t *output) {
    struct writer writer = {.output = output};
    bool was_return = false;
    for (size_t index = 0; index < count;) {
        size_t length = count - index >= block_size ? write_block(&writer, text + index) : 0;
        if (length > 0) {
            index += length;
            was_return = false;
            continue;
        }
        uint8_t lead = text[index];
        enum piece piece = piece_at(text + index, count - index, &length);
        if (piece == VISIBLE) {
            write_gap(&writer);
            memcpy(output + writer.count, text + index, length);
            writer.count += length;
        } else if (piece == WINDOWS) {
            write_gap(&writer);
            writer.count += encode_utf8(windows_scalar(text[index + 1]), output + writer.count);
        } else if (piece == SPACE || (piece == NEWLINE && !keeps_lines)) {
            writer.has_space = true;
        } else if (piece == NEWLINE && !(lead == '\n' && was_return)) {
            // CR LF is one line end, and more than two are as two.
            if (writer.newlines < 2) writer.newlines++;
        }
        was_return = lead == '\r';
        index += length;
    }
    return writer.count;
}
