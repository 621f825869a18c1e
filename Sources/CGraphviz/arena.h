#pragma once
#include <graphviz/gvc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>

// Memory for libcgraph's graphs, one region for each graph.
//
// The engine fdp compares addresses of nodes to choose between equal layouts. With addresses that rise in the order of creation, as here,
// the same graph gets the same layout each time. Closing a graph gives its region back.

/// One graph's memory: a region of addresses, of which the system provides pages as they are touched.
typedef struct {
  char *base;
  size_t used, size;
} shim_arena;

static inline void *shim_arena_open(Agdisc_t *disciplines) {
  (void)disciplines;
  shim_arena *arena = malloc(sizeof *arena);
  if (!arena) abort();
  arena->used = 0;
  arena->base = MAP_FAILED;
  // Where the address space is limited, most of it is left to what layouts allocate, and to graphs that they open beside.
  struct rlimit space;
  size_t largest = (size_t)64 << 30;
  if (getrlimit(RLIMIT_AS, &space) == 0 && space.rlim_cur / 8 < largest) largest = (size_t)(space.rlim_cur / 8);
  for (arena->size = largest & ~(size_t)4095; arena->base == MAP_FAILED; arena->size /= 2) {
    if (arena->size < ((size_t)1 << 20)) abort();
    arena->base = mmap(NULL, arena->size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (arena->base != MAP_FAILED) break;
  }
  return arena;
}

static inline void *shim_arena_allocate(void *state, size_t size) {
  shim_arena *arena = state;
  size_t rounded = (size + 15) & ~(size_t)15;
  if (rounded < size || rounded > arena->size - arena->used) return NULL;
  void *memory = arena->base + arena->used;
  arena->used += rounded;
  return memory;
}

static inline void *shim_arena_resize(void *state, void *memory, size_t old_size, size_t size) {
  void *moved = shim_arena_allocate(state, size);
  if (moved && memory) memcpy(moved, memory, old_size < size ? old_size : size);
  return moved;
}

/// Only freeing the first piece does something: libcgraph asks for it when a graph is opened and frees it last, so the region goes with it.
/// A few dictionaries are made without a graph and freed with one: these come from `malloc`.
static inline void shim_arena_free(void *state, void *memory) {
  shim_arena *arena = state;
  uintptr_t offset = (uintptr_t)memory - (uintptr_t)arena->base;
  if (offset >= arena->size) free(memory);
  if (offset != 0) return;
  munmap(arena->base, arena->size);
  free(arena);
}

/// Gives every graph that is opened from now on, also by layout engines, a region of its own. To be called once, before the first graph.
static inline void shim_use_arenas(void) {
  AgMemDisc.open = shim_arena_open;
  AgMemDisc.alloc = shim_arena_allocate;
  AgMemDisc.resize = shim_arena_resize;
  AgMemDisc.free = shim_arena_free;
  AgMemDisc.close = NULL; // with a function here, libcgraph would not free what it allocates elsewhere
}
