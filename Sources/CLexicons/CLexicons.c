#include "CLexicons.h"

// #embed is C23; clang takes it in every mode and only wants to be asked
#pragma clang diagnostic ignored "-Wc23-extensions"

#define TABLE(name) _Alignas(16) static const uint8_t name[]

TABLE(emoji) = {
#embed "tables/emoji.bin"
};
TABLE(en) = {
#embed "tables/en.bin"
};
TABLE(de) = {
#embed "tables/de.bin"
};
TABLE(fr) = {
#embed "tables/fr.bin"
};
TABLE(es) = {
#embed "tables/es.bin"
};
TABLE(it) = {
#embed "tables/it.bin"
};
TABLE(pt) = {
#embed "tables/pt.bin"
};
TABLE(nl) = {
#embed "tables/nl.bin"
};

#define ROW(name) {#name, name, sizeof name}
static const struct clexicons_table tables[] = {
    ROW(emoji), ROW(en), ROW(de), ROW(fr), ROW(es), ROW(it), ROW(pt), ROW(nl),
};

size_t clexicons_count(void) { return sizeof tables / sizeof *tables; }

struct clexicons_table clexicons_table_at(size_t index) { return tables[index]; }

// the aspect lists, apart from the lexicons: they are tables of another kind
TABLE(aspects_en) = {
#embed "tables/aspects-en.bin"
};
TABLE(aspects_de) = {
#embed "tables/aspects-de.bin"
};
TABLE(aspects_fr) = {
#embed "tables/aspects-fr.bin"
};
TABLE(aspects_es) = {
#embed "tables/aspects-es.bin"
};
TABLE(aspects_it) = {
#embed "tables/aspects-it.bin"
};
TABLE(aspects_pt) = {
#embed "tables/aspects-pt.bin"
};
TABLE(aspects_nl) = {
#embed "tables/aspects-nl.bin"
};

#define ASPECTS(language) {"aspects-" #language, aspects_##language, sizeof aspects_##language}
static const struct clexicons_table aspects[] = {
    ASPECTS(en), ASPECTS(de), ASPECTS(fr), ASPECTS(es),
    ASPECTS(it), ASPECTS(pt), ASPECTS(nl),
};

size_t clexicons_aspects_count(void) { return sizeof aspects / sizeof *aspects; }

struct clexicons_table clexicons_aspects_at(size_t index) { return aspects[index]; }
