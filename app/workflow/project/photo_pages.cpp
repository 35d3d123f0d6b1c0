#include "app/workflow/project/photo_pages.h"

namespace jaedan::workflow {
namespace {

constexpr int kPageSize = 500;
constexpr int kPhotosABatch = 100;  // some 0.1 s, in which other writers wait

using Rows = std::vector<labeling::PhotoRow>;

/// Goes through a filter's photos and keeps the count.
class Walk {
 public:
  Walk(Project& project, const labeling::PhotoFilter& filter, const std::string& stage, const Watch& watch)
      : photos_(project.store()), filter_(filter), stage_(stage), watch_(watch) {}

  /// Hands every page of at most `page_size` photos to `take_page`.
  template <typename TakePage>
  Result<BatchReport> run(int page_size, const TakePage& take_page) {
    JAEDAN_ASSIGN_OR_RETURN(total_, photos_.count(filter_));
    PhotoId last;
    while (!report_.cancelled) {
      JAEDAN_ASSIGN_OR_RETURN(const Rows page, photos_.list(filter_, last, page_size));
      if (page.empty()) break;
      JAEDAN_RETURN_IF_ERROR(take_page(page));
      last = page.back().photo.id;
    }
    return std::move(report_);
  }

  void work_on(const Rows& page, const PhotoWork& work) {
    for (const labeling::PhotoRow& row : page) {
      report_.cancelled = watch_.cancelled();
      if (report_.cancelled) return;
      if (const Status status = work(row, report_); !status.ok()) {
        report_.failed.push_back({row.photo.name, status.error().message});
      }
      watch_.report({stage_, ++seen_, total_, row.photo.name});
    }
  }

 private:
  labeling::PhotoCatalogue& photos_;
  const labeling::PhotoFilter& filter_;
  const std::string& stage_;
  const Watch& watch_;
  BatchReport report_;
  std::int64_t seen_ = 0;
  std::int64_t total_ = 0;
};

}  // namespace

Result<BatchReport> for_each_photo(Project& project, const labeling::PhotoFilter& filter, const std::string& stage,
                                   const Watch& watch, const PhotoWork& work) {
  Walk walk(project, filter, stage, watch);
  return walk.run(kPageSize, [&](const Rows& page) {
    walk.work_on(page, work);
    return Status{};
  });
}

Status look_at_photos(Project& project, const std::function<void(const Photo& photo)>& look) {
  PhotoId last;
  while (true) {
    JAEDAN_ASSIGN_OR_RETURN(const Rows page, project.store().list({}, last, kPageSize));
    if (page.empty()) return {};
    for (const labeling::PhotoRow& row : page) look(row.photo);
    last = page.back().photo.id;
  }
}

Result<BatchReport> change_each_photo(Project& project, const labeling::PhotoFilter& filter, const std::string& stage,
                                      const Watch& watch, const PhotoWork& work) {
  JAEDAN_RETURN_IF_ERROR(project.store().may_write());
  Walk walk(project, filter, stage, watch);
  return walk.run(kPhotosABatch, [&](const Rows& page) {
    return project.store().batch([&] {
      walk.work_on(page, work);
      return Status{};
    });
  });
}

}  // namespace jaedan::workflow
