/// The C face of XML, HTML and charsets: what Repute needs of libxml2 and iconv, without their types.
///
/// All functions may be called from any thread at the same time. Nothing here opens a file or a
/// connection: no external entity, DTD or schema is ever loaded.
#ifndef CXML_H
#define CXML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Bytes that belong to whoever asked for them; `cxml_release` frees them.
struct cxml_bytes {
    uint8_t *_Nullable bytes;
    size_t count;
};

/// Frees the bytes; harmless for empty ones.
void cxml_release(struct cxml_bytes owned);

// MARK: Charsets

/// Converts text of `charset` (a name that iconv knows) to UTF-8; a byte that has no meaning becomes
/// U+FFFD. `bytes` is NULL if iconv does not know the charset or memory is out.
struct cxml_bytes cxml_decode(const uint8_t *_Nonnull text, size_t count, const char *_Nonnull charset);

/// Whether `text` is UTF-8 throughout (RFC 3629; no surrogates, no overlong forms).
bool cxml_is_utf8(const uint8_t *_Nonnull text, size_t count);

/// What the bytes of a text are.
enum cxml_encoding {
    CXML_NO_UTF8,
    CXML_UTF8,
    /// UTF-8 without a character outside of ASCII.
    CXML_ASCII,
};

/// What `text` is throughout, by the rules of `cxml_is_utf8`.
enum cxml_encoding cxml_encoding_of(const uint8_t *_Nonnull text, size_t count);

/// The text with every invalid sequence replaced by U+FFFD and every character that XML 1.0 forbids
/// (2.2: NUL, most controls, U+FFFE, U+FFFF) left out. `bytes` is NULL if nothing had to change.
struct cxml_bytes cxml_repair_utf8(const uint8_t *_Nonnull text, size_t count);

// MARK: XML

/// One attribute; the strings live as long as the call that hands them over.
struct cxml_attribute {
    const char *_Nonnull name;
    size_t name_length;
    /// The prefix where it was not declared, NULL where the attribute has neither.
    const char *_Nullable namespace_uri;
    const char *_Nonnull value;
    size_t value_length;
};

/// Who is told about a document. A function that returns false ends the reading.
struct cxml_handler {
    void *_Nullable context;
    /// `name` is the local name. Equal names and equal namespaces have equal pointers within one
    /// document. `namespace_uri` is the prefix where that was not declared, and NULL outside any
    /// namespace.
    bool (*_Nonnull start)(
        void *_Nullable context, const char *_Nonnull name, const char *_Nullable namespace_uri,
        const struct cxml_attribute *_Nullable attributes, size_t attribute_count);
    bool (*_Nonnull end)(void *_Nullable context);
    /// Character data, entities decoded; the whole of it between two tags in one call.
    bool (*_Nonnull text)(void *_Nullable context, const uint8_t *_Nonnull bytes, size_t count);
};

enum cxml_ending {
    /// The root element was read to its end.
    CXML_COMPLETE,
    /// The document ended, or could not be read on, before the root element's end.
    CXML_CUT_OFF,
    /// No root element was found.
    CXML_NO_ELEMENT,
    /// Elements were nested deeper than 256.
    CXML_TOO_DEEP,
    /// An element has more than 1,000 attributes, or so many namespaces are open.
    CXML_TOO_MANY_ATTRIBUTES,
    /// The handler ended the reading.
    CXML_STOPPED,
    CXML_NO_MEMORY,
};

struct cxml_result {
    enum cxml_ending ending;
    /// Whether something had to be mended on the way.
    bool was_repaired;
    /// Where reading ended or, if it was complete, where the first defect was; 0 if there was none.
    int line;
    int column;
};

/// Reads an XML document in UTF-8, whatever its declaration says; defects are mended where that loses
/// nothing (a bare `&` or `<`, an undeclared HTML entity, a tag that is not closed).
///
/// A document type declaration is skipped with all it declares: entities of its own stay as they are
/// written, so none can grow. Takes time and memory linear in `count`.
struct cxml_result cxml_parse(
    const uint8_t *_Nonnull document, size_t count, const struct cxml_handler *_Nonnull handler);

/// Reads an XML document in UTF-8 that is well-formed and plain, several times as fast as `cxml_parse`
/// and with the same calls; `cxml_repair_utf8` must have nothing to change in it.
///
/// False where the document is anything else, was stopped by the handler, or memory is out: no DOCTYPE,
/// no name outside of ASCII, nothing to mend. The handler may have been called till then, and what it
/// gathered is void. Takes time and memory linear in `count`.
bool cxml_scan(
    const uint8_t *_Nonnull document, size_t count, const struct cxml_handler *_Nonnull handler);

// MARK: HTML

/// How many bytes `cxml_html_text` or `cxml_decode_entities` may write for `count` bytes of input.
size_t cxml_text_capacity(size_t count);

/// Writes the readable text of an HTML fragment or document in UTF-8 to `output`, which has room for
/// `cxml_text_capacity(count)` bytes; returns how many it wrote. Linear in `count` for any input.
size_t cxml_html_text(const uint8_t *_Nonnull html, size_t count, uint8_t *_Nonnull output);

/// Writes `text` with its HTML character references decoded, once, to `output`, which has room for
/// `cxml_text_capacity(count)` bytes; returns how many it wrote. Tags are text here.
size_t cxml_decode_entities(const uint8_t *_Nonnull text, size_t count, uint8_t *_Nonnull output);

// MARK: JSON

/// How many bytes at `text` come before the next quote or backslash; `has_controls` is set if some of
/// them are control characters of ASCII, and else left alone.
size_t cxml_json_run(const uint8_t *_Nonnull text, size_t count, bool *_Nonnull has_controls);

// MARK: Plain text

/// Whether `cxml_clean_text` has nothing to change.
bool cxml_is_clean_text(const uint8_t *_Nonnull text, size_t count, bool keeps_lines);

/// How many bytes `cxml_clean_text` may write for `count` bytes of input.
size_t cxml_clean_capacity(size_t count);

/// Writes `text`, valid UTF-8, without control characters, every run of white space as one space, and
/// none at the ends, to `output`, which has room for `cxml_clean_capacity(count)` bytes; returns how
/// many it wrote. Linear in `count`.
///
/// With `keeps_lines`, white space with one line end in it becomes a newline, with more of them a blank
/// line. Controls where windows-1252 has a quote, a dash, an ellipsis, the euro or the trade mark are
/// meant as such (HTML standard, 13.2.5.80).
size_t cxml_clean_text(
    const uint8_t *_Nonnull text, size_t count, bool keeps_lines, uint8_t *_Nonnull output);

// MARK: Guessing

/// What looks like HTML in a text.
enum cxml_markup {
    CXML_NO_MARKUP,
    /// A named or numeric character reference that ends with `;`.
    CXML_ENTITIES,
    /// A whole tag of an element that HTML knows, or a comment.
    CXML_TAGS,
};

/// What of HTML stands in `text`, the most telling first.
enum cxml_markup cxml_find_markup(const uint8_t *_Nonnull text, size_t count);

#endif
