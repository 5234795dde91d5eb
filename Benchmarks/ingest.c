// What the store can be measured by: the rows of a store, inserted into a new one with the same
// schema, indexes and full-text triggers, by prepared statements, one mention after the other: look
// whether its identity is known, insert it with its entry, brands and aspects, and count it in the
// figures of its day.
//
//   cc -O2 -o ingest ingest.c -lsqlite3
//   ingest STORE NEW_STORE ROWS_A_TRANSACTION
//
// Reading the rows is not counted. Entries that are no mentions are left out.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static sqlite3 *from, *to;

static double cpu(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_utime.tv_sec + usage.ru_utime.tv_usec / 1e6 + usage.ru_stime.tv_sec
        + usage.ru_stime.tv_usec / 1e6;
}

static void check(int code, sqlite3 *database) {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    fprintf(stderr, "%s\n", sqlite3_errmsg(database));
    exit(1);
}

static void run(const char *sql) { check(sqlite3_exec(to, sql, NULL, NULL, NULL), to); }

static sqlite3_stmt *prepare(sqlite3 *database, const char *sql) {
    sqlite3_stmt *statement;
    check(sqlite3_prepare_v2(database, sql, -1, &statement, NULL), database);
    return statement;
}

/// The rows of a table in the order of their mentions; the next is `at`.
struct table {
    int columns, rows, room, at;
    sqlite3_value **values;
    sqlite3_stmt *insert;
};

static struct table load(const char *name, const char *order) {
    struct table table = {0};
    char columns[2048] = "", marks[256] = "", sql[4096];
    // Generated columns are not listed.
    snprintf(sql, sizeof sql, "SELECT name FROM pragma_table_info('%s')", name);
    sqlite3_stmt *names = prepare(from, sql);
    while (sqlite3_step(names) == SQLITE_ROW) {
        if (table.columns++) strcat(columns, ", "), strcat(marks, ",");
        strcat(columns, (const char *)sqlite3_column_text(names, 0));
        strcat(marks, "?");
    }
    sqlite3_finalize(names);
    snprintf(sql, sizeof sql, "SELECT %s FROM %s ORDER BY %s", columns, name, order);
    sqlite3_stmt *select = prepare(from, sql);
    while (sqlite3_step(select) == SQLITE_ROW) {
        if (table.rows == table.room) {
            table.room = table.room ? table.room * 2 : 1024;
            table.values =
                realloc(table.values, sizeof(sqlite3_value *) * table.room * table.columns);
        }
        for (int i = 0; i < table.columns; i++)
            table.values[table.rows * table.columns + i] =
                sqlite3_value_dup(sqlite3_column_value(select, i));
        table.rows++;
    }
    sqlite3_finalize(select);
    snprintf(sql, sizeof sql, "INSERT INTO %s (%s) VALUES (%s)", name, columns, marks);
    table.insert = prepare(to, sql);
    return table;
}

static sqlite3_value *value(struct table *table, int row, int column) {
    return table->values[row * table->columns + column];
}

static void step(sqlite3_stmt *statement) {
    check(sqlite3_step(statement), to);
    sqlite3_reset(statement);
}

static void put(struct table *table) {
    for (int i = 0; i < table->columns; i++)
        sqlite3_bind_value(table->insert, i + 1, value(table, table->at, i));
    step(table->insert);
    table->at++;
}

/// Whether the next row of `table` belongs to mention `id`.
static int is_of(struct table *table, int column, sqlite3_int64 id) {
    return table->at < table->rows && sqlite3_value_int64(value(table, table->at, column)) == id;
}

int main(int argc, char **argv) {
    if (argc != 4) return 2;
    int size = atoi(argv[3]);
    check(sqlite3_open_v2(argv[1], &from, SQLITE_OPEN_READONLY, NULL), from);
    check(sqlite3_open(argv[2], &to), to);
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");

    // The schema as it stands, without the tables that SQLite and FTS5 make themselves.
    sqlite3_stmt *schema = prepare(
        from,
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE 'mentionText\\_%' ESCAPE '\\' ORDER BY type = 'trigger', "
        "type = 'index', rowid");
    while (sqlite3_step(schema) == SQLITE_ROW) run((const char *)sqlite3_column_text(schema, 0));
    sqlite3_finalize(schema);

    struct table sources = load("source", "id"), mentions = load("mention", "id");
    struct table entries = load("entry", "mentionId"), brands = load("mentionBrand", "mentionId");
    struct table aspects = load("mentionAspect", "mentionId");
    while (sources.at < sources.rows) put(&sources);
    while (entries.at < entries.rows
           && sqlite3_value_type(value(&entries, entries.at, 3)) == SQLITE_NULL)
        entries.at++;
    sqlite3_stmt *lookup = prepare(
        to, "SELECT mentionId, contentDigest FROM entry WHERE sourceId = ? AND identityKey = ?");
    sqlite3_stmt *days = prepare(
        to,
        "INSERT INTO dayCount (brandId, day, negative, rated, starSum) "
        "VALUES (?, ?, ?3 = 'negative', ?4 IS NOT NULL, coalesce(?4, 0)) ON CONFLICT DO UPDATE SET "
        "negative = negative + excluded.negative, neutral = neutral + excluded.neutral, "
        "positive = positive + excluded.positive, unscored = unscored + excluded.unscored, "
        "rated = rated + excluded.rated, starSum = starSum + excluded.starSum");
    sqlite3_stmt *felt = prepare(
        to,
        "INSERT INTO aspectCount (brandId, day, aspect, negative) VALUES (?, ?, ?, ? = 'negative') "
        "ON CONFLICT DO UPDATE SET negative = negative + excluded.negative, "
        "neutral = neutral + excluded.neutral, positive = positive + excluded.positive");

    double begin = cpu();
    for (int row = 0; row < mentions.rows; row++) {
        if (row % size == 0) run("BEGIN IMMEDIATE");
        sqlite3_int64 id = sqlite3_value_int64(value(&mentions, row, 0));
        if (is_of(&entries, 3, id)) {
            sqlite3_bind_value(lookup, 1, value(&entries, entries.at, 0));
            sqlite3_bind_value(lookup, 2, value(&entries, entries.at, 1));
            if (sqlite3_step(lookup) == SQLITE_ROW) return 1;
            sqlite3_reset(lookup);
        }
        put(&mentions);
        while (is_of(&entries, 3, id)) put(&entries);
        int first_brand = brands.at, first_aspect = aspects.at;
        while (is_of(&brands, 0, id)) put(&brands);
        while (is_of(&aspects, 0, id)) put(&aspects);
        // Each brand, and before the first the empty name for all.
        for (int brand = first_brand - 1; brand < brands.at; brand++) {
            int any = brand < first_brand ? first_brand : brand;
            if (any == brands.at) break;
            sqlite3_stmt *counts[] = {days, felt};
            for (int i = 0; i < 2; i++) {
                if (brand < first_brand) sqlite3_bind_text(counts[i], 1, "", 0, SQLITE_STATIC);
                else sqlite3_bind_value(counts[i], 1, value(&brands, brand, 1));
                sqlite3_bind_value(counts[i], 2, value(&brands, any, 3));
            }
            sqlite3_bind_value(days, 3, value(&brands, any, 5));
            sqlite3_bind_value(days, 4, value(&brands, any, 6));
            step(days);
            for (int aspect = first_aspect; aspect < aspects.at; aspect++) {
                sqlite3_bind_value(felt, 3, value(&aspects, aspect, 1));
                sqlite3_bind_value(felt, 4, value(&aspects, aspect, 2));
                step(felt);
            }
        }
        if (row % size == size - 1 || row == mentions.rows - 1) run("COMMIT");
    }
    double used = cpu() - begin;
    printf("%d mentions, %d a transaction: %f CPU s, %d a second\n", mentions.rows, size, used,
           (int)(mentions.rows / used));
    return 0;
}
