#include "CCurl.h"

#include <dlfcn.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#ifdef __APPLE__
#define LIBRARY "libcurl.4.dylib"
#else
#define LIBRARY "libcurl.so.4"
#endif
// CURLOPT_MAIL_RCPT_ALLOWFAILS, which lost a letter of its name in 8.2.
#define RCPT_ALLOWFAILS ((CURLoption)(CURLOPTTYPE_LONG + 290))
#define OLDEST_VERSION 0x075700  // 7.87, for CURLOPT_QUICK_EXIT

#define FUNCTIONS(X)                                                                              \
    X(global_init) X(version_info) X(free) X(slist_append) X(slist_free_all)                      \
    X(easy_init) X(easy_cleanup) X(easy_strerror) X(easy_setopt) X(easy_getinfo)                  \
    X(multi_init) X(multi_cleanup) X(multi_strerror) X(multi_setopt) X(multi_add_handle)          \
    X(multi_remove_handle) X(multi_perform) X(multi_poll) X(multi_wakeup) X(multi_info_read)      \
    X(url) X(url_cleanup) X(url_set) X(url_get) X(url_strerror)

// Each member has the type that the header declares the function with.
#define MEMBER(name) __typeof__(curl_##name) *name;
static struct { FUNCTIONS(MEMBER) } curl;

// Written by the one thread that loads; each thread that asks has a copy of its own.
static _Thread_local char refusal[400];

static void refuse(const char *reason) { snprintf(refusal, sizeof refusal, "%s", reason); }

static bool find_functions(void *library) {
#define FIND(name)                                                                                \
    if (!(curl.name = (__typeof__(curl.name))dlsym(library, "curl_" #name))) {                    \
        refuse(LIBRARY " has no function curl_" #name ", so it is too old");                      \
        return false;                                                                             \
    }
    FUNCTIONS(FIND)
    curl_version_info_data *version = curl.version_info(CURLVERSION_NOW);
    if (version->version_num < OLDEST_VERSION) {
        snprintf(refusal, sizeof refusal, LIBRARY " is version %s, and 7.87 is the oldest that will do",
                 version->version);
        return false;
    }
    if (curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK) return true;
    refuse(LIBRARY " can't be initialized");
    return false;
}

static bool load(void) {
    void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        const char *reason = dlerror();
        refuse(reason ? reason : LIBRARY);
        return false;
    }
    if (find_functions(library)) return true;
    dlclose(library);
    return false;
}

const char *ccurl_load(void) {
    static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    static bool is_loaded;
    pthread_mutex_lock(&mutex);
    is_loaded = is_loaded || load();
    bool is_there = is_loaded;
    pthread_mutex_unlock(&mutex);
    return is_there ? NULL : refusal;
}

CURL *ccurl_easy_init(void) { return curl.easy_init(); }
void ccurl_easy_cleanup(CURL *easy) { curl.easy_cleanup(easy); }
const char *ccurl_easy_strerror(CURLcode result) { return curl.easy_strerror(result); }

CURLcode ccurl_set_string(CURL *easy, CURLoption option, const char *value) {
    return curl.easy_setopt(easy, option, value);
}

CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) {
    return curl.easy_setopt(easy, option, value);
}

CURLcode ccurl_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
    return curl.easy_setopt(easy, option, value);
}

CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *list) {
    return curl.easy_setopt(easy, option, list);
}

CURLcode ccurl_set_error_buffer(CURL *easy, char *buffer) {
    buffer[0] = 0;
    return curl.easy_setopt(easy, CURLOPT_ERRORBUFFER, buffer);
}

CURLcode ccurl_set_body(CURL *easy, const void *bytes, size_t count) {
    CURLcode result = curl.easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
    if (result != CURLE_OK) return result;
    return curl.easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, count ? bytes : "");
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

static int watch_wire(
    void *pointer, curl_off_t total, curl_off_t now, curl_off_t to_send, curl_off_t sent) {
    (void)total, (void)to_send, (void)sent;
    struct ccurl_callbacks *callbacks = pointer;
    callbacks->is_over_wire_limit = now > callbacks->wire_limit;
    return callbacks->is_over_wire_limit;
}

CURLcode ccurl_set_callbacks(CURL *easy, struct ccurl_callbacks *callbacks) {
    CURLcode results[] = {
        curl.easy_setopt(easy, CURLOPT_HEADERFUNCTION, receive_header),
        curl.easy_setopt(easy, CURLOPT_HEADERDATA, callbacks),
        curl.easy_setopt(easy, CURLOPT_WRITEFUNCTION, receive_body),
        curl.easy_setopt(easy, CURLOPT_WRITEDATA, callbacks),
        curl.easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket),
        curl.easy_setopt(easy, CURLOPT_OPENSOCKETDATA, callbacks),
        curl.easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, watch_wire),
        curl.easy_setopt(easy, CURLOPT_XFERINFODATA, callbacks),
        curl.easy_setopt(easy, CURLOPT_NOPROGRESS, 0L),
    };
    for (size_t i = 0; i < sizeof results / sizeof *results; i++)
        if (results[i] != CURLE_OK) return results[i];
    return CURLE_OK;
}

static size_t send_message(char *buffer, size_t size, size_t count, void *pointer) {
    struct ccurl_mail *mail = pointer;
    size_t room = size * count, left = mail->count - mail->sent;
    size_t part = left < room ? left : room;
    if (part) memcpy(buffer, mail->bytes + mail->sent, part);
    mail->sent += part;
    return part;
}

static int overhear(CURL *easy, curl_infotype type, char *bytes, size_t count, void *pointer) {
    (void)easy;
    struct ccurl_mail *mail = pointer;
    if (type == CURLINFO_HEADER_IN || type == CURLINFO_HEADER_OUT)
        mail->said(mail->context, type == CURLINFO_HEADER_IN, (const uint8_t *)bytes, count);
    return 0;
}

CURLcode ccurl_set_mail(CURL *easy, struct ccurl_mail *mail) {
    CURLcode results[] = {
        curl.easy_setopt(easy, CURLOPT_READFUNCTION, send_message),
        curl.easy_setopt(easy, CURLOPT_READDATA, mail),
        curl.easy_setopt(easy, CURLOPT_INFILESIZE_LARGE, (curl_off_t)mail->count),
        curl.easy_setopt(easy, CURLOPT_UPLOAD, 1L),
        curl.easy_setopt(easy, CURLOPT_DEBUGFUNCTION, overhear),
        curl.easy_setopt(easy, CURLOPT_DEBUGDATA, mail),
        curl.easy_setopt(easy, CURLOPT_VERBOSE, 1L),
        curl.easy_setopt(easy, RCPT_ALLOWFAILS, 1L),
    };
    for (size_t i = 0; i < sizeof results / sizeof *results; i++)
        if (results[i] != CURLE_OK) return results[i];
    return CURLE_OK;
}

CURLcode ccurl_set_context(CURL *easy, void *context) {
    return curl.easy_setopt(easy, CURLOPT_PRIVATE, context);
}

void *ccurl_context(CURL *easy) {
    char *context = NULL;
    curl.easy_getinfo(easy, CURLINFO_PRIVATE, &context);
    return context;
}

long ccurl_long(CURL *easy, CURLINFO what) {
    long value = 0;
    return curl.easy_getinfo(easy, what, &value) == CURLE_OK ? value : 0;
}

const char *ccurl_string(CURL *easy, CURLINFO what) {
    char *value = NULL;
    return curl.easy_getinfo(easy, what, &value) == CURLE_OK ? value : NULL;
}

struct curl_slist *ccurl_list_append(struct curl_slist *list, const char *line) {
    return curl.slist_append(list, line);
}

void ccurl_list_free(struct curl_slist *list) { curl.slist_free_all(list); }

CURLM *ccurl_multi_init(void) { return curl.multi_init(); }
void ccurl_multi_cleanup(CURLM *multi) { curl.multi_cleanup(multi); }
const char *ccurl_multi_strerror(CURLMcode result) { return curl.multi_strerror(result); }

CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl.multi_setopt(multi, option, value);
}

CURLMcode ccurl_multi_add(CURLM *multi, CURL *easy) { return curl.multi_add_handle(multi, easy); }

CURLMcode ccurl_multi_remove(CURLM *multi, CURL *easy) {
    return curl.multi_remove_handle(multi, easy);
}

CURLMcode ccurl_multi_perform(CURLM *multi) {
    int running = 0;
    return curl.multi_perform(multi, &running);
}

CURLMcode ccurl_multi_poll(CURLM *multi, int milliseconds) {
    return curl.multi_poll(multi, NULL, 0, milliseconds, NULL);
}

CURLMcode ccurl_multi_wakeup(CURLM *multi) { return curl.multi_wakeup(multi); }

bool ccurl_multi_next_done(CURLM *multi, CURL **easy, CURLcode *result) {
    int left = 0;
    for (CURLMsg *message; (message = curl.multi_info_read(multi, &left));) {
        if (message->msg != CURLMSG_DONE) continue;
        *easy = message->easy_handle;
        *result = message->data.result;
        return true;
    }
    return false;
}

CURLU *ccurl_url(void) { return curl.url(); }
void ccurl_url_cleanup(CURLU *url) { curl.url_cleanup(url); }

CURLUcode ccurl_url_set(CURLU *url, CURLUPart part, const char *value, unsigned flags) {
    return curl.url_set(url, part, value, flags);
}

char *ccurl_url_part(CURLU *url, CURLUPart part, unsigned flags) {
    char *text = NULL;
    return curl.url_get(url, part, &text, flags) == CURLUE_OK ? text : NULL;
}

const char *ccurl_url_strerror(CURLUcode result) { return curl.url_strerror(result); }
void ccurl_free(void *text) { curl.free(text); }
