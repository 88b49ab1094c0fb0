/* The compiled module, its sections, and main. */
#include "runtime.h"
#include <stdio.h>
#include <stdlib.h>

enum { HAS_END = 1, FIRST_BLOB = 300, CLASS_LIBRARY_FUNCTIONS = 14 };

typedef struct {
    int32_t id, flags;
    char *start, *end;
} Section;

typedef struct {
    uint32_t signature;
    uint16_t major, minor;
    uint32_t flags;
    uint16_t count;
    uint8_t section_size, section_type;
    Section sections[];
} Header;

extern void *__start___modules[], *__stop___modules[];
extern void InitializeModules(void *system_module, void **headers, int count, void **functions, int function_count);
extern int __managed__Main(int argc, char **argv);

static void *const system_module = (void *)1;

void fatal(const char *what)
{
    fprintf(stderr, "This runtime has not: %s.\n", what);
    exit(3);
}

void RhpRegisterOsModule(void *module) {}
void *RhGetOSModuleFromPointer(void *pointer) { return system_module; }
void *RhGetCodeTarget(void *code) { return code; }
void *RhpCreateTypeManager(void *module, Header *header, void **functions, int count) { return header; }

int RhGetModuleFileName(void *module, const char **name)
{
    static const char path[] = "/fingerprints";
    *name = path;
    return sizeof path - 1;
}

void *RhpGetModuleSection(Header **header, int id, int *length)
{
    for (const Section *section = (*header)->sections; section < (*header)->sections + (*header)->count; section++) {
        if (section->id == id) {
            *length = section->flags & HAS_END ? (int)(section->end - section->start) : (int)sizeof(void *);
            return section->start;
        }
    }

    *length = 0;
    return NULL;
}

int RhFindBlob(Header **header, uint32_t id, void **blob, uint32_t *size)
{
    *blob = RhpGetModuleSection(header, FIRST_BLOB + (int)id, (int *)size);
    return *blob != NULL;
}

void RhpThrowEx(const Object *const *exception)
{
    const Object *message = exception[1];
    fprintf(stderr, "An exception: ");
    for (uint32_t i = 0; message != NULL && i < message->length; i++) {
        fputc(((const char *)message)[12 + 2 * i], stderr);
    }

    fatal("exceptions");
}

void RhpFallbackFailFast(void) { fatal("a way on"); }

int main(int argc, char **argv)
{
    static void *functions[CLASS_LIBRARY_FUNCTIONS];
    InitializeModules(system_module, __start___modules, (int)(__stop___modules - __start___modules), functions, CLASS_LIBRARY_FUNCTIONS);
    return __managed__Main(argc, argv);
}
