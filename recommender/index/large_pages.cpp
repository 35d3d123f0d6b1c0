#include "recommender/index/large_pages.h"

#include <sys/mman.h>

#include <cstdint>

namespace jaedan::recommender {
namespace {

constexpr std::size_t kLargePage = 2 << 20;

}  // namespace

void prefer_large_pages(void* begin, std::size_t bytes) {
  // Whole large pages alone: what shares the first and the last one is not ours to speak for.
  const std::size_t skipped = (kLargePage - reinterpret_cast<std::uintptr_t>(begin) % kLargePage) % kLargePage;
  if (bytes < skipped + kLargePage) return;
  const std::size_t whole = (bytes - skipped) / kLargePage * kLargePage;
  static_cast<void>(::madvise(static_cast<char*>(begin) + skipped, whole, MADV_HUGEPAGE));
}

}  // namespace jaedan::recommender
