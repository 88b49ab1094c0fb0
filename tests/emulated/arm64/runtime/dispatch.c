/* Calls of interface methods: what to call is asked of the class library, and remembered. */
#include "runtime.h"
#include <string.h>

enum { INTERFACE_AND_SLOT = 0, VTABLE_OFFSET = 2, REMEMBERED = 1 << 16 };

/* Cells stand in rows that end with one without a stub, which says what the row's cells are. */
typedef struct {
    uintptr_t stub, content;
} Cell;

typedef struct {
    int32_t kind;
    Type *type;
    uint16_t slot;
    uint8_t has_cache;
    uint32_t token, offset;
} CellInfo;

extern void *RhpResolveInterfaceMethod(Object *object, Cell *cell);

void RhpGetDispatchCellInfo(Cell *cell, CellInfo *info)
{
    Cell *last = cell;
    while (last->stub != 0) {
        last++;
    }

    uintptr_t near = ((uintptr_t)&cell->content + (intptr_t)(int32_t)cell->content) & ~(uintptr_t)3;
    memset(info, 0, sizeof *info);
    info->kind = (int32_t)(last->content >> 16);
    if (info->kind == VTABLE_OFFSET) {
        info->offset = (uint32_t)cell->content >> 2;
        return;
    }

    if (info->kind != INTERFACE_AND_SLOT) {
        fatal("such a kind of interface call");
    }

    info->slot = (uint16_t)last->content;
    switch (cell->content & 3) {
    case 1: info->type = (Type *)(cell->content & ~(uintptr_t)3); break;
    case 2: info->type = *(Type **)near; break;
    case 3: info->type = (Type *)near; break;
    default: fatal("such a cell of an interface call");
    }
}

void *RhpSearchDispatchCellCache(Cell *cell, Type *type) { return NULL; }
void *RhpUpdateDispatchCellCache(Cell *cell, void *target, Type *type, CellInfo *info) { return target; }

/* Called by dispatch.S. */
void *resolve(Object *object, Cell *cell)
{
    static struct {
        Cell *cell;
        Type *type;
        void *target;
    } remembered[REMEMBERED];

    if (object == NULL) {
        fatal("exceptions, and an interface was called on null");
    }

    size_t at = ((uintptr_t)cell / sizeof(Cell) * 31 + (uintptr_t)object->type / sizeof(Type)) % REMEMBERED;
    if (remembered[at].cell != cell || remembered[at].type != object->type) {
        remembered[at].target = RhpResolveInterfaceMethod(object, cell);
        remembered[at].cell = cell;
        remembered[at].type = object->type;
    }

    return remembered[at].target;
}
