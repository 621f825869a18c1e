// Searches of bytes, 64 at a time: what Swift's vectors cannot yet be turned into with few instructions.

#pragma once
#include <malloc.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

// What `find_fields` found: how many ends of fields, and how many of them are newlines.
struct fields_found {
  uintptr_t ends;
  uintptr_t newlines;
};

// Finds the ends of fields - separators and newlines outside quotes - among the bytes at offsets `from` to `to`, and
// writes where the next field starts: the offset behind each. Quotes are in order and none is open at `from`.
//
// 64 bytes can be read from each offset below `to`, and `starts` has room for sixteen entries more than there are bytes.
// `uses_wide`: whether wide instructions are used where the processor has them, which changes nothing but the time.
struct fields_found find_fields(
    const void *bytes, uint32_t from, uint32_t to, uint8_t separator, uint8_t quote, bool has_quotes,
    uint32_t *starts, bool uses_wide);

// What `check_quotes` found.
struct quotes_found {
  // Whether each quote opens a field, closes one or is doubled within one.
  bool are_in_order;
  // Whether the bytes end within quotes.
  bool is_open;
  // Offset behind the last newline outside quotes; `from` when there is none.
  uintptr_t border;
};

// Checks the quotes among the bytes at offsets `from` to `to`, the first of which starts a row. What would have to follow
// the last byte is not missed. 64 bytes can be read from each offset below `to`.
struct quotes_found check_quotes(
    const void *bytes, uintptr_t from, uintptr_t to, uint8_t separator, uint8_t quote);

// How many of `count` bytes are `byte`.
uintptr_t count_bytes(const void *bytes, uintptr_t count, uint8_t byte);

// Whether among `count` bytes there is a carriage return that no newline follows. 64 bytes more can be read.
bool has_lone_return(const void *bytes, uintptr_t count);

// What `survey_bytes` finds.
enum { BYTES_HAVE_HIGH_BITS = 1, BYTES_HAVE_FIRST = 2, BYTES_HAVE_SECOND = 4, BYTES_HAVE_NUL = 8 };

// Which of these there are among `count` bytes: bytes from 0x80 on, `first`, `second`, NUL.
uint32_t survey_bytes(const void *bytes, uintptr_t count, uint8_t first, uint8_t second, bool uses_wide);

// MARK: Words

// The first eight bytes of a text as a word, the first in the lowest place, zeros where it is shorter. Eight bytes can
// be read.
static inline uint64_t first_word(const void *bytes, uintptr_t length) {
  static const uint64_t masks[9] = {
    0x0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF,
  };
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word & masks[length < 8 ? length : 8];
}

// MARK: Memory

// Has the processor fetch the line of an address that will soon be written to. Any address will do.
static inline void prefetch_for_writing(const void *address) { __builtin_prefetch(address, 1); }

// Has the allocator take what has at least `size` bytes from the system, and give it back, piece by piece.
static inline void map_allocations_from(int size) { mallopt(M_MMAP_THRESHOLD, size); }
