#include "app/workflow/photo_pages.h"

namespace jaedan::workflow {
namespace {

constexpr int kPageSize = 500;

}  // namespace

Result<BatchReport> for_each_photo(Project& project, const labeling::PhotoFilter& filter, const std::string& stage,
                                   const Watch& watch, const PhotoWork& work) {
  BatchReport report;
  JAEDAN_ASSIGN_OR_RETURN(const std::int64_t total, project.store().count(filter));
  std::int64_t seen = 0;
  PhotoId last;
  while (true) {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<labeling::PhotoRow> page, project.store().list(filter, last, kPageSize));
    if (page.empty()) return report;
    for (const labeling::PhotoRow& row : page) {
      if (watch.cancelled()) {
        report.cancelled = true;
        return report;
      }
      if (const Status status = work(row, report); !status.ok()) {
        report.failed.push_back({row.photo.name, status.error().message});
      }
      last = row.photo.id;
      watch.report({stage, ++seen, total, row.photo.name});
    }
  }
}

}  // namespace jaedan::workflow
