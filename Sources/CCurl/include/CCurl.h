// A typed door to libcurl: Swift can't call its variadic functions, and C doesn't check their
// argument types. Every function here takes exactly the type that its options ask for.
//
// libcurl is loaded at the first call of `ccurl_load`, not at the start of the program: it and the
// libraries behind it cost more than most commands of ours do, and most commands make no exchange.
// Its headers are used for types only; who calls a `curl_…` function does not link.
#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>
#include <stdbool.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// Loads libcurl if that has not been done, whichever thread comes first. NULL: it is there, and stays.
// Otherwise why it can't be used, good until this thread asks again; a later call may succeed, since a
// process without free descriptors can load nothing. Every function below needs it to be there.
const char *_Nullable ccurl_load(void);

CURL *_Nullable ccurl_easy_init(void);
void ccurl_easy_cleanup(CURL *easy);
const char *ccurl_easy_strerror(CURLcode result);

CURLcode ccurl_set_string(CURL *easy, CURLoption option, const char *_Nullable value);
CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value);
CURLcode ccurl_set_offset(CURL *easy, CURLoption option, curl_off_t value);
CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *_Nullable list);

// libcurl writes the text of an error here; `buffer` holds CURL_ERROR_SIZE bytes and outlives `easy`.
CURLcode ccurl_set_error_buffer(CURL *easy, char *buffer);

// Sends `count` bytes, which libcurl copies, as the body of a POST.
CURLcode ccurl_set_body(CURL *easy, const void *_Nullable bytes, size_t count);

// Returns how many bytes it took; another number than `count` ends the transfer.
typedef size_t (*ccurl_receive)(void *context, const uint8_t *bytes, size_t count);

// Whether a connection to this address may be opened; `bytes` are 4 (IPv4) or 16 (IPv6) in network order.
typedef bool (*ccurl_allows)(void *context, const uint8_t *bytes, size_t count, uint16_t port);

// What a transfer calls back; lives at least as long as `easy`.
struct ccurl_callbacks {
    void *context;
    ccurl_receive receive_header;
    ccurl_receive receive_body;
    ccurl_allows allows;
    // Bytes of a body before decompression; more end the transfer with CURLE_ABORTED_BY_CALLBACK
    // and set `is_over_wire_limit`.
    curl_off_t wire_limit;
    bool is_over_wire_limit;
};

CURLcode ccurl_set_callbacks(CURL *easy, struct ccurl_callbacks *callbacks);

// A line of a conversation with a mail server: from it, or to it. What is sent may hold a password.
typedef void (*ccurl_said)(void *context, bool is_reply, const uint8_t *bytes, size_t count);

// A message to hand over, and who listens to the conversation; lives at least as long as `easy`.
struct ccurl_mail {
    void *context;
    ccurl_said said;
    const uint8_t *_Nullable bytes;
    size_t count;
    size_t sent;
};

// Makes an upload of `mail`, to all recipients that the server takes.
CURLcode ccurl_set_mail(CURL *easy, struct ccurl_mail *mail);

// The value that `ccurl_context` gives back.
CURLcode ccurl_set_context(CURL *easy, void *context);
void *_Nullable ccurl_context(CURL *easy);

long ccurl_long(CURL *easy, CURLINFO what);
const char *_Nullable ccurl_string(CURL *easy, CURLINFO what);

struct curl_slist *_Nullable ccurl_list_append(struct curl_slist *_Nullable list, const char *line);
void ccurl_list_free(struct curl_slist *_Nullable list);

CURLM *_Nullable ccurl_multi_init(void);
void ccurl_multi_cleanup(CURLM *multi);
const char *ccurl_multi_strerror(CURLMcode result);
CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value);
CURLMcode ccurl_multi_add(CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_remove(CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_perform(CURLM *multi);

// Sleeps until a socket, a timer of libcurl or `ccurl_multi_wakeup` has something to do.
CURLMcode ccurl_multi_poll(CURLM *multi, int milliseconds);
// May be called from any thread.
CURLMcode ccurl_multi_wakeup(CURLM *multi);

// A finished transfer and its result; false if there is none at the moment.
bool ccurl_multi_next_done(CURLM *multi, CURL *_Nullable *_Nonnull easy, CURLcode *result);

CURLU *_Nullable ccurl_url(void);
void ccurl_url_cleanup(CURLU *url);
CURLUcode ccurl_url_set(CURLU *url, CURLUPart part, const char *value, unsigned flags);
// A part to be given to `ccurl_free`; NULL if the URL has none.
char *_Nullable ccurl_url_part(CURLU *url, CURLUPart part, unsigned flags);
const char *ccurl_url_strerror(CURLUcode result);
void ccurl_free(void *text);

#pragma clang assume_nonnull end

#endif
