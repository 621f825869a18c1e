// The vectors are those of the compiler, which knows each processor's instructions. On x86-64 a search exists for all
// processors, for those with AVX2, and where it pays for those with AVX-512; which one this is, is asked once a call.

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

// Writes the offset behind each of 64 bytes that has its bit set in `ends`, and up to sixteen entries too many, which the
// next 64 bytes overwrite.
typedef void append_starts(uint64_t ends, uint32_t offset, uint32_t *starts);

ALWAYS_INLINE void append_starts_by_eight(uint64_t ends, uint32_t offset, uint32_t *starts) {
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
    uint32_t *starts, append_starts *append) {
  struct fields_found found = {0, 0};
  uint64_t carried = 0;
  for (uint32_t offset = from; offset < to; offset += 64) {
    const uint64_t newlines = mask_of(bytes + offset, '\n');
    uint64_t ends = newlines | mask_of(bytes + offset, separator);
    uint64_t valid = first_bits(to - offset);
    if (has_quotes) valid &= ~mask_inside(mask_of(bytes + offset, quote), &carried);
    ends &= valid;
    append(ends, offset, starts + found.ends);
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

// MARK: Choice of the processor's instructions

#if defined(__x86_64__)
#define WITH_AVX2 static __attribute__((target("avx2,bmi,popcnt")))

WITH_AVX2 struct fields_found find_fields_avx2(
    const uint8_t *bytes, uint32_t from, uint32_t to, uint8_t separator, uint8_t quote, bool has_quotes,
    uint32_t *starts) {
  if (has_quotes) return find_fields_as(bytes, from, to, separator, quote, true, starts, append_starts_by_eight);
  return find_fields_as(bytes, from, to, separator, quote, false, starts, append_starts_by_eight);
}

#define WITH_AVX512 static __attribute__((target("avx512f,avx512bw,avx512vbmi2,bmi,popcnt")))

// The numbers of the bits that are set are pressed together, and sixteen of them at a time become offsets.
WITH_AVX512 inline void append_starts_compressed(uint64_t ends, uint32_t offset, uint32_t *starts) {
  static const uint8_t numbers[64] = {
    1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
    23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44,
    45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64,
  };
  const __m512i found = _mm512_maskz_compress_epi8(ends, _mm512_loadu_si512(numbers));
  const __m512i base = _mm512_set1_epi32((int)offset);
  _mm512_storeu_si512(starts, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(found))));
  const int count = __builtin_popcountll(ends);
  if (__builtin_expect(count <= 16, true)) return;
  uint8_t rest[64];
  _mm512_storeu_si512(rest, found);
  for (int done = 16; done < count; done += 16) {
    const __m128i part = _mm_loadu_si128((const __m128i *)(rest + done));
    _mm512_storeu_si512(starts + done, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(part)));
  }
}

WITH_AVX512 struct fields_found find_fields_avx512(
    const uint8_t *bytes, uint32_t from, uint32_t to, uint8_t separator, uint8_t quote, bool has_quotes,
    uint32_t *starts) {
  if (has_quotes) return find_fields_as(bytes, from, to, separator, quote, true, starts, append_starts_compressed);
  return find_fields_as(bytes, from, to, separator, quote, false, starts, append_starts_compressed);
}

WITH_AVX2 struct quotes_found check_quotes_avx2(
    const uint8_t *bytes, uintptr_t from, uintptr_t to, uint8_t separator, uint8_t quote) {
  return check_quotes_as(bytes, from, to, separator, quote);
}

WITH_AVX2 uint32_t survey_bytes_avx2(const uint8_t *bytes, uintptr_t count, uint8_t first, uint8_t second) {
  return survey_bytes_as(bytes, count, first, second);
}

static inline bool has_avx2(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}

static inline bool has_avx512(void) {
  return has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vbmi2");
}
#endif

struct fields_found find_fields(
    const void *bytes, uint32_t from, uint32_t to, uint8_t separator, uint8_t quote, bool has_quotes,
    uint32_t *starts, int widest) {
#if defined(__x86_64__)
  if (widest >= WIDEST_INSTRUCTIONS && has_avx512())
    return find_fields_avx512(bytes, from, to, separator, quote, has_quotes, starts);
  if (widest >= AVX2_INSTRUCTIONS && has_avx2())
    return find_fields_avx2(bytes, from, to, separator, quote, has_quotes, starts);
#endif
  return find_fields_as(bytes, from, to, separator, quote, has_quotes, starts, append_starts_by_eight);
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

uint32_t survey_bytes(const void *bytes, uintptr_t count, uint8_t first, uint8_t second, int widest) {
#if defined(__x86_64__)
  if (widest >= AVX2_INSTRUCTIONS && has_avx2()) return survey_bytes_avx2(bytes, count, first, second);
#endif
  return survey_bytes_as(bytes, count, first, second);
}

bool has_lone_return(const void *bytes, uintptr_t count) {
  const uint8_t *next = (const uint8_t *)bytes;
  uintptr_t alone = 0;
  if (count == 0) return false;
  for (uintptr_t i = 0; i + 1 < count; i++) alone += (next[i] == '\r') & (next[i + 1] != '\n');
  return alone != 0 || next[count - 1] == '\r';
}
