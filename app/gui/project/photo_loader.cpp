#include "app/gui/project/photo_loader.h"

#include <algorithm>
#include <utility>

namespace jaedan::gui {

namespace {

/// A photo as it was read, with what is shown of its pixels.
struct ReadPhoto {
  Result<workflow::OpenedPhoto> opened;
  PhotoPixels pixels;
};

// std::function wants copies, a photo is moved: hence the shared pointer.
std::shared_ptr<ReadPhoto> read_photo(workflow::Project& project, PhotoId id, const std::string& user) {
  auto read = std::make_shared<ReadPhoto>(ReadPhoto{workflow::open_photo(project, id, user), {}});
  if (!read->opened.ok()) return read;
  auto prepared = prepare_pixels(std::move(read->opened->image));
  if (prepared.ok()) {
    read->pixels = std::move(prepared).value();
  } else {
    read->opened = prepared.error();
  }
  return read;
}

std::shared_ptr<Document> document_of(ReadPhoto& read) {
  return std::make_shared<Document>(std::move(read.opened).value(), std::move(read.pixels));
}

}  // namespace

void PhotoLoader::start(PhotoId id, bool first) {
  if (!id || ready_.count(id) > 0 || loading_.count(id) > 0) return;
  const int generation = ++generation_;
  loading_[id] = generation;
  ProjectThread::Work work = [this, id, generation, user = user_](workflow::Project& project, const workflow::Watch&) {
    return std::function<void()>([this, id, generation, read = read_photo(project, id, user)] {
      const auto under_way = loading_.find(id);
      if (under_way == loading_.end() || under_way->second != generation) return;
      loading_.erase(under_way);
      if (read->opened.ok()) {
        ready_[id] = document_of(*read);
      } else {
        failed_(id, read->opened.error());
      }
    });
  };
  if (first) {
    reader_.submit_first({}, std::move(work));
  } else {
    reader_.submit({}, std::move(work));
  }
}

void PhotoLoader::request_first(labeling::PhotoOrder order) {
  finds_first_ = true;
  reader_.submit({}, [this, order, user = user_](workflow::Project& project, const workflow::Watch&) {
    std::shared_ptr<ReadPhoto> read;
    const auto rows = project.store().list_in_order({}, order, {}, 1);
    if (rows.ok() && !rows->empty()) read = read_photo(project, rows->front().photo.id, user);
    return std::function<void()>([this, read] {
      finds_first_ = false;
      if (!read || !read->opened.ok()) return;  // whoever asks for it hears why
      auto document = document_of(*read);
      ready_.emplace(document->id(), std::move(document));
    });
  });
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
