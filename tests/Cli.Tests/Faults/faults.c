// Makes one operation on files fail, to see what the program does then. It is preloaded: the dynamic linker takes these functions before
// those of the C library. Only operations on paths below the folder of fault_arm count.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_int armed, count, at, code;
static char under[4096], only[64], failed[4200];

// Counts the operations from now on. The one with the number `number` fails with `error`; 0 makes all of the kind `kind` fail.
void fault_arm(const char *folder, const char *kind, int number, int error)
{
    snprintf(under, sizeof under, "%s", folder);
    snprintf(only, sizeof only, "%s", kind);
    failed[0] = 0;
    count = 0;
    at = number;
    code = error;
    armed = 1;
}

// Ends that, and gives the number of operations that there were.
int fault_disarm(void)
{
    armed = 0;
    return count;
}

// What failed: the kind and the path.
const char *fault_failed(void) { return failed; }

static int fails(const char *kind, const char *path)
{
    if (!armed || !path || !strstr(path, under) || (only[0] && strcmp(only, kind)))
        return 0;
    int number = ++count;
    if (at && number != at)
        return 0;
    snprintf(failed, sizeof failed, "%s %s", kind, path);
    errno = code;
    return 1;
}

static int file_fails(const char *kind, int file)
{
    if (!armed)
        return 0;
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return fails(kind, path);
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define MODE int mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, flags); mode = va_arg(list, int); va_end(list); }

#define OPEN(name) \
    int name(const char *path, int flags, ...) { MODE REAL(name); return fails("open", path) ? -1 : real(path, flags, mode); }
OPEN(open)
OPEN(open64)

#define ON_PATH(name, kind) int name(const char *path) { REAL(name); return fails(kind, path) ? -1 : real(path); }
ON_PATH(unlink, "unlink")
ON_PATH(rmdir, "rmdir")

int mkdir(const char *path, mode_t mode) { REAL(mkdir); return fails("mkdir", path) ? -1 : real(path, mode); }
int rename(const char *from, const char *to) { REAL(rename); return fails("rename", from) ? -1 : real(from, to); }
DIR *opendir(const char *path) { REAL(opendir); return fails("opendir", path) ? NULL : real(path); }
int fsync(int file) { REAL(fsync); return file_fails("fsync", file) ? -1 : real(file); }
ssize_t write(int file, const void *data, size_t size) { REAL(write); return file_fails("write", file) ? -1 : real(file, data, size); }

#define WRITE_AT(name, offset_type) \
    ssize_t name(int file, const void *data, size_t size, offset_type offset) { REAL(name); return file_fails("write", file) ? -1 : real(file, data, size, offset); }
WRITE_AT(pwrite, off_t)
WRITE_AT(pwrite64, off64_t)

#define READ_AT(name, offset_type) \
    ssize_t name(int file, void *data, size_t size, offset_type offset) { REAL(name); return file_fails("read", file) ? -1 : real(file, data, size, offset); }
READ_AT(pread, off_t)
READ_AT(pread64, off64_t)
