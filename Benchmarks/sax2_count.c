/* What no reader of RSS and Atom over libxml2 can go below: a SAX2 push pass that only counts.

       cc -O2 -o sax2_count sax2_count.c $(pkg-config --cflags --libs libxml-2.0)
       ./sax2_count FILE ROUNDS */

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long elements, attributes, characters;

static void on_start(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attribute_list) {
    (void)context, (void)name, (void)prefix, (void)uri, (void)namespace_count, (void)namespaces;
    (void)defaulted, (void)attribute_list;
    elements++;
    attributes += attribute_count;
}

static void on_text(void *context, const xmlChar *text, int length) {
    (void)context, (void)text;
    characters += length;
}

static char *contents(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) return NULL;
    fseek(file, 0, SEEK_END);
    *size = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*size);
    if (bytes != NULL && fread(bytes, 1, *size, file) != *size) exit(1);
    fclose(file);
    return bytes;
}

int main(int count, char **arguments) {
    size_t size = 0;
    char *bytes = count == 3 ? contents(arguments[1], &size) : NULL;
    if (bytes == NULL) return fputs("usage: sax2_count FILE ROUNDS\n", stderr), 2;
    enum { block = 16384 };
    for (int round = atoi(arguments[2]); round > 0; round--) {
        xmlSAXHandler handler;
        memset(&handler, 0, sizeof handler);
        handler.initialized = XML_SAX2_MAGIC;
        handler.startElementNs = on_start;
        handler.characters = on_text;
        handler.ignorableWhitespace = on_text;
        handler.cdataBlock = on_text;
        xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
        for (size_t at = 0; at < size; at += block) {
            size_t left = size - at;
            xmlParseChunk(parser, bytes + at, (int)(left < block ? left : block), left <= block);
        }
        if (!parser->wellFormed) return fputs("not well-formed\n", stderr), 1;
        xmlFreeParserCtxt(parser);
    }
    printf("%ld elements, %ld attributes, %ld bytes of text\n", elements, attributes, characters);
    return 0;
}
