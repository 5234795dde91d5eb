#include "html_elements.h"

#include <string.h>

/// Sorted by name.
static const struct element elements[] = {
    {"a", INLINE, 0}, {"abbr", INLINE, 1}, {"acronym", INLINE, 2}, {"address", BLOCK, 3},
    {"applet", INLINE, 4}, {"area", INLINE, 5}, {"article", BLOCK, 6}, {"aside", BLOCK, 7},
    {"audio", INLINE, 8}, {"b", INLINE, 9}, {"basefont", INLINE, 10}, {"bdi", INLINE, 11},
    {"bdo", INLINE, 12}, {"big", INLINE, 13}, {"blink", INLINE, 14}, {"blockquote", BLOCK, 15},
    {"body", BLOCK, 16}, {"br", BREAK, 17}, {"button", INLINE, 18}, {"canvas", INLINE, 19},
    {"caption", BLOCK, 20}, {"center", BLOCK, 21}, {"cite", INLINE, 22}, {"code", INLINE, 23},
    {"col", INLINE, 24}, {"colgroup", INLINE, 25}, {"dd", BLOCK, 26}, {"del", INLINE, 27},
    {"details", BLOCK, 28}, {"dfn", INLINE, 29}, {"dialog", BLOCK, 30}, {"dir", BLOCK, 31},
    {"div", BLOCK, 32}, {"dl", BLOCK, 33}, {"dt", BLOCK, 34}, {"em", INLINE, 35},
    {"embed", INLINE, 36}, {"fieldset", BLOCK, 37}, {"figcaption", BLOCK, 38},
    {"figure", BLOCK, 39}, {"font", INLINE, 40}, {"footer", BLOCK, 41}, {"form", BLOCK, 42},
    {"frame", INLINE, 43}, {"frameset", BLOCK, 44}, {"h1", BLOCK, 45}, {"h2", BLOCK, 46},
    {"h3", BLOCK, 47}, {"h4", BLOCK, 48}, {"h5", BLOCK, 49}, {"h6", BLOCK, 50}, {"head", BLOCK, 51},
    {"header", BLOCK, 52}, {"hgroup", BLOCK, 53}, {"hr", BLOCK, 54}, {"html", BLOCK, 55},
    {"i", INLINE, 56}, {"iframe", DROPPED, 57}, {"img", INLINE, 58}, {"input", INLINE, 59},
    {"ins", INLINE, 60}, {"kbd", INLINE, 61}, {"label", INLINE, 62}, {"legend", BLOCK, 63},
    {"li", ITEM, 64}, {"link", INLINE, 65}, {"main", BLOCK, 66}, {"map", INLINE, 67},
    {"mark", INLINE, 68}, {"marquee", BLOCK, 69}, {"math", INLINE, 70}, {"menu", BLOCK, 71},
    {"meta", INLINE, 72}, {"nav", BLOCK, 73}, {"nobr", INLINE, 74}, {"noembed", DROPPED, 75},
    {"noframes", DROPPED, 76}, {"noscript", DROPPED, 77}, {"object", INLINE, 78}, {"ol", BLOCK, 79},
    {"optgroup", BLOCK, 80}, {"option", BLOCK, 81}, {"p", BLOCK, 82}, {"param", INLINE, 83},
    {"picture", INLINE, 84}, {"pre", PREFORMATTED, 85}, {"q", INLINE, 86}, {"rp", INLINE, 87},
    {"rt", INLINE, 88}, {"ruby", INLINE, 89}, {"s", INLINE, 90}, {"samp", INLINE, 91},
    {"script", DROPPED, 92}, {"section", BLOCK, 93}, {"select", BLOCK, 94}, {"small", INLINE, 95},
    {"source", INLINE, 96}, {"span", INLINE, 97}, {"strike", INLINE, 98}, {"strong", INLINE, 99},
    {"style", DROPPED, 100}, {"sub", INLINE, 101}, {"summary", BLOCK, 102}, {"sup", INLINE, 103},
    {"svg", DROPPED, 104}, {"table", BLOCK, 105}, {"tbody", BLOCK, 106}, {"td", CELL, 107},
    {"template", DROPPED, 108}, {"textarea", BLOCK, 109}, {"tfoot", BLOCK, 110}, {"th", CELL, 111},
    {"thead", BLOCK, 112}, {"time", INLINE, 113}, {"title", DROPPED, 114}, {"tr", BLOCK, 115},
    {"tt", INLINE, 116}, {"u", INLINE, 117}, {"ul", BLOCK, 118}, {"var", INLINE, 119},
    {"video", INLINE, 120}, {"wbr", INLINE, 121},
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
