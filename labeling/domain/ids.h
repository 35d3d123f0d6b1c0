#pragma once

#include <cstdint>
#include <functional>

namespace jaedan {

/// An integer key that cannot be mixed up with another kind of key. 0 means "not stored yet".
template <typename Tag>
struct Id {
  std::int64_t value = 0;

  explicit operator bool() const { return value != 0; }
  friend bool operator==(Id a, Id b) { return a.value == b.value; }
  friend bool operator!=(Id a, Id b) { return a.value != b.value; }
  friend bool operator<(Id a, Id b) { return a.value < b.value; }
};

using PhotoId = Id<struct PhotoTag>;        ///< key of a photo in its project
using GarmentId = Id<struct GarmentTag>;    ///< unique within one annotation, stable over its life
using SnapshotId = Id<struct SnapshotTag>;  ///< key of a snapshot in its project
using UserId = Id<struct UserTag>;          ///< key of a person in their project
using TaskId = Id<struct TaskTag>;          ///< key of a task: a photo at a stage in somebody's hands
using CommentId = Id<struct CommentTag>;    ///< key of a comment on a photo
using AnswerId = Id<struct AnswerTag>;      ///< key of what one person says of a photo beside what the project says
using SampleId = Id<struct SampleTag>;      ///< key of a sample of the photos that wait for the inspection
using PanelId = Id<struct PanelTag>;        ///< key of several people doing one photo unseen by each other

}  // namespace jaedan

template <typename Tag>
struct std::hash<jaedan::Id<Tag>> {
  std::size_t operator()(jaedan::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
