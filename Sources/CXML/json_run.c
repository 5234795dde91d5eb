#include "CXML.h"
#include "blocks.h"

size_t cxml_json_run(const uint8_t *text, size_t count, bool *has_controls) {
    size_t index = 0;
    for (; count - index >= block_size; index += block_size) {
        block bytes = block_at(text + index);
        uint32_t stops = bits_of((bytes == '"') | (bytes == '\\'));
        uint32_t controls = bits_of(bytes < 0x20);
        if (stops != 0) controls &= (1u << first_of(stops)) - 1;
        *has_controls |= controls != 0;
        if (stops != 0) return index + first_of(stops);
    }
    for (; index < count && text[index] != '"' && text[index] != '\\'; index++) {
        *has_controls |= text[index] < 0x20;
    }
    return index;
}
