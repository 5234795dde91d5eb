/* The least that any lexicon scorer does: reads lines, cuts words at anything but letters, lowers and hashes
   them, looks each up in a table of 7,500 words, adds up and prints one figure a line.

       cc -O2 -o bare_loop bare_loop.c -lm && ./bare_loop < texts

   No negation, no phrases, no languages, no UTF-8, no reasons. It is the yardstick for speed. */

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 16384, WORDS = 7500, BLOCK = 1 << 18 };

struct entry {
    uint64_t key;
    double valence;
};

static struct entry table[SLOTS];

static uint64_t hash_of(const char *word, size_t length) {
    uint64_t key = 0xCBF29CE484222325u;
    for (size_t i = 0; i < length; i++) key = (key ^ (uint8_t)word[i]) * 0x100000001B3u;
    return key;
}

static void put(const char *word, double valence) {
    uint64_t key = hash_of(word, strlen(word));
    size_t slot = (key ^ key >> 32) & (SLOTS - 1);
    while (table[slot].key && table[slot].key != key) slot = (slot + 1) & (SLOTS - 1);
    table[slot].key = key;
    table[slot].valence = valence;
}

static double found(uint64_t key) {
    size_t slot = (key ^ key >> 32) & (SLOTS - 1);
    while (table[slot].key) {
        if (table[slot].key == key) return table[slot].valence;
        slot = (slot + 1) & (SLOTS - 1);
    }
    return 0;
}

static void fill(void) {
    static const char *words[] = {"rude", "friendly", "wrong", "great", "slow", "helpful", "terrible",
        "excellent", "broken", "perfect", "sorry", "good", "bad", "best", "worst", "lovely", "clean",
        "dirty", "honest", "waste", "worth", "fine"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) put(words[i], i % 2 ? 2 : -2);
    char word[16];
    for (int i = 0; i < WORDS; i++) {
        snprintf(word, sizeof word, "filler%c%c%c", 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676);
        put(word, 1);
    }
}

static double score_of(const uint8_t *text, size_t length) {
    double sum = 0;
    int words = 0;
    size_t place = 0;
    while (place < length) {
        uint64_t key = 0xCBF29CE484222325u;
        size_t start = place;
        while (place < length && (uint8_t)((text[place] | 0x20) - 'a') < 26)
            key = (key ^ (text[place++] | 0x20)) * 0x100000001B3u;
        if (place == start) {
            place++;
            continue;
        }
        words++;
        sum += found(key);
    }
    double norm = sum / sqrt(words + 1.0);
    return norm / sqrt(norm * norm + 1);
}

int main(void) {
    fill();
    static uint8_t buffer[2 * BLOCK];
    size_t kept = 0, count;
    while ((count = fread(buffer + kept, 1, BLOCK, stdin)) > 0) {
        uint8_t *line = buffer, *end = buffer + kept + count, *feed;
        while ((feed = memchr(line, '\n', (size_t)(end - line)))) {
            printf("{\"score\":%.4f}\n", score_of(line, (size_t)(feed - line)));
            line = feed + 1;
        }
        kept = (size_t)(end - line);
        if (kept > BLOCK) kept = 0;
        memmove(buffer, line, kept);
    }
    return 0;
}
