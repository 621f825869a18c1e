// The vectors are those of the compiler, which knows each processor's instructions. On x86-64 a search exists for all
// processors and for those with AVX2; which one this is, is asked once a call.

#include "byte_scanning.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#define ALWAYS_INLINE static inline __attribute__((always_inline))

typedef uint8_t bytes64 __attribute__((vector_size(64), aligned(1)));
typedef bool bits64 __attribute__((ext_vector_type(64)));

// One bit for each lane, the first in the lowest place: set where the lane is not 0.
ALWAYS_INLINE uint64_t mask_of_lanes(const bytes64 *lanes) {
  const bits64 bits = __builtin_convertvector(*lanes, bits64);
  uint64_t mask;
  memcpy(&mask, &bits, sizeof mask);
  return mask;
}

// Which of the 64 bytes from `bytes` on are `byte`.
ALWAYS_INLINE uint64_t mask_of(const uint8_t *bytes, uint8_t byte) {
  bytes64 vector;
  memcpy(&vector, bytes, sizeof vector);
  vector = (bytes64)(vector == byte);
  return mask_of_lanes(&vector);
}

// Which of 64 bytes lie within quotes, the opening one included, given which of them are quotes. Of a doubled quote the
// first closes and the second opens. `carried` is all ones where the bytes before end within quotes.
ALWAYS_INLINE uint64_t mask_inside(uint64_t quotes, uint64_t *carried) {
  // Each bit becomes the parity of the quotes up to it.
  uint64_t inside = quotes;
  for (int shift = 1; shift < 64; shift <<= 1) inside ^= inside << shift;
  inside ^= *carried;
  *carried = (uint64_t)((int64_t)inside >> 63);
  return inside;
}

// The first `count` of 64 bits.
ALWAYS_INLINE uint64_t first_bits(uint64_t count) { return count < 64 ? ((uint64_t)1 << count) - 1 : ~(uint64_t)0; }

// MARK: Fields

// Writes the offset behind each of 64 bytes that has its bit set in `ends`, and up to eight entries too many, which the
// next 64 bytes overwrite.
ALWAYS_INLINE void append_starts(uint64_t ends, uint32_t offset, uint32_t *starts) {
  while (ends != 0) {
#pragma clang loop unroll(full)
    for (int i = 0; i < 8; i++) {
      starts[i] = offset + 1 + (uint32_t)__builtin_ctzll(ends);
      ends &= ends - 1;
    }
    starts += 8;
  }
}

ALWAYS_INLINE struct fields_found find_fields_as(
    const uint8_t *bytes, uint32_t from, uint32_t to, uint8_t separator, uint8_t quote, bool has_quotes,
    uint32_t *starts) {
  struct fields_found found = {0, 0};
  uint64_t carried = 0;
  for (uint32_t offset = from; offset < to; offset += 64) {
    const uint64_t newlines = mask_of(bytes + offset, '\n');
    uint64_t ends = newlines | mask_of(bytes + offset, separator);
    uint64_t valid = first_bits(to - offset);
    if (has_quotes) valid &= ~mask_inside(mask_of(bytes + offset, quote), &carried);
    ends &= valid;
    append_starts(ends, offset, starts + found.ends);
    found.newlines += (uintptr_t)__builtin_popcountll(newlines & valid);
    found.ends += (uintptr_t)__builtin_popcountll(ends);
  }
  return found;
}

// MARK: Quotes

ALWAYS_INLINE struct quotes_found check_quotes_as(
    const uint8_t *bytes, uintptr_t from, uintptr_t to, uint8_t separator, uint8_t quote) {
  struct quotes_found found = {true, false, from};
  uint64_t carried = 0, strange = 0;
  // Of the byte before: whether a field can start behind it, whether it closes one, whether it is a carriage return
  // behind a closing quote.
  uint64_t starts = 1, closes = 0, returns = 0;
  for (uintptr_t offset = from; offset < to; offset += 64) {
    const uint64_t valid = first_bits(to - offset);
    const uint64_t newlines = mask_of(bytes + offset, '\n') & valid;
    const uint64_t ends = (newlines | mask_of(bytes + offset, separator)) & valid;
    const uint64_t quotes = mask_of(bytes + offset, quote) & valid;
    const uint64_t inside = mask_inside(quotes, &carried);
    const uint64_t opening = quotes & inside, closing = quotes & ~inside;
    const uint64_t after_closing = (closing << 1 | closes) & valid;
    const uint64_t returning = after_closing & mask_of(bytes + offset, '\r');
    strange |= opening & ~((ends | quotes) << 1 | starts);
    strange |= after_closing & ~(ends | quotes | returning);
    strange |= (returning << 1 | returns) & valid & ~newlines;
    starts = (ends | quotes) >> 63;
    closes = closing >> 63;
    returns = returning >> 63;
    const uint64_t borders = newlines & ~inside;
    if (borders != 0) found.border = offset + 64 - (uintptr_t)__builtin_clzll(borders);
  }
  found.are_in_order = strange == 0;
  found.is_open = carried != 0;
  return found;
}

// MARK: Survey

ALWAYS_INLINE uint32_t survey_bytes_as(const uint8_t *bytes, uintptr_t count, uint8_t first, uint8_t second) {
  uint32_t found = 0;
  uintptr_t i = 0;
  bytes64 all = {0}, firsts = {0}, seconds = {0}, nuls = {0};
  for (; i + 64 <= count; i += 64) {
    bytes64 vector;
    memcpy(&vector, bytes + i, sizeof vector);
    all |= vector;
    firsts |= (bytes64)(vector == first);
    seconds |= (bytes64)(vector == second);
    nuls |= (bytes64)(vector == 0);
  }
  all = (bytes64)(all >= 0x80);
  if (mask_of_lanes(&all) != 0) found |= BYTES_HAVE_HIGH_BITS;
  if (mask_of_lanes(&firsts) != 0) found |= BYTES_HAVE_FIRST;
  if (mask_of_lanes(&seconds) != 0) found |= BYTES_HAVE_SECOND;
  if (mask_of_lanes(&nuls) != 0) found |= BYTES_HAVE_NUL;
  for (; i < count; i++) {
    if (bytes[i] >= 0x80) found |= BYTES_HAVE_HIGH_BITS;
    if (bytes[i] == first) found |= BYTES_HAVE_FIRST;
    if (bytes[i] == second) found |= BYTES_HAVE_SECOND;
    if (bytes[i] == 0) found |= BYTES_HAVE_NUL;
  }
  return found;
}

// MARK: Line ends

ALWAYS_INLINE bool has_lone_return_as(const uint8_t *bytes, uintptr_t count) {
  uint64_t alone = 0;
  for (uintptr_t offset = 0; offset < count; offset += 64)
    alone |= mask_of(bytes + offset, '\r') & ~mask_of(bytes + offset + 1, '\n') & first_bits(count - offset);
  return alone != 0;
}

// MARK: Choice of the processor's instructions

// What AVX2 gains: touchpoints of a generated log of a million touches take 1,530 million instructions with it and 1,655
// without, 2,312 and 2,505 where every field is in quotes (callgrind, one thread). Of user time, ten million take 1.66 and
// 1.67 s, a million in quotes 0.228 and 0.236 s (least of 9 and 21 runs in turns, AMD EPYC, shared machine).
#if defined(__x86_64__)
#define WITH_AVX2 static __attribute__((target("avx2,bmi,popcnt")))

WITH_AVX2 struct fields_found find_fields_avx2(
    const uint8_t *bytes, uint32_t from, uint32_t to, uint8_t separator, uint8_t quote, bool has_quotes,
    uint32_t *starts) {
  if (has_quotes) return find_fields_as(bytes, from, to, separator, quote, true, starts);
  return find_fields_as(bytes, from, to, separator, quote, false, starts);
}

WITH_AVX2 struct quotes_found check_quotes_avx2(
    const uint8_t *bytes, uintptr_t from, uintptr_t to, uint8_t separator, uint8_t quote) {
  return check_quotes_as(bytes, from, to, separator, quote);
}

WITH_AVX2 uint32_t survey_bytes_avx2(const uint8_t *bytes, uintptr_t count, uint8_t first, uint8_t second) {
  return survey_bytes_as(bytes, count, first, second);
}

WITH_AVX2 bool has_lone_return_avx2(const uint8_t *bytes, uintptr_t count) { return has_lone_return_as(bytes, count); }

static inline bool has_avx2(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}
#endif

struct fields_found find_fields(
    const void *bytes, uint32_t from, uint32_t to, uint8_t separator, uint8_t quote, bool has_quotes,
    uint32_t *starts, bool uses_wide) {
#if defined(__x86_64__)
  if (uses_wide && has_avx2())
    return find_fields_avx2(bytes, from, to, separator, quote, has_quotes, starts);
#endif
  return find_fields_as(bytes, from, to, separator, quote, has_quotes, starts);
}

struct quotes_found check_quotes(
    const void *bytes, uintptr_t from, uintptr_t to, uint8_t separator, uint8_t quote) {
#if defined(__x86_64__)
  if (has_avx2()) return check_quotes_avx2(bytes, from, to, separator, quote);
#endif
  return check_quotes_as(bytes, from, to, separator, quote);
}

uintptr_t count_bytes(const void *bytes, uintptr_t count, uint8_t byte) {
  const uint8_t *next = (const uint8_t *)bytes;
  uintptr_t found = 0;
  for (uintptr_t i = 0; i < count; i++) found += next[i] == byte;
  return found;
}

uint32_t survey_bytes(const void *bytes, uintptr_t count, uint8_t first, uint8_t second, bool uses_wide) {
#if defined(__x86_64__)
  if (uses_wide && has_avx2()) return survey_bytes_avx2(bytes, count, first, second);
#endif
  return survey_bytes_as(bytes, count, first, second);
}

bool has_lone_return(const void *bytes, uintptr_t count) {
#if defined(__x86_64__)
  if (has_avx2()) return has_lone_return_avx2(bytes, count);
#endif
  return has_lone_return_as(bytes, count);
}
