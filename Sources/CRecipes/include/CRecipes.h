/// The recipes of `feeds/` and their samples, byte for byte, as they were when the program was built.
#ifndef CRECIPES_H
#define CRECIPES_H

#include <stddef.h>

/// What a file holds, UTF-8; no NUL follows.
typedef struct {
    const unsigned char *bytes;
    size_t size;
} recipe_bytes;

/// One file of `feeds/` with its sample.
typedef struct {
    /// The name of the file without `.yaml`.
    const char *name;
    /// What the name of the sample ends in: `json`, `xml` or `html`.
    const char *sample_extension;
    /// The recipe itself.
    recipe_bytes recipe;
    /// The file `feeds/samples/NAME.EXTENSION`.
    recipe_bytes sample;
    /// The file `feeds/samples/NAME.expected.json`.
    recipe_bytes expected;
} recipe_file;

/// How many recipes there are.
extern const size_t recipe_files_count;

/// The recipe at `index`, in alphabetical order of the names; NULL from `recipe_files_count` on.
const recipe_file *recipe_file_at(size_t index);

#endif
