// The undo history as bytes. Numbers and strings as in byte_stream.h.
//
//   "JUH2"                                    magic and version
//   number   entries, number position
//   entry:   text name, byte changes (changes.h), byte deed (deed.h), byte sections (enum Section), then the sections
//   that are there:
//     kGarments      number count, then each: number id, byte sides (1 before, 2 after), the sides
//     kOrder         two lists of ids: number count, number each
//     kImage         two lists of attribute values
//     kState         two bytes
//   fixed64  FNV-1a over everything before
//
// Version 1 had neither changes nor deeds; they follow from the name and the patch (of_version_1).
//
// Who confirmed a label, what a model would have said next and who handled a garment (garment_delta.cpp) came later
// without another version: bytes without them read and write as before.
//
// A garment is written as the difference from the state of the same garment that was written last, or from
// an empty one: steps of an editing session differ in a few points, so a step costs some tens of bytes where
// both garments in full would cost tens of kilobytes.
#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "labeling/base/fnv1a.h"
#include "labeling/edit/byte_stream.h"
#include "labeling/edit/garment_delta.h"
#include "labeling/edit/undo_history.h"

namespace jaedan {
namespace {

constexpr std::string_view kMagic = "JUH2";
constexpr std::string_view kMagic1 = "JUH1";
constexpr std::size_t kChecksumBytes = 8;

enum Section : std::uint8_t { kGarments = 1, kOrder = 2, kImage = 4, kState = 8, kAllSections = 15 };
enum Side : std::uint8_t { kBefore = 1, kAfter = 2 };

std::size_t bytes_in_memory(const UndoEntry& entry) {
  const Patch& patch = entry.patch;
  std::size_t bytes = sizeof(UndoEntry) + entry.name.size() + patch.garments.size() * sizeof(GarmentChange) +
                      (patch.order_before.size() + patch.order_after.size()) * sizeof(GarmentId);
  for (const GarmentChange& change : patch.garments) {
    if (change.before) bytes += bytes_in_memory(*change.before);
    if (change.after) bytes += bytes_in_memory(*change.after);
  }
  if (patch.image_attributes_before) bytes += bytes_in_memory(*patch.image_attributes_before);
  if (patch.image_attributes_after) bytes += bytes_in_memory(*patch.image_attributes_after);
  return bytes;
}

using LastStates = std::unordered_map<GarmentId, Garment>;

class HistoryWriter {
 public:
  explicit HistoryWriter(bool version_1) : version_1_(version_1) {}

  void history(const std::vector<UndoEntry>& entries, std::size_t first, std::size_t last, std::size_t position) {
    for (const char c : version_1_ ? kMagic1 : kMagic) out_.byte(static_cast<std::uint8_t>(c));
    out_.number(last - first);
    out_.number(position - first);
    for (std::size_t i = first; i < last; ++i) entry(entries[i]);
    out_.fixed64(fnv1a_64(out_.bytes()));
  }
  const std::string& bytes() const { return out_.bytes(); }

 private:
  void entry(const UndoEntry& entry) {
    const Patch& patch = entry.patch;
    out_.text(entry.name);
    if (!version_1_) {
      out_.byte(entry.changes.bits());
      out_.byte(static_cast<std::uint8_t>(entry.deed));
    }
    std::uint8_t sections = 0;
    if (!patch.garments.empty()) sections |= kGarments;
    if (patch.order_before != patch.order_after) sections |= kOrder;
    if (patch.image_attributes_before && patch.image_attributes_after) sections |= kImage;
    if (patch.state_before && patch.state_after) sections |= kState;
    out_.byte(sections);
    if (sections & kGarments) {
      out_.number(patch.garments.size());
      for (const GarmentChange& change : patch.garments) garment_change(change);
    }
    if (sections & kOrder) {
      order(patch.order_before);
      order(patch.order_after);
    }
    if (sections & kImage) {
      write_values(out_, *patch.image_attributes_before);
      write_values(out_, *patch.image_attributes_after);
    }
    if (sections & kState) {
      out_.byte(static_cast<std::uint8_t>(*patch.state_before));
      out_.byte(static_cast<std::uint8_t>(*patch.state_after));
    }
  }

  void garment_change(const GarmentChange& change) {
    const GarmentId id = change.before ? change.before->id : change.after->id;
    out_.number(static_cast<std::uint64_t>(id.value));
    out_.byte(static_cast<std::uint8_t>((change.before ? kBefore : 0) | (change.after ? kAfter : 0)));
    if (change.before) garment(*change.before);
    if (change.after) garment(*change.after);
  }

  void garment(const Garment& garment) {
    Garment& last = last_[garment.id];
    write_delta(out_, last, garment);
    last = garment;
  }

  void order(const std::vector<GarmentId>& ids) {
    out_.number(ids.size());
    for (const GarmentId id : ids) out_.number(static_cast<std::uint64_t>(id.value));
  }

  const bool version_1_;
  ByteWriter out_;
  LastStates last_;
};

class HistoryReader {
 public:
  explicit HistoryReader(std::string_view bytes) : version_1_(bytes.substr(0, kMagic1.size()) == kMagic1), in_(bytes) {}

  bool version_1() const { return version_1_; }

  /// Fills both; false for bytes that make no sense.
  bool history(std::vector<UndoEntry>& entries, std::size_t& position) {
    for (const char c : version_1_ ? kMagic1 : kMagic) {
      if (in_.byte() != static_cast<std::uint8_t>(c)) return false;
    }
    const std::uint64_t count = in_.number();
    position = in_.number();
    // Nothing is reserved: a count in damaged bytes must not allocate before the entries are really there.
    for (std::uint64_t i = 0; i < count && !in_.failed(); ++i) {
      entries.push_back(entry());
      spend(sizeof(UndoEntry));
    }
    return !in_.failed() && in_.at_end() && position <= entries.size();
  }

 private:
  void spend(std::size_t bytes) {
    if (bytes > memory_left_) {
      in_.fail();
    } else {
      memory_left_ -= bytes;
    }
  }

  UndoEntry entry() {
    UndoEntry entry;
    Patch& patch = entry.patch;
    entry.name = in_.text();
    if (!version_1_) {
      entry.changes = Changes::from_bits(in_.byte());
      const std::uint8_t deed = in_.byte();
      if (deed >= kAllDeeds.size())
        in_.fail();
      else
        entry.deed = kAllDeeds[deed];
    }
    const std::uint8_t sections = in_.byte();
    if (sections > kAllSections) in_.fail();
    if (sections & kGarments) {
      const std::uint64_t count = in_.number();
      for (std::uint64_t i = 0; i < count && !in_.failed(); ++i) patch.garments.push_back(garment_change());
    }
    if (sections & kOrder) {
      patch.order_before = order();
      patch.order_after = order();
    }
    if (sections & kImage) {
      patch.image_attributes_before = read_values(in_);
      patch.image_attributes_after = read_values(in_);
    }
    if (sections & kState) {
      patch.state_before = state();
      patch.state_after = state();
    }
    if (version_1_) of_version_1(entry);
    return entry;
  }

  static void of_version_1(UndoEntry& entry) {
    if (entry.name == "swap_reading") entry.changes = Change::kReading;
    if (entry.name == "approve") entry.deed = Deed::kApprove;
    if (entry.name == "set_state") entry.deed = Deed::kReturn;
    if (entry.name == "set_flags") entry.deed = Deed::kArrange;
  }

  GarmentChange garment_change() {
    spend(sizeof(GarmentChange));
    GarmentChange change;
    const GarmentId id{static_cast<std::int64_t>(in_.number())};
    const std::uint8_t sides = in_.byte();
    if (sides == 0 || sides > (kBefore | kAfter)) in_.fail();
    if (sides & kBefore) change.before = garment(id);
    if (sides & kAfter) change.after = garment(id);
    return change;
  }

  Garment garment(GarmentId id) {
    Garment& last = last_[id];
    // A few bytes may repeat a large garment: count it before it is copied.
    spend(bytes_in_memory(last));
    Garment garment = read_delta(in_, last, memory_left_);
    garment.id = id;
    spend(bytes_in_memory(garment));
    last = garment;
    return garment;
  }

  std::vector<GarmentId> order() {
    std::vector<GarmentId> ids;
    const std::uint64_t count = in_.number();
    for (std::uint64_t i = 0; i < count && !in_.failed(); ++i) {
      ids.push_back(GarmentId{static_cast<std::int64_t>(in_.number())});
    }
    return ids;
  }

  WorkflowState state() {
    const std::uint8_t value = in_.byte();
    if (value >= kAllStates.size()) in_.fail();
    return static_cast<WorkflowState>(value);
  }

  const bool version_1_;
  ByteReader in_;
  LastStates last_;
  std::size_t memory_left_ = UndoHistory::kMostBytesInMemory;
};

std::string bytes_of(const std::vector<UndoEntry>& entries, std::size_t position, std::size_t most_memory,
                     bool version_1) {
  // Half of the limit is left to the reader, which counts a garment before and after copying it.
  std::size_t memory_left = most_memory / 2;
  const auto take = [&](const UndoEntry& entry) {
    const std::size_t bytes = bytes_in_memory(entry);
    if (bytes > memory_left) return false;
    memory_left -= bytes;
    return true;
  };
  std::size_t first = position;
  while (first > 0 && take(entries[first - 1])) --first;
  std::size_t last = position;
  while (last < entries.size() && take(entries[last])) ++last;

  HistoryWriter writer(version_1);
  writer.history(entries, first, last, position);
  return writer.bytes();
}

}  // namespace

std::string UndoHistory::to_bytes(std::size_t most_memory) const {
  return bytes_of(entries_, position_, most_memory, false);
}

Result<UndoHistory> UndoHistory::from_bytes(std::string_view bytes) {
  const Error corrupt{ErrorCode::kCorrupt, "history.damaged",
                      "the stored undo history is damaged; the photo opens without it"};
  if (bytes.size() < kMagic.size() + kChecksumBytes) return corrupt;
  const std::string_view body = bytes.substr(0, bytes.size() - kChecksumBytes);
  if (ByteReader(bytes.substr(body.size())).fixed64() != fnv1a_64(body)) return corrupt;

  UndoHistory history;
  HistoryReader reader(body);
  if (!reader.history(history.entries_, history.position_)) return corrupt;
  history.saved_position_ = history.position_;
  // Bytes may be well formed and still not be ours; writing them again settles it.
  const std::string again = bytes_of(history.entries_, history.position_, kMostBytesInMemory, reader.version_1());
  if (again != bytes) return corrupt;
  return history;
}

}  // namespace jaedan
