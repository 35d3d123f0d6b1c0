#include "recommender/index/id_table.h"

#include <algorithm>
#include <utility>

#include "recommender/index/large_pages.h"

namespace jaedan::recommender {
namespace {

constexpr std::size_t kLeastSlots = 16;

/// Whether `slots` are enough for so many ids.
bool is_roomy(std::size_t slots, std::size_t count) { return count * 3 <= slots * 2; }

}  // namespace

std::size_t IdTable::home_of(VectorId id) const {
  // Fibonacci hashing (Knuth, 6.4), its high bits brought down: ids that count up lie apart, and so do those that
  // differ in their high bits alone.
  const std::uint64_t mixed = (id ^ (id >> 32)) * 0x9E3779B97F4A7C15ULL;
  return static_cast<std::size_t>(mixed ^ (mixed >> 32)) & (slots_.size() - 1);
}

std::size_t IdTable::slot_of(VectorId id) const {
  std::size_t slot = home_of(id);
  while (slots_[slot].place != kEmpty && slots_[slot].id != id) slot = after(slot);
  return slot;
}

std::optional<Place> IdTable::find(VectorId id) const {
  if (slots_.empty()) return std::nullopt;
  const Place place = slots_[slot_of(id)].place;
  if (place == kEmpty) return std::nullopt;
  return place;
}

void IdTable::reserve(std::size_t count) {
  std::size_t slots = std::max(slots_.size(), kLeastSlots);
  while (!is_roomy(slots, count)) slots *= 2;
  if (slots != slots_.size()) grow_to(slots);
}

void IdTable::grow_to(std::size_t slots) {
  std::vector<Slot> fresh;
  reserve_large(fresh, slots);
  fresh.resize(slots);
  const std::vector<Slot> old = std::exchange(slots_, std::move(fresh));
  for (const Slot& slot : old) {
    if (slot.place != kEmpty) slots_[slot_of(slot.id)] = slot;
  }
}

bool IdTable::insert(VectorId id, Place place) {
  reserve(size_ + 1);
  Slot& slot = slots_[slot_of(id)];
  if (slot.place != kEmpty) return false;
  slot = {id, place};
  ++size_;
  return true;
}

void IdTable::erase(VectorId id) {
  if (slots_.empty()) return;
  std::size_t hole = slot_of(id);
  if (slots_[hole].place == kEmpty) return;
  // Whoever would no longer be found beyond the hole moves into it.
  for (std::size_t slot = after(hole); slots_[slot].place != kEmpty; slot = after(slot)) {
    const std::size_t home = home_of(slots_[slot].id);
    const bool home_is_between = hole < slot ? hole < home && home <= slot : hole < home || home <= slot;
    if (home_is_between) continue;
    slots_[hole] = slots_[slot];
    hole = slot;
  }
  slots_[hole] = {};
  --size_;
}

}  // namespace jaedan::recommender
