/// The recipes of `feeds/`, byte for byte, as they were when the program was built.
#ifndef CRECIPES_H
#define CRECIPES_H

#include <stddef.h>

/// One file of `feeds/`.
typedef struct {
    /// The name of the file without `.yaml`.
    const char *name;
    /// Its bytes, UTF-8; no NUL follows.
    const unsigned char *bytes;
    size_t size;
} recipe_file;

/// How many files there are.
extern const size_t recipe_files_count;

/// The file at `index`, in alphabetical order of the names; NULL from `recipe_files_count` on.
const recipe_file *recipe_file_at(size_t index);

#endif
