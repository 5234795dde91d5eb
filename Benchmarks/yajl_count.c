/* The yardstick for JSON: a yajl SAX pass that only counts.

       cc -O2 -o yajl_count yajl_count.c -lyajl
       ./yajl_count FILE ROUNDS */

#include <stdio.h>
#include <stdlib.h>
#include <yajl/yajl_parse.h>

static long values, characters;

static int on_nothing(void *context) { return (void)context, values++, 1; }
static int on_boolean(void *context, int value) { return (void)context, (void)value, values++, 1; }
static int on_open(void *context) { return (void)context, values++, 1; }
static int on_close(void *context) { return (void)context, 1; }

static int on_text(void *context, const unsigned char *text, size_t length) {
    (void)context, (void)text;
    values++;
    characters += (long)length;
    return 1;
}

static int on_number(void *context, const char *text, size_t length) {
    return on_text(context, (const unsigned char *)text, length);
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
    if (bytes == NULL) return fputs("usage: yajl_count FILE ROUNDS\n", stderr), 2;
    yajl_callbacks callbacks = {
        .yajl_null = on_nothing, .yajl_boolean = on_boolean, .yajl_number = on_number,
        .yajl_string = on_text, .yajl_start_map = on_open, .yajl_map_key = on_text,
        .yajl_end_map = on_close, .yajl_start_array = on_open, .yajl_end_array = on_close,
    };
    for (int round = atoi(arguments[2]); round > 0; round--) {
        yajl_handle parser = yajl_alloc(&callbacks, NULL, NULL);
        yajl_status status = yajl_parse(parser, (const unsigned char *)bytes, size);
        if (status == yajl_status_ok) status = yajl_complete_parse(parser);
        if (status != yajl_status_ok) return fputs("not JSON\n", stderr), 1;
        yajl_free(parser);
    }
    printf("%ld values, %ld bytes of text\n", values, characters);
    return 0;
}
