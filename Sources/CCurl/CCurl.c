#include "CCurl.h"

#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

CURLcode ccurl_set_string(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

CURLcode ccurl_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(easy, option, value);
}

CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *list) {
    return curl_easy_setopt(easy, option, list);
}

CURLcode ccurl_set_error_buffer(CURL *easy, char *buffer) {
    buffer[0] = 0;
    return curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, buffer);
}

CURLcode ccurl_set_body(CURL *easy, const void *bytes, size_t count) {
    CURLcode result = curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
    if (result != CURLE_OK) return result;
    return curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, count ? bytes : "");
}

static size_t receive_header(char *bytes, size_t size, size_t count, void *pointer) {
    struct ccurl_callbacks *callbacks = pointer;
    return callbacks->receive_header(callbacks->context, (const uint8_t *)bytes, size * count);
}

static size_t receive_body(char *bytes, size_t size, size_t count, void *pointer) {
    struct ccurl_callbacks *callbacks = pointer;
    return callbacks->receive_body(callbacks->context, (const uint8_t *)bytes, size * count);
}

static bool allows(struct ccurl_callbacks *callbacks, const struct curl_sockaddr *address) {
    if (address->family == AF_INET && address->addrlen >= sizeof(struct sockaddr_in)) {
        struct sockaddr_in in;
        memcpy(&in, &address->addr, sizeof in);
        return callbacks->allows(
            callbacks->context, (const uint8_t *)&in.sin_addr, 4, ntohs(in.sin_port));
    }
    if (address->family == AF_INET6 && address->addrlen >= sizeof(struct sockaddr_in6)) {
        struct sockaddr_in6 in;
        memcpy(&in, &address->addr, sizeof in);
        return callbacks->allows(
            callbacks->context, (const uint8_t *)&in.sin6_addr, 16, ntohs(in.sin6_port));
    }
    return false;
}

static curl_socket_t open_socket(
    void *pointer, curlsocktype purpose, struct curl_sockaddr *address) {
    if (purpose != CURLSOCKTYPE_IPCXN || !allows(pointer, address)) return CURL_SOCKET_BAD;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

CURLcode ccurl_set_callbacks(CURL *easy, struct ccurl_callbacks *callbacks) {
    CURLcode results[] = {
        curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, receive_header),
        curl_easy_setopt(easy, CURLOPT_HEADERDATA, callbacks),
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, receive_body),
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, callbacks),
        curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket),
        curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, callbacks),
    };
    for (size_t i = 0; i < sizeof results / sizeof *results; i++)
        if (results[i] != CURLE_OK) return results[i];
    return CURLE_OK;
}

CURLcode ccurl_set_context(CURL *easy, void *context) {
    return curl_easy_setopt(easy, CURLOPT_PRIVATE, context);
}

void *ccurl_context(CURL *easy) {
    char *context = NULL;
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &context);
    return context;
}

long ccurl_long(CURL *easy, CURLINFO what) {
    long value = 0;
    return curl_easy_getinfo(easy, what, &value) == CURLE_OK ? value : 0;
}

const char *ccurl_string(CURL *easy, CURLINFO what) {
    char *value = NULL;
    return curl_easy_getinfo(easy, what, &value) == CURLE_OK ? value : NULL;
}

CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

bool ccurl_multi_next_done(CURLM *multi, CURL **easy, CURLcode *result) {
    int left = 0;
    for (CURLMsg *message; (message = curl_multi_info_read(multi, &left));) {
        if (message->msg != CURLMSG_DONE) continue;
        *easy = message->easy_handle;
        *result = message->data.result;
        return true;
    }
    return false;
}
