// A typed door to libcurl: Swift can't call its variadic functions, and C doesn't check their
// argument types. Every function here takes exactly the type that its options ask for.
#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>
#include <stdbool.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

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
};

CURLcode ccurl_set_callbacks(CURL *easy, struct ccurl_callbacks *callbacks);

// The value that `ccurl_context` gives back.
CURLcode ccurl_set_context(CURL *easy, void *context);
void *_Nullable ccurl_context(CURL *easy);

long ccurl_long(CURL *easy, CURLINFO what);
const char *_Nullable ccurl_string(CURL *easy, CURLINFO what);

CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value);

// A finished transfer and its result; false if there is none at the moment.
bool ccurl_multi_next_done(CURLM *multi, CURL *_Nullable *_Nonnull easy, CURLcode *result);

#pragma clang assume_nonnull end

#endif
