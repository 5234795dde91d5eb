/// Character references: what `&…;` stands for (HTML standard, 13.2.5.72 to 80).
#ifndef CXML_REFERENCES_H
#define CXML_REFERENCES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A reference that was read.
struct reference {
    /// How many bytes it takes, `&` included; 0 if there is none.
    size_t length;
    /// What it stands for: 1 to 8 bytes of UTF-8.
    uint8_t text[8];
    size_t text_length;
};

/// The reference that starts at `text`, which is a `&`. Named ones need their `;` unless
/// `is_lenient` and HTML allows it for the name, and the next character could not belong to it.
/// Numeric ones of the range 128 to 159 are read as windows-1252, as browsers do; those that stand
/// for no character are U+FFFD.
struct reference reference_at(const uint8_t *text, size_t count, bool is_lenient);

/// Whether a reference stands for a character that mark-up is made of, or for white space that
/// attributes would lose.
bool is_mark_up(const struct reference *reference);

/// Whether a reference stands for a character that XML 1.0 forbids (2.2).
bool is_forbidden(const struct reference *reference);

/// What windows-1252 has at a byte of 0x80 to 0x9F.
uint32_t windows_scalar(uint8_t byte);

/// Writes `scalar` as UTF-8 and returns how many bytes that took, 1 to 4.
size_t encode_utf8(uint32_t scalar, uint8_t *output);

#endif
