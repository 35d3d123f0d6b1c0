#include "app/gui/project/thumbnails.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "labeling/io/thumbnail.h"

namespace jaedan::gui {
namespace {

constexpr std::size_t kMostEntries = 600;
constexpr int kMostUnderWay = 4;  // few, so that scrolling on does not wait for what has gone by

}  // namespace

const Texture* Thumbnails::find(const Photo& photo) {
  Entry& entry = entries_[photo.id];
  entry.last_used = clock_;
  if (entry.texture) return &entry.texture;
  if (!entry.loading && !entry.failed) wanted_.push_back(photo);
  return nullptr;
}

bool Thumbnails::failed(PhotoId id) const {
  const auto entry = entries_.find(id);
  return entry != entries_.end() && entry->second.failed;
}

void Thumbnails::pump() {
  ++clock_;
  while (!wanted_.empty() && under_way_ < kMostUnderWay) {
    load(wanted_.front());
    wanted_.pop_front();
  }
  wanted_.clear();  // whoever still wants one asks again when the next frame is drawn
}

void Thumbnails::load(const Photo& photo) {
  Entry& entry = entries_[photo.id];
  if (entry.loading) return;
  entry.loading = true;
  ++under_way_;
  reader_.submit({}, [this, photo](workflow::Project& project, const workflow::Watch&) {
    auto image = std::make_shared<Result<Image>>(
        labeling::ThumbnailCache(project.place().cache_dir() + "/thumbnails").get(project.photo_path(photo), kSide_px));
    return std::function<void()>([this, id = photo.id, image] {
      --under_way_;
      Entry& done = entries_[id];
      done.loading = false;
      done.failed = !image->ok();
      if (image->ok()) done.texture = Texture((*image)->view());
      forget_old();
    });
  });
}

void Thumbnails::forget_unreadable() {
  for (auto it = entries_.begin(); it != entries_.end();) {
    it = it->second.failed ? entries_.erase(it) : std::next(it);
  }
}

void Thumbnails::forget_old() {
  if (entries_.size() <= kMostEntries) return;
  for (auto it = entries_.begin(); it != entries_.end();) {
    const bool in_use = it->second.loading || it->second.last_used + 2 >= clock_;
    it = in_use ? std::next(it) : entries_.erase(it);
  }
}

}  // namespace jaedan::gui
