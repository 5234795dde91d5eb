// What no poller can go below: a libcurl multi loop that fetches addresses and throws the bodies away.
//
//   cc -O2 -o curl_loop curl_loop.c -lcurl
//   curl_loop AT_ONCE [-c] < addresses      -c: ask with the ETags of a run before it (in ./etags)
//
// Prints how many answers of which status came.
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char (*urls)[256];
static char (*etags)[80];
static int count;

static size_t drop(char *bytes, size_t size, size_t n, void *context) {
    (void)bytes;
    (void)context;
    return size * n;
}

static size_t header(char *line, size_t size, size_t n, void *context) {
    size_t length = size * n;
    if (length > 6 && strncasecmp(line, "etag: ", 6) == 0) {
        char *etag = etags[(long)context];
        size_t rest = length - 6 < 79 ? length - 6 : 79;
        memcpy(etag, line + 6, rest);
        etag[strcspn(etag, "\r\n")] = 0;
    }
    return length;
}

struct job {
    struct curl_slist *headers;
};

static void start(CURLM *multi, long index, int conditional) {
    CURL *easy = curl_easy_init();
    struct job *job = calloc(1, sizeof *job);
    curl_easy_setopt(easy, CURLOPT_URL, urls[index]);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, drop);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, (void *)index);
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(easy, CURLOPT_PRIVATE, job);
    if (conditional && etags[index][0]) {
        char line[128];
        snprintf(line, sizeof line, "If-None-Match: %s", etags[index]);
        job->headers = curl_slist_append(NULL, line);
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, job->headers);
    }
    curl_multi_add_handle(multi, easy);
}

int main(int argc, char **argv) {
    int at_once = argc > 1 ? atoi(argv[1]) : 50;
    int conditional = argc > 2 && strcmp(argv[2], "-c") == 0;
    int room = 1024;
    urls = malloc(room * sizeof *urls);
    char line[256];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\r\n")] = 0;
        if (count == room) urls = realloc(urls, (room *= 2) * sizeof *urls);
        strcpy(urls[count++], line);
    }
    etags = calloc(count + 1, sizeof *etags);
    FILE *memory = conditional ? fopen("etags", "r") : NULL;
    for (int i = 0; memory && i < count && fgets(etags[i], sizeof *etags, memory); i++)
        etags[i][strcspn(etags[i], "\n")] = 0;
    if (memory) fclose(memory);

    curl_global_init(CURL_GLOBAL_DEFAULT);
    CURLM *multi = curl_multi_init();
    long next = 0;
    int running = 0, found = 0, unchanged = 0, other = 0;
    while (next < count && next < at_once) start(multi, next++, conditional);
    do {
        curl_multi_perform(multi, &running);
        int left;
        CURLMsg *message;
        while ((message = curl_multi_info_read(multi, &left))) {
            CURL *easy = message->easy_handle;
            long status = 0;
            struct job *job;
            curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
            curl_easy_getinfo(easy, CURLINFO_PRIVATE, &job);
            *(status == 200 ? &found : status == 304 ? &unchanged : &other) += 1;
            curl_multi_remove_handle(multi, easy);
            curl_easy_cleanup(easy);
            curl_slist_free_all(job->headers);
            free(job);
            if (next < count) {
                start(multi, next++, conditional);
                running++;
            }
        }
        if (running) curl_multi_poll(multi, NULL, 0, 1000, NULL);
    } while (running || next < count);
    memory = fopen("etags", "w");
    for (int i = 0; i < count; i++) fprintf(memory, "%s\n", etags[i]);
    fclose(memory);
    printf("%d answers 200, %d answers 304, %d others\n", found, unchanged, other);
    return other != 0;
}
