/* One thread, and the little that a program that only writes asks of the operating system. */
#define _DEFAULT_SOURCE
#include "runtime.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { PIPE = 0010000, STATUS_SIZE = 96, PAL_ANONYMOUS = 0x10 };

int32_t RhpTrapThreads;
uintptr_t __security_cookie = 1;

void *RhGetThreadStaticStorage(void)
{
    static void *storage;
    return &storage;
}

void RhRegisterInlinedThreadStaticRoot(void *root, void *module) {}
void RhSetThreadExitCallback(void *callback) {}
void RhpSetThreadDoNotTriggerGC(void) {}
void RhSpinWait(int count) {}
int RhYield(void) { return 0; }
uint64_t RhCurrentOSThreadId(void) { return 1; }
int RhGetProcessCpuCount(void) { return 1; }
int SystemNative_SchedGetCpu(void) { return 0; }

void RhGetCurrentThreadStackBounds(char **low, char **high)
{
    char *here = __builtin_frame_address(0);
    *low = here - (4 << 20);
    *high = here + (1 << 20);
}

int RhGetKnobValues(void **names, void **values)
{
    *names = *values = NULL;
    return 0;
}

void *RhGetCrashInfoBuffer(int *size)
{
    static char buffer[1024];
    *size = sizeof buffer;
    return buffer;
}

void *SystemNative_LowLevelMonitor_Create(void) { return &RhpTrapThreads; }
void SystemNative_LowLevelMonitor_Destroy(void *monitor) {}
void SystemNative_LowLevelMonitor_Acquire(void *monitor) {}
void SystemNative_LowLevelMonitor_Release(void *monitor) {}
void SystemNative_LowLevelMonitor_Signal_Release(void *monitor) {}

uint64_t SystemNative_GetTimestamp(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

uint64_t RhpGetTickCount64(void) { return SystemNative_GetTimestamp() / 1000000; }
int64_t SystemNative_GetSystemTimeAsTicks(void) { return 0; }
void SystemNative_GetNonCryptographicallySecureRandomBytes(uint8_t *bytes, int32_t count) { memset(bytes, 37, (size_t)count); }

void *SystemNative_Malloc(size_t size) { return malloc(size > 0 ? size : 1); }
void SystemNative_Free(void *memory) { free(memory); }
void *SystemNative_AlignedAlloc(size_t alignment, size_t size) { return aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment); }
int SystemNative_MUnmap(void *start, uint64_t size) { return munmap(start, size); }
int SystemNative_MProtect(void *start, uint64_t size, int protection) { return mprotect(start, size, protection); }

void *SystemNative_MMap(void *start, uint64_t size, int protection, int flags, intptr_t file, int64_t offset)
{
    void *memory = mmap(start, size, protection, (flags & 3) | (flags & PAL_ANONYMOUS ? MAP_ANONYMOUS : 0), (int)file, offset);
    return memory == MAP_FAILED ? NULL : memory;
}

char *SystemNative_GetEnv(const char *name) { return getenv(name); }
int SystemNative_GetErrNo(void) { return errno; }
void SystemNative_SetErrNo(int error) { errno = error; }
int32_t SystemNative_Write(intptr_t file, const void *bytes, int32_t count) { return (int32_t)write((int)file, bytes, (size_t)count); }
void SystemNative_LogError(const void *bytes, int32_t count) { SystemNative_Write(STDERR_FILENO, bytes, count); }
intptr_t SystemNative_Dup(intptr_t file) { return dup((int)file); }
int32_t SystemNative_Close(intptr_t file) { return close((int)file); }
int32_t SystemNative_IsATty(intptr_t file) { return 0; }

/* Whatever the output is, it is written to as to a pipe. */
int32_t SystemNative_FStat(intptr_t file, int32_t *status)
{
    memset(status, 0, STATUS_SIZE);
    status[1] = PIPE;
    return 0;
}

int32_t SystemNative_InitializeTerminalAndSignalHandling(void) { return 1; }
void SystemNative_SetKeypadXmit(intptr_t file, const char *text) {}
void SystemNative_SetTerminalInvalidationHandler(void *handler) {}
