#include "app/gui/project/photo_loader.h"

#include <algorithm>
#include <utility>

namespace jaedan::gui {

void PhotoLoader::start(PhotoId id, bool first) {
  if (!id || ready_.count(id) > 0 || loading_.count(id) > 0) return;
  const int generation = ++generation_;
  loading_[id] = generation;
  ProjectThread::Work work = [this, id, generation, user = user_](workflow::Project& project, const workflow::Watch&) {
    // std::function wants copies, a photo is moved: hence the shared pointer.
    auto opened = std::make_shared<Result<workflow::OpenedPhoto>>(workflow::open_photo(project, id, user));
    auto pixels = std::make_shared<PhotoPixels>();
    if (opened->ok()) {
      auto prepared = prepare_pixels(std::move((*opened)->image));
      if (prepared.ok())
        *pixels = std::move(prepared).value();
      else
        *opened = prepared.error();
    }
    return std::function<void()>([this, id, generation, opened, pixels] {
      const auto under_way = loading_.find(id);
      if (under_way == loading_.end() || under_way->second != generation) return;
      loading_.erase(under_way);
      if (opened->ok()) {
        ready_[id] = std::make_shared<Document>(std::move(*opened).value(), std::move(*pixels));
      } else {
        failed_(id, opened->error());
      }
    });
  };
  if (first) {
    reader_.submit_first({}, std::move(work));
  } else {
    reader_.submit({}, std::move(work));
  }
}

void PhotoLoader::prefetch(const std::vector<PhotoId>& ids, const std::set<PhotoId>& keep) {
  std::set<PhotoId> wanted = keep;
  wanted.insert(ids.begin(), ids.end());
  forget_all_except(wanted);
  for (const PhotoId id : ids) start(id, false);
}

std::shared_ptr<Document> PhotoLoader::find(PhotoId id) const {
  const auto found = ready_.find(id);
  return found == ready_.end() ? nullptr : found->second;
}

std::vector<std::shared_ptr<Document>> PhotoLoader::ready() const {
  std::vector<std::shared_ptr<Document>> documents;
  for (const auto& [id, document] : ready_) documents.push_back(document);
  return documents;
}

void PhotoLoader::forget(PhotoId id) {
  ready_.erase(id);
  loading_.erase(id);
}

void PhotoLoader::forget_all_except(const std::set<PhotoId>& keep) {
  for (auto it = ready_.begin(); it != ready_.end();) it = keep.count(it->first) ? std::next(it) : ready_.erase(it);
}

void PhotoLoader::forget_everything_except(const std::set<PhotoId>& keep) {
  forget_all_except(keep);
  loading_.clear();
}

}  // namespace jaedan::gui
