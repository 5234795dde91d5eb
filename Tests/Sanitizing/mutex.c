// Tells the thread sanitizer of locks that it can't see: `make test-sanitize` loads this before the tests.
//
// Swift's Mutex waits inside its library, which is not built for the sanitizer; who comes after a wait would
// seem to have no order with who was there before. The library's own functions do the work (LinuxImpl.swift of
// the Synchronization module), and are found by their names.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"
#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *self

// Only programs that were built for the sanitizer have them.
__attribute__((weak)) void __tsan_acquire(void *);
__attribute__((weak)) void __tsan_release(void *);

static void *original(const char *name) {
    void *found = dlsym(RTLD_NEXT, name);
    if (!found) abort();
    return found;
}

SWIFT void lock_slow(uint32_t thread, SELF) __asm__(LOCK);
SWIFT void lock_slow(uint32_t thread, SELF) {
    static SWIFT void (*_Atomic function)(uint32_t, SELF);
    if (!function) function = (SWIFT void (*)(uint32_t, SELF))original(LOCK);
    function(thread, self);
    if (__tsan_acquire) __tsan_acquire(self);
}

SWIFT void unlock_slow(SELF) __asm__(UNLOCK);
SWIFT void unlock_slow(SELF) {
    static SWIFT void (*_Atomic function)(SELF);
    if (!function) function = (SWIFT void (*)(SELF))original(UNLOCK);
    if (__tsan_release) __tsan_release(self);
    function(self);
}
