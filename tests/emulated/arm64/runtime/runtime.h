/*
 * The smallest runtime that a program compiled ahead of time needs: one thread, no collection, no exceptions. What it has not ends the program
 * with its name. The names and layouts are those that the ahead-of-time compiler and its class library ask for.
 */
#pragma once
#include <stddef.h>
#include <stdint.h>

/* A type, as far as it matters here: the low 16 bits of flags are the size of an array's element. */
typedef struct {
    uint32_t flags;
    uint32_t base_size;
} Type;

typedef struct {
    Type *type;
    uint32_t length; /* of an array or a string */
} Object;

_Noreturn void fatal(const char *what);
