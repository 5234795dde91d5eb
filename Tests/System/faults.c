/* Faults on demand, for the system tests: loaded before libc (LD_PRELOAD), it fails writes to the files below
 * $FAULT_PATH, sets the clock, and takes the place of name look-up, as the numbers in $FAULT_CONTROL say.
 *
 * The file of numbers is mapped, so that the test changes them while the program runs. See faults.py for them. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { CLOCK_OFFSET, WRITES, FAIL_FROM, FAIL_COUNT, FAIL_ERROR, NAMES, LIE, NUMBERS };
enum { NAMES_REAL, NAMES_DOWN, NAMES_LOCAL, NAMES_HANG };

static volatile int64_t nothing[NUMBERS];
static volatile int64_t *control = nothing;
static const char *folder;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("FAULT_CONTROL");
    folder = getenv("FAULT_PATH");
    if (!path) return;
    int file = syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0);
    if (file < 0) return;
    void *map = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (map != MAP_FAILED) control = map;
    close(file);
}

/* Whether this operation on `file` is to fail; errno is set then. */
static int fails(int file) {
    char link[32], path[4096];
    if (!folder) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path);
    if (length < (ssize_t)strlen(folder) || strncmp(path, folder, strlen(folder))) return 0;
    int64_t number = __sync_add_and_fetch(&control[WRITES], 1);
    int64_t from = control[FAIL_FROM];
    if (from == 0 || number < from || number >= from + control[FAIL_COUNT]) return 0;
    errno = control[FAIL_ERROR];
    return 1;
}

#define GUARDED(type, name, parameters, call)            \
    type name parameters {                               \
        if (fails(file)) return -1;                      \
        return syscall call;                             \
    }

GUARDED(ssize_t, write, (int file, const void *bytes, size_t count), (SYS_write, file, bytes, count))
GUARDED(ssize_t, pwrite, (int file, const void *bytes, size_t count, off_t at), (SYS_pwrite64, file, bytes, count, at))
GUARDED(ssize_t, pwrite64, (int file, const void *bytes, size_t count, off_t at), (SYS_pwrite64, file, bytes, count, at))
GUARDED(int, ftruncate, (int file, off_t length), (SYS_ftruncate, file, length))
GUARDED(int, ftruncate64, (int file, off_t length), (SYS_ftruncate, file, length))
GUARDED(int, fallocate, (int file, int mode, off_t at, off_t length), (SYS_fallocate, file, mode, at, length))
GUARDED(int, fallocate64, (int file, int mode, off_t at, off_t length), (SYS_fallocate, file, mode, at, length))

int fsync(int file) {
    if (fails(file)) return -1;
    return control[LIE] ? 0 : syscall(SYS_fsync, file);
}

int fdatasync(int file) {
    if (fails(file)) return -1;
    return control[LIE] ? 0 : syscall(SYS_fdatasync, file);
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    int result = syscall(SYS_clock_gettime, clock, now);
    if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) now->tv_sec += control[CLOCK_OFFSET];
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    int result = syscall(SYS_gettimeofday, now, zone);
    now->tv_sec += control[CLOCK_OFFSET];
    return result;
}

time_t time(time_t *out) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (out) *out = now.tv_sec;
    return now.tv_sec;
}

int getaddrinfo(const char *restrict name, const char *restrict service, const struct addrinfo *restrict hints,
                struct addrinfo **restrict result) {
    static int (*next)(const char *, const char *, const struct addrinfo *, struct addrinfo **);
    if (!next) *(void **)&next = dlsym(RTLD_NEXT, "getaddrinfo");
    int isNumber = name && strspn(name, "0123456789.:") == strlen(name);
    while (!isNumber && control[NAMES] == NAMES_HANG) usleep(50000);
    if (!isNumber && control[NAMES] == NAMES_DOWN) return EAI_AGAIN;
    if (!isNumber && control[NAMES] == NAMES_LOCAL) name = "127.0.0.1";
    return next(name, service, hints, result);
}
