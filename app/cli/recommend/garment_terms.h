#pragma once

#include <string>
#include <vector>

#include "app/workflow/recommend/recommend_items.h"

namespace jaedan::cli {

// What people write behind `recommend` and `outfits`; errors name the option.

/// ATTRIBUTE=VALUE, as far as it can be checked without a project. kInvalidArgument.
Status check_label(const std::string& option, const std::string& written);

/// Labels by their ids or names. kInvalidArgument for an attribute or value that there is not.
Result<std::vector<recommender::LabelValue>> labels_in(const std::string& option,
                                                       const std::vector<std::string>& written,
                                                       const Taxonomy& taxonomy);

/// PHOTO or PHOTO:PART. Errors of find_photo.
Result<std::vector<workflow::GarmentChoice>> garments_in(const std::string& option,
                                                         const std::vector<std::string>& written,
                                                         const workflow::Project& project);

/// A filter as behind `jaedan list --filter`, and the photos that pass it. Errors of parse_filter and of the store.
Result<labeling::PhotoFilter> filter_in(const std::string& option, const std::string& filter,
                                        const workflow::Project& project);
Result<std::vector<PhotoId>> photos_in(const std::string& option, const std::string& filter,
                                       workflow::Project& project);

}  // namespace jaedan::cli
