#pragma once
#include "arena.h"
#include <graphviz/gvc.h>
#include <locale.h>
#include <stdint.h>
#include <stdlib.h>

// What Swift cannot call as it stands: macros, `char *` parameters that are only read, and the thread's locale.

/// Makes the decimal point of the calling thread a point and returns the locale to go back to.
static inline locale_t shim_enter_neutral_locale(void) {
  locale_t base = duplocale(uselocale((locale_t)0));
  locale_t neutral = base ? newlocale(LC_NUMERIC_MASK, "C", base) : (locale_t)0;
  return neutral ? uselocale(neutral) : (locale_t)0;
}

/// Goes back to the locale that `shim_enter_neutral_locale` returned.
static inline void shim_leave_neutral_locale(locale_t previous) {
  if (!previous) return;
  locale_t neutral = uselocale(previous);
  if (neutral && neutral != LC_GLOBAL_LOCALE) freelocale(neutral);
}

/// Fills in how graphs are read: from `read`, otherwise as libcgraph does.
static inline void shim_prepare_disciplines(Agdisc_t *disciplines, Agiodisc_t *input,
                                            int (*read)(void *channel, char *buffer, int size)) {
  *input = AgIoDisc;
  input->afread = read;
  *disciplines = AgDefaultDisc;
  disciplines->io = input;
}

/// Starts the two generators of the C library over, from which layouts draw without always starting them themselves.
static inline void shim_seed(void) {
  srand(1);
  srand48(1);
}

/// Sets the value of an attribute for every object of a kind in a graph that has none of its own.
static inline void shim_set_default(Agraph_t *graph, int kind, const char *name, const char *value) {
  agattr(graph, kind, (char *)name, (char *)value);
}

/// Returns the attribute after `previous` (NULL for the first) that is declared for a kind of object; NULL after the last.
static inline Agsym_t *shim_next_attribute(Agraph_t *graph, int kind, Agsym_t *previous) {
  return agnxtattr(graph, kind, previous);
}

/// Replaces the value of an attribute of a graph, node or edge by an empty one.
static inline void shim_clear(void *object, Agsym_t *attribute) { agxset(object, attribute, (char *)""); }

/// Width of a picture after layout, in points, as the renderers draw it without margins.
static inline double shim_width(Agraph_t *graph) { return GD_bb(graph).UR.x - GD_bb(graph).LL.x; }

/// Height of a picture after layout, in points, as the renderers draw it without margins.
static inline double shim_height(Agraph_t *graph) { return GD_bb(graph).UR.y - GD_bb(graph).LL.y; }

/// The greatest width the graph's `size` attribute allows, in points; 0 without one.
static inline double shim_size_width(Agraph_t *graph) { return GD_drawing(graph)->size.x; }

/// The greatest height the graph's `size` attribute allows, in points; 0 without one.
static inline double shim_size_height(Agraph_t *graph) { return GD_drawing(graph)->size.y; }

/// Whether `size` also enlarges a smaller picture.
static inline int shim_size_enlarges(Agraph_t *graph) { return GD_drawing(graph)->filled; }

/// Position of a node or edge in the order of creation.
static inline uint64_t shim_sequence(void *object) { return AGSEQ(object); }

/// Tail of an edge.
static inline Agnode_t *shim_tail(Agedge_t *edge) { return agtail(edge); }

/// Head of an edge.
static inline Agnode_t *shim_head(Agedge_t *edge) { return aghead(edge); }

/// Place of a node's center after layout, in points from the left.
static inline double shim_node_x(Agnode_t *node) { return ND_coord(node).x; }

/// Place of a node's center after layout, in points from the bottom.
static inline double shim_node_y(Agnode_t *node) { return ND_coord(node).y; }

/// Frees what Graphviz allocated for its caller.
static inline void shim_free(void *memory) { free(memory); }
