#include "app/workflow/project/list_photos.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

#include "app/workflow/people/sight.h"
#include "labeling/store/annotation_json.h"

namespace jaedan::workflow {
namespace {

constexpr std::int64_t kListedAPage = 500;

auto parts_of(const labeling::PhotoFilter& filter) {
  return std::tie(filter.state, filter.looked, filter.part, filter.attribute, filter.value, filter.text, filter.worker,
                  filter.in_hands_of, filter.min_score, filter.max_score, filter.only);
}

}  // namespace

Status list_photos(Project& project, const PhotoListing& listing,
                   const std::function<Status(const labeling::PhotoRow& row)>& show) {
  JAEDAN_ASSIGN_OR_RETURN(const Sight sight, Sight::of(project, listing.viewer));
  std::optional<labeling::PhotoRow> after;
  for (std::int64_t shown = 0; listing.limit == 0 || shown < listing.limit;) {
    const std::int64_t wanted = listing.limit == 0 ? kListedAPage : std::min(kListedAPage, listing.limit - shown);
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<labeling::PhotoRow> page,
                            sight.list(listing.filter, listing.order, after, int(wanted)));
    if (page.empty()) return {};
    for (const labeling::PhotoRow& row : page) JAEDAN_RETURN_IF_ERROR(show(row));
    shown += static_cast<std::int64_t>(page.size());
    after = page.back();
  }
  return {};
}

Result<std::vector<PhotoId>> photos_that_pass(Project& project, const labeling::PhotoFilter& filter) {
  std::vector<PhotoId> photos;
  PhotoListing listing;
  listing.filter = filter;
  JAEDAN_RETURN_IF_ERROR(list_photos(project, listing, [&](const labeling::PhotoRow& row) {
    photos.push_back(row.photo.id);
    return Status{};
  }));
  std::sort(photos.begin(), photos.end());
  return photos;
}

bool is_same(const std::optional<labeling::PhotoFilter>& a, const std::optional<labeling::PhotoFilter>& b) {
  return a.has_value() == b.has_value() && (!a || parts_of(*a) == parts_of(*b));
}

Result<std::string> prediction_text(Project& project, PhotoId id) {
  JAEDAN_ASSIGN_OR_RETURN(std::optional<Prediction> prediction, project.store().prediction(id));
  if (prediction) prediction->of_garments.clear();
  return prediction ? labeling::prediction_to_json(*prediction) : std::string();
}

}  // namespace jaedan::workflow
