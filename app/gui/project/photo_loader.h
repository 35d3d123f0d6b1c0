#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "app/gui/project/document.h"
#include "app/gui/project/project_thread.h"

namespace jaedan::gui {

/// Reads photos on the project's reading thread and keeps the neighbours ready. A photo is there whole or not
/// at all.
class PhotoLoader {
 public:
  /// `failed` hears on the draining thread which photo cannot be opened, and why.
  PhotoLoader(ProjectThread& reader, std::string user, std::function<void(PhotoId, const Error&)> failed)
      : reader_(reader), user_(std::move(user)), failed_(std::move(failed)) {}

  /// Whose begun shapes come with photos from now on.
  void set_user(std::string user) { user_ = std::move(user); }

  /// Asks for a photo ahead of everything else; nothing happens when it is there or on its way.
  void request(PhotoId id) { start(id, true); }
  /// Reads the first photo of the list in this order, before anybody knows which one that is.
  void request_first(labeling::PhotoOrder order);
  /// Whether that is under way.
  bool finds_first() const { return finds_first_; }
  /// Asks for photos that may be wanted next, and forgets others, except the ones in `keep`.
  void prefetch(const std::vector<PhotoId>& ids, const std::set<PhotoId>& keep);
  /// The photo, when it is there.
  std::shared_ptr<Document> find(PhotoId id) const;
  /// All photos that are there.
  std::vector<std::shared_ptr<Document>> ready() const;
  bool loading(PhotoId id) const { return loading_.count(id) > 0; }
  /// What was read is out of date; photos that come in from now on are fresh.
  void forget(PhotoId id);
  void forget_all_except(const std::set<PhotoId>& keep);
  /// The same for everything, what is on its way too.
  void forget_everything_except(const std::set<PhotoId>& keep);
  /// A photo that is worked on stays, whatever was read since.
  void keep(const std::shared_ptr<Document>& document) { ready_[document->id()] = document; }

 private:
  void start(PhotoId id, bool first);

  ProjectThread& reader_;
  std::string user_;
  std::function<void(PhotoId, const Error&)> failed_;
  std::map<PhotoId, std::shared_ptr<Document>> ready_;
  std::map<PhotoId, int> loading_;  ///< photo → generation of the read under way
  int generation_ = 0;
  bool finds_first_ = false;
};

}  // namespace jaedan::gui
