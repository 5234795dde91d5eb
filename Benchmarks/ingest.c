// What the store can be measured by: the rows of a store, inserted into a new one with the same
// schema, indexes and full-text triggers, by prepared statements in transactions of 1,000 rows.
//
//   cc -O2 -o ingest ingest.c -lsqlite3
//   ingest STORE NEW_STORE
//
// Reading the rows is not counted. Prints rows of `mention` and the CPU seconds of inserting all.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

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

static void run(sqlite3 *database, const char *sql) {
    check(sqlite3_exec(database, sql, NULL, NULL, NULL), database);
}

struct table {
    char name[64];
    int columns, rows, room;
    sqlite3_value **values;
    sqlite3_stmt *insert;
};

int main(int argc, char **argv) {
    if (argc != 3) return 2;
    sqlite3 *from, *to;
    check(sqlite3_open_v2(argv[1], &from, SQLITE_OPEN_READONLY, NULL), from);
    check(sqlite3_open(argv[2], &to), to);
    run(to, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");

    // The schema as it stands, without the tables that SQLite and FTS5 make themselves.
    sqlite3_stmt *schema;
    check(
        sqlite3_prepare_v2(
            from,
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
            "AND name NOT LIKE 'mentionText\\_%' ESCAPE '\\' ORDER BY type = 'trigger', "
            "type = 'index', rowid",
            -1, &schema, NULL),
        from);
    while (sqlite3_step(schema) == SQLITE_ROW) run(to, (const char *)sqlite3_column_text(schema, 0));
    sqlite3_finalize(schema);

    const char *names[] = {"source", "mention", "entry", "mentionBrand", "mentionAspect", "dayCount",
                           "aspectCount", NULL};
    struct table tables[8] = {0};
    int count = 0;
    for (; names[count]; count++) {
        struct table *table = &tables[count];
        strcpy(table->name, names[count]);
        char sql[256];
        snprintf(sql, sizeof sql, "SELECT * FROM %s", names[count]);
        sqlite3_stmt *select;
        check(sqlite3_prepare_v2(from, sql, -1, &select, NULL), from);
        table->columns = sqlite3_column_count(select);
        while (sqlite3_step(select) == SQLITE_ROW) {
            if (table->rows == table->room) {
                table->room = table->room ? table->room * 2 : 1024;
                table->values =
                    realloc(table->values, sizeof(sqlite3_value *) * table->room * table->columns);
            }
            for (int i = 0; i < table->columns; i++)
                table->values[table->rows * table->columns + i] =
                    sqlite3_value_dup(sqlite3_column_value(select, i));
            table->rows++;
        }
        sqlite3_finalize(select);
        char marks[512] = "?";
        for (int i = 1; i < table->columns; i++) strcat(marks, ",?");
        snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (", names[count]);
        char insert[1024];
        snprintf(insert, sizeof insert, "%s%s)", sql, marks);
        check(sqlite3_prepare_v2(to, insert, -1, &table->insert, NULL), to);
    }

    double begin = cpu();
    run(to, "BEGIN");
    long inserted = 0;
    for (int t = 0; t < count; t++) {
        struct table *table = &tables[t];
        for (int row = 0; row < table->rows; row++) {
            for (int i = 0; i < table->columns; i++)
                sqlite3_bind_value(table->insert, i + 1, table->values[row * table->columns + i]);
            check(sqlite3_step(table->insert), to);
            sqlite3_reset(table->insert);
            if (strcmp(table->name, "mention") == 0 && ++inserted % 1000 == 0) run(to, "COMMIT; BEGIN");
        }
        run(to, "COMMIT; BEGIN");
    }
    run(to, "COMMIT");
    printf("%ld mentions, %.3f CPU s\n", inserted, cpu() - begin);
    return 0;
}
