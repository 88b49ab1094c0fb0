/*
 * Runs a .NET program of IL with a runtime for which there is no ready host:
 * host RUNTIME-LIBRARIES RUNTIME-ASSEMBLIES PROGRAM-FOLDER PROGRAM [ARGUMENT...]
 */
#include <dirent.h>
#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of coreclrhost.h, the runtime's own interface for hosts. */
typedef int (*coreclr_initialize)(const char *exe_path, const char *domain, int count, const char **keys, const char **values, void **host, unsigned *id);
typedef int (*coreclr_execute_assembly)(void *host, unsigned id, int argc, const char **argv, const char *assembly, unsigned *exit_code);

static char assemblies[1 << 20];

static void add_assemblies(const char *folder)
{
    DIR *entries = opendir(folder);
    for (struct dirent *entry; entries != NULL && (entry = readdir(entries)) != NULL;) {
        const char *extension = strrchr(entry->d_name, '.');
        if (extension != NULL && strcmp(extension, ".dll") == 0) {
            size_t used = strlen(assemblies);
            snprintf(assemblies + used, sizeof assemblies - used, "%s/%s:", folder, entry->d_name);
        }
    }

    if (entries != NULL) {
        closedir(entries);
    }
}

static void *symbol(void *library, const char *name)
{
    void *found = library == NULL ? NULL : dlsym(library, name);
    if (found == NULL) {
        fprintf(stderr, "%s\n", dlerror());
        exit(1);
    }

    return found;
}

int main(int argc, const char **argv)
{
    if (argc < 5) {
        fprintf(stderr, "Usage: %s RUNTIME-LIBRARIES RUNTIME-ASSEMBLIES PROGRAM-FOLDER PROGRAM [ARGUMENT...]\n", argv[0]);
        return 2;
    }

    char coreclr[PATH_MAX], program[PATH_MAX];
    snprintf(coreclr, sizeof coreclr, "%s/libcoreclr.so", argv[1]);
    snprintf(program, sizeof program, "%s/%s.dll", argv[3], argv[4]);
    add_assemblies(argv[1]);
    add_assemblies(argv[2]);
    add_assemblies(argv[3]);

    const char *keys[] = {"TRUSTED_PLATFORM_ASSEMBLIES", "NATIVE_DLL_SEARCH_DIRECTORIES", "System.Globalization.Invariant"};
    const char *values[] = {assemblies, argv[1], "true"};
    void *library = dlopen(coreclr, RTLD_NOW), *host;
    unsigned id, exit_code;
    int error = ((coreclr_initialize)symbol(library, "coreclr_initialize"))(argv[0], argv[4], 3, keys, values, &host, &id);
    if (error >= 0) {
        error = ((coreclr_execute_assembly)symbol(library, "coreclr_execute_assembly"))(host, id, argc - 5, argv + 5, program, &exit_code);
    }

    if (error < 0) {
        fprintf(stderr, "%s: the runtime says %08x.\n", program, (unsigned)error);
        return 1;
    }

    return (int)exit_code;
}
