#include "html_elements.h"

#include <string.h>

/// Sorted by name.
static const struct element elements[] = {
    {"a", INLINE, 0}, {"abbr", INLINE, 1}, {"acronym", INLINE, 2}, {"address", BLOCK, 3},
    {"article", BLOCK, 4}, {"aside", BLOCK, 5}, {"audio", INLINE, 6}, {"b", INLINE, 7},
    {"bdi", INLINE, 8}, {"bdo", INLINE, 9}, {"big", INLINE, 10}, {"blockquote", BLOCK, 11},
    {"body", BLOCK, 12}, {"br", BREAK, 13}, {"button", INLINE, 14}, {"caption", BLOCK, 15},
    {"center", BLOCK, 16}, {"cite", INLINE, 17}, {"code", INLINE, 18}, {"dd", BLOCK, 19},
    {"del", INLINE, 20}, {"details", BLOCK, 21}, {"dfn", INLINE, 22}, {"div", BLOCK, 23},
    {"dl", BLOCK, 24}, {"dt", BLOCK, 25}, {"em", INLINE, 26}, {"embed", INLINE, 27},
    {"fieldset", BLOCK, 28}, {"figcaption", BLOCK, 29}, {"figure", BLOCK, 30},
    {"font", INLINE, 31}, {"footer", BLOCK, 32}, {"form", BLOCK, 33}, {"h1", BLOCK, 34},
    {"h2", BLOCK, 35}, {"h3", BLOCK, 36}, {"h4", BLOCK, 37}, {"h5", BLOCK, 38}, {"h6", BLOCK, 39},
    {"head", BLOCK, 40}, {"header", BLOCK, 41}, {"hr", BLOCK, 42}, {"html", BLOCK, 43},
    {"i", INLINE, 44}, {"iframe", DROPPED, 45}, {"img", INLINE, 46}, {"input", INLINE, 47},
    {"ins", INLINE, 48}, {"kbd", INLINE, 49}, {"label", INLINE, 50}, {"legend", BLOCK, 51},
    {"li", ITEM, 52}, {"link", INLINE, 53}, {"main", BLOCK, 54}, {"mark", INLINE, 55},
    {"menu", BLOCK, 56}, {"meta", INLINE, 57}, {"nav", BLOCK, 58}, {"nobr", INLINE, 59},
    {"noembed", DROPPED, 60}, {"noframes", DROPPED, 61}, {"noscript", DROPPED, 62},
    {"object", INLINE, 63}, {"ol", BLOCK, 64}, {"option", BLOCK, 65}, {"p", BLOCK, 66},
    {"picture", INLINE, 67}, {"pre", PREFORMATTED, 68}, {"q", INLINE, 69}, {"s", INLINE, 70},
    {"samp", INLINE, 71}, {"script", DROPPED, 72}, {"section", BLOCK, 73}, {"select", BLOCK, 74},
    {"small", INLINE, 75}, {"source", INLINE, 76}, {"span", INLINE, 77}, {"strike", INLINE, 78},
    {"strong", INLINE, 79}, {"style", DROPPED, 80}, {"sub", INLINE, 81}, {"summary", BLOCK, 82},
    {"sup", INLINE, 83}, {"svg", DROPPED, 84}, {"table", BLOCK, 85}, {"tbody", BLOCK, 86},
    {"td", CELL, 87}, {"template", DROPPED, 88}, {"textarea", BLOCK, 89}, {"tfoot", BLOCK, 90},
    {"th", CELL, 91}, {"thead", BLOCK, 92}, {"time", INLINE, 93}, {"title", DROPPED, 94},
    {"tr", BLOCK, 95}, {"tt", INLINE, 96}, {"u", INLINE, 97}, {"ul", BLOCK, 98},
    {"var", INLINE, 99}, {"video", INLINE, 100}, {"wbr", INLINE, 101},
};

_Static_assert(sizeof elements / sizeof *elements <= element_limit, "the limit is too low");

const struct element *element_named(const uint8_t *name, size_t length) {
    if (length == 0 || length > longest_element) return NULL;
    char lower[longest_element + 1];
    for (size_t index = 0; index < length; index++) {
        uint8_t byte = name[index];
        lower[index] = (char)(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte);
    }
    lower[length] = 0;
    size_t low = 0, high = sizeof elements / sizeof *elements;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(elements[middle].name, lower);
        if (order == 0) return &elements[middle];
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}
