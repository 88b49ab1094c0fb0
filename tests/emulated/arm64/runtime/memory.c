/* Memory of objects, which nobody gives back, and handles on them. */
#include "runtime.h"
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { CHUNK = 64 << 20, OBJECT_HEADER = 8, STRING_BASE = 22 };

static char *next, *end;

static Object *allocate(Type *type, size_t size, uint32_t length)
{
    size = (size + 7) & ~(size_t)7;
    if (next == NULL || size > (size_t)(end - next)) {
        size_t chunk = size + CHUNK;
        next = mmap(NULL, chunk, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (next == MAP_FAILED) {
            fatal("more memory");
        }

        end = next + chunk;
        next += OBJECT_HEADER;
    }

    Object *object = (Object *)next;
    next += size;
    object->type = type;
    if (length > 0) {
        object->length = length;
    }

    return object;
}

Object *RhpNewFast(Type *type) { return allocate(type, type->base_size, 0); }
Object *RhpNewFinalizable(Type *type) { return RhpNewFast(type); }
Object *RhNewString(Type *type, int64_t length) { return allocate(type, STRING_BASE + 2 * (size_t)length, (uint32_t)length); }

Object *RhpNewArray(Type *type, int64_t length)
{
    if ((uint64_t)length > INT32_MAX) {
        fatal("an array of such a length");
    }

    return allocate(type, type->base_size + (size_t)length * (type->flags & 0xFFFF), (uint32_t)length);
}

void RhAllocateNewArray(Type *type, uint32_t length, uint32_t flags, Object **result) { *result = RhpNewArray(type, length); }
void RhAllocateNewObject(Type *type, uint32_t flags, Object **result) { *result = RhpNewFast(type); }
void *RhRegisterFrozenSegment(void *start, size_t allocated, size_t committed, size_t reserved) { return start; }
void RhUpdateFrozenSegment(void *segment, void *allocated, void *committed) {}
int RhGetGCDescSize(Type *type) { return 0; }

void RhpAssignRef(Object **to, Object *value) { *to = value; }
void RhBulkMoveWithWriteBarrier(void *to, const void *from, size_t size) { memmove(to, from, size); }
void *RhpGcSafeZeroMemory(void *to, size_t size) { return memset(to, 0, size); }

Object *RhpCheckedXchg(Object **to, Object *value)
{
    Object *before = *to;
    *to = value;
    return before;
}

Object *RhpCheckedLockCmpXchg(Object **to, Object *value, Object *comparand)
{
    Object *before = *to;
    *to = before == comparand ? value : before;
    return before;
}

/* A handle is the address of an object and of one that depends on it. Nothing is collected, so that a weak one is as good as a strong one. */
Object **RhpHandleAllocDependent(Object *primary, Object *secondary)
{
    Object **handle = calloc(2, sizeof *handle);
    handle[0] = primary;
    handle[1] = secondary;
    return handle;
}

Object **RhpHandleAlloc(Object *object, int kind) { return RhpHandleAllocDependent(object, NULL); }
void RhHandleSet(Object **handle, Object *object) { *handle = object; }
void RhHandleFree(Object **handle) { free(handle); }

Object *RhHandleGetDependent(Object **handle, Object **secondary)
{
    *secondary = handle[1];
    return handle[0];
}

void RhSuppressFinalize(Object *object) {}
int RhReRegisterForFinalize(Object *object) { return 1; }
void RhRegisterForGCReporting(void *registration) {}
void RhUnregisterForGCReporting(void *registration) {}
int RhGetGcCollectionCount(int generation, int special) { return 0; }
int RhGetMaxGcGeneration(void) { return 2; }
int RhGetGeneration(Object *object) { return 0; }
int64_t RhpGetGcTotalMemory(void) { return 0; }
