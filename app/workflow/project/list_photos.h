#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/project/project.h"

namespace jaedan::workflow {

/// Which photos a list shows, and in which order.
struct PhotoListing {
  labeling::PhotoFilter filter;
  labeling::PhotoOrder order;
  std::int64_t limit = 0;   ///< at most so many; 0: all
  std::string viewer = {};  ///< who looks (people/sight.h); empty: somebody who sees all
};

/// Hands the rows, as `listing.viewer` may see them, to `show`, page by page, until one is an Error, which is returned.
/// Errors of the store.
Status list_photos(Project& project, const PhotoListing& listing,
                   const std::function<Status(const labeling::PhotoRow& row)>& show);

/// The photos that pass, ascending. Errors of the store.
Result<std::vector<PhotoId>> photos_that_pass(Project& project, const labeling::PhotoFilter& filter);

/// Whether both ask for the same photos, field by field; or neither asks at all.
bool is_same(const std::optional<labeling::PhotoFilter>& a, const std::optional<labeling::PhotoFilter>& b);

/// What a model said of the photo, as JSON (labeling/store/annotation_json.h), without its words on garments of the
/// annotation: those are people's work, not everybody's to see. Empty where no model has seen it.
Result<std::string> prediction_text(Project& project, PhotoId id);

}  // namespace jaedan::workflow
