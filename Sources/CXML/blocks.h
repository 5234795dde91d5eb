/// Sixteen bytes at a time, in the vectors that the compiler makes fit for any processor.
#ifndef CXML_BLOCKS_H
#define CXML_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { block_size = 16 };

typedef uint8_t block __attribute__((ext_vector_type(16)));
typedef char block_test __attribute__((ext_vector_type(16)));
typedef bool block_bits __attribute__((ext_vector_type(16)));

static inline block block_at(const uint8_t *bytes) {
    block loaded;
    memcpy(&loaded, bytes, sizeof loaded);
    return loaded;
}

/// One bit for each byte, the first byte's the lowest, set where the test holds.
static inline uint32_t bits_of(block_test test) {
    block_bits bits = __builtin_convertvector(test, block_bits);
    uint16_t mask;
    memcpy(&mask, &bits, sizeof mask);
    return mask;
}

/// The place of the lowest bit of a mask that is not 0.
static inline size_t first_of(uint32_t mask) { return (size_t)__builtin_ctz(mask); }

#endif
