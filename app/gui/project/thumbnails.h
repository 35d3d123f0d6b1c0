#pragma once

#include <cstdint>
#include <deque>
#include <map>

#include "app/gui/draw/texture.h"
#include "app/gui/project/project_thread.h"
#include "labeling/domain/annotation.h"

namespace jaedan::gui {

/// Small pictures of photos, read on a thread of their own and kept while they are looked at.
class Thumbnails {
 public:
  static constexpr int kSide_px = 192;

  explicit Thumbnails(ProjectThread& reader) : reader_(reader) {}

  /// Null when the picture is on its way or cannot be read; asks for it.
  const Texture* find(const Photo& photo);
  /// Whether the photo's file turned out to be unreadable.
  bool failed(PhotoId id) const;
  /// Files that could not be read may be there now.
  void forget_unreadable();
  /// Once a frame, after drawing: sends off what was asked for, the last asked first.
  void pump();

 private:
  struct Entry {
    Texture texture;
    bool loading = false;
    bool failed = false;
    std::int64_t last_used = 0;
  };
  void load(const Photo& photo);
  void forget_old();

  ProjectThread& reader_;
  std::map<PhotoId, Entry> entries_;
  std::deque<Photo> wanted_;
  std::int64_t clock_ = 0;
  int under_way_ = 0;
};

}  // namespace jaedan::gui
