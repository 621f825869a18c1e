// Masks of where bytes stand among 64: what Swift's vectors cannot yet be turned into with one instruction.

#pragma once
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// One bit for each of the 64 bytes from `bytes` on, the first in the lowest place: set where the byte is `first` or
// `second`.
static inline uint64_t mask_of_either(const void *bytes, uint8_t first, uint8_t second) {
#if defined(__SSE2__)
  const __m128i *part = (const __m128i *)bytes;
  const __m128i a = _mm_set1_epi8((char)first), b = _mm_set1_epi8((char)second);
  uint64_t mask = 0;
  for (int i = 0; i < 4; i++) {
    const __m128i v = _mm_loadu_si128(part + i);
    const __m128i found = _mm_or_si128(_mm_cmpeq_epi8(v, a), _mm_cmpeq_epi8(v, b));
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(found) << (16 * i);
  }
  return mask;
#else
  const uint8_t *byte = (const uint8_t *)bytes;
  uint64_t mask = 0;
  for (int i = 0; i < 64; i++) mask |= (uint64_t)(byte[i] == first || byte[i] == second) << i;
  return mask;
#endif
}

// What `survey_bytes` finds.
enum { BYTES_HAVE_HIGH_BITS = 1, BYTES_HAVE_FIRST = 2, BYTES_HAVE_SECOND = 4, BYTES_HAVE_NUL = 8 };

// Which of these there are among `count` bytes: bytes from 0x80 on, `first`, `second`, NUL.
static inline uint32_t survey_bytes(const void *bytes, uintptr_t count, uint8_t first, uint8_t second) {
  const uint8_t *byte = (const uint8_t *)bytes;
  uint32_t found = 0;
  uintptr_t i = 0;
#if defined(__SSE2__)
  const __m128i a = _mm_set1_epi8((char)first), b = _mm_set1_epi8((char)second), zero = _mm_setzero_si128();
  __m128i all = zero, firsts = zero, seconds = zero, nuls = zero;
  for (; i + 16 <= count; i += 16) {
    const __m128i v = _mm_loadu_si128((const __m128i *)(byte + i));
    all = _mm_or_si128(all, v);
    firsts = _mm_or_si128(firsts, _mm_cmpeq_epi8(v, a));
    seconds = _mm_or_si128(seconds, _mm_cmpeq_epi8(v, b));
    nuls = _mm_or_si128(nuls, _mm_cmpeq_epi8(v, zero));
  }
  if (_mm_movemask_epi8(all)) found |= BYTES_HAVE_HIGH_BITS;
  if (_mm_movemask_epi8(firsts)) found |= BYTES_HAVE_FIRST;
  if (_mm_movemask_epi8(seconds)) found |= BYTES_HAVE_SECOND;
  if (_mm_movemask_epi8(nuls)) found |= BYTES_HAVE_NUL;
#endif
  for (; i < count; i++) {
    if (byte[i] >= 0x80) found |= BYTES_HAVE_HIGH_BITS;
    if (byte[i] == first) found |= BYTES_HAVE_FIRST;
    if (byte[i] == second) found |= BYTES_HAVE_SECOND;
    if (byte[i] == 0) found |= BYTES_HAVE_NUL;
  }
  return found;
}
