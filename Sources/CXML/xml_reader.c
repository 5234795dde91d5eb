#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "CXML.h"
#include "repair.h"

// libxml2's headers stay in this file: their types clash with Foundation's ICU when Swift sees them.

enum { deepest = 256, most_attributes = 1000 };

/// What is known while a document is read.
struct reading {
    const struct cxml_handler *handler;
    xmlParserCtxtPtr parser;
    struct cxml_result result;
    int depth;
    bool has_root;
    bool is_ended;
    /// Character data since the last tag.
    uint8_t *text;
    size_t text_count;
    size_t text_capacity;
    /// Attributes of the current element, and room for those values that have to be changed.
    struct cxml_attribute attributes[most_attributes];
    char *values;
    size_t values_capacity;
};

static void end_reading(struct reading *reading, enum cxml_ending ending) {
    if (reading->is_ended) return;
    reading->is_ended = true;
    reading->result.ending = ending;
    reading->result.line = xmlSAX2GetLineNumber(reading->parser);
    reading->result.column = xmlSAX2GetColumnNumber(reading->parser);
    xmlStopParser(reading->parser);
}

static bool flush_text(struct reading *reading) {
    if (reading->text_count == 0) return true;
    size_t count = reading->text_count;
    reading->text_count = 0;
    if (reading->handler->text(reading->handler->context, reading->text, count)) return true;
    end_reading(reading, CXML_STOPPED);
    return false;
}

/// After an error libxml2 leaves out every reference, `&amp;` too, unless it believes that all is
/// well; the defect was noted by `on_error`.
static void carry_on(struct reading *reading) { reading->parser->wellFormed = 1; }

static void on_text(void *context, const xmlChar *text, int length) {
    struct reading *reading = ((xmlParserCtxtPtr)context)->_private;
    carry_on(reading);
    if (reading->is_ended || length <= 0) return;
    size_t count = (size_t)length;
    if (reading->text_capacity - reading->text_count < count) {
        size_t capacity = (reading->text_count + count) * 2 + 1024;
        uint8_t *moved = realloc(reading->text, capacity);
        if (moved == NULL) {
            end_reading(reading, CXML_NO_MEMORY);
            return;
        }
        reading->text = moved;
        reading->text_capacity = capacity;
    }
    memcpy(reading->text + reading->text_count, text, count);
    reading->text_count += count;
}

/// Copies an attribute's value to `target` with its `&#38;`, which is how SAX2 hands over a `&`, as
/// `&`; returns the length.
static size_t copy_value(const char *value, size_t length, char *target) {
    size_t written = 0;
    for (size_t index = 0; index < length; written++) {
        bool is_reference = length - index >= 5 && memcmp(value + index, "&#38;", 5) == 0;
        target[written] = value[index];
        index += is_reference ? 5 : 1;
    }
    return written;
}

/// Makes `reading->attributes` of libxml2's array of name, prefix, URI, value, end.
static bool take_attributes(struct reading *reading, size_t count, const xmlChar **raw) {
    size_t room = 0;
    for (size_t index = 0; index < count; index++) {
        room += (size_t)(raw[index * 5 + 4] - raw[index * 5 + 3]);
    }
    if (room > reading->values_capacity) {
        char *moved = realloc(reading->values, room * 2);
        if (moved == NULL) return false;
        reading->values = moved;
        reading->values_capacity = room * 2;
    }
    char *target = reading->values;
    for (size_t index = 0; index < count; index++) {
        const char *value = (const char *)raw[index * 5 + 3];
        size_t length = (size_t)((const char *)raw[index * 5 + 4] - value);
        if (memchr(value, '&', length) != NULL) {
            length = copy_value(value, length, target);
            value = target;
            target += length;
        }
        reading->attributes[index] = (struct cxml_attribute){
            .name = (const char *)raw[index * 5],
            .name_length = strlen((const char *)raw[index * 5]),
            .namespace_uri = (const char *)raw[index * 5 + (raw[index * 5 + 2] != NULL ? 2 : 1)],
            .value = value,
            .value_length = length,
        };
    }
    return true;
}

static void on_start(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int nb_namespaces,
    const xmlChar **namespaces, int nb_attributes, int nb_defaulted, const xmlChar **attributes) {
    (void)nb_namespaces, (void)namespaces, (void)nb_defaulted;
    struct reading *reading = ((xmlParserCtxtPtr)context)->_private;
    carry_on(reading);
    if (reading->is_ended || !flush_text(reading)) return;
    reading->has_root = true;
    if (++reading->depth > deepest) {
        end_reading(reading, CXML_TOO_DEEP);
        return;
    }
    // nsTab holds a prefix and a URI for each open namespace.
    if (nb_attributes > most_attributes || reading->parser->nsNr > 2 * most_attributes) {
        end_reading(reading, CXML_TOO_MANY_ATTRIBUTES);
        return;
    }
    if (!take_attributes(reading, (size_t)nb_attributes, attributes)) {
        end_reading(reading, CXML_NO_MEMORY);
        return;
    }
    bool goes_on = reading->handler->start(
        reading->handler->context, (const char *)name, (const char *)(uri != NULL ? uri : prefix),
        reading->attributes, (size_t)nb_attributes);
    if (!goes_on) end_reading(reading, CXML_STOPPED);
}

static void on_end(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)name, (void)prefix, (void)uri;
    struct reading *reading = ((xmlParserCtxtPtr)context)->_private;
    carry_on(reading);
    if (reading->is_ended || !flush_text(reading)) return;
    reading->depth--;
    if (!reading->handler->end(reading->handler->context)) end_reading(reading, CXML_STOPPED);
}

static void on_error(void *context, xmlErrorPtr error) {
    struct reading *reading = ((xmlParserCtxtPtr)context)->_private;
    // An undeclared namespace prefix is common and costs nothing.
    if (error->domain == XML_FROM_NAMESPACE || reading->result.was_repaired) return;
    reading->result.was_repaired = true;
    reading->result.line = error->line;
    reading->result.column = error->int2;
}

static void initialize(void) { xmlInitParser(); }

static void run(struct reading *reading, const uint8_t *document, size_t count) {
    xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt((const char *)document, (int)count);
    if (parser == NULL) {
        reading->result.ending = CXML_NO_MEMORY;
        return;
    }
    reading->parser = parser;
    parser->_private = reading;
    *parser->sax = (xmlSAXHandler){
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .serror = on_error,
    };
    // No NOENT, no DTDLOAD, no DTDATTR: nothing outside the document is ever read.
    xmlCtxtUseOptions(
        parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                    | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC);
    parser->sax->cdataBlock = on_text;
    parser->sax->serror = on_error;
    xmlParseDocument(parser);
    if (!reading->is_ended) {
        bool is_whole = reading->has_root && reading->depth == 0;
        if (!is_whole) {
            // Text before the break belongs to an element that is not closed; the handler may use it.
            flush_text(reading);
            reading->result.line = xmlSAX2GetLineNumber(parser);
            reading->result.column = xmlSAX2GetColumnNumber(parser);
        }
        reading->result.ending =
            is_whole ? CXML_COMPLETE : reading->has_root ? CXML_CUT_OFF : CXML_NO_ELEMENT;
    }
    if (parser->myDoc != NULL) xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
}

struct cxml_result cxml_parse(
    const uint8_t *document, size_t count, const struct cxml_handler *handler) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, initialize);

    struct reading *reading = calloc(1, sizeof *reading);
    if (reading == NULL) return (struct cxml_result){.ending = CXML_NO_MEMORY};
    reading->handler = handler;
    struct repaired mended = repair_markup(document, count);
    size_t length = mended.bytes != NULL ? mended.count : count;
    if (mended.is_out_of_memory || length > INT32_MAX) {
        reading->result.ending = CXML_NO_MEMORY;
    } else if (mended.has_too_many_attributes) {
        reading->result.ending = CXML_TOO_MANY_ATTRIBUTES;
    } else {
        run(reading, mended.bytes != NULL ? mended.bytes : document, length);
    }
    struct cxml_result result = reading->result;
    result.was_repaired |= mended.had_defects;
    free(mended.bytes);
    free(reading->text);
    free(reading->values);
    free(reading);
    return result;
}
