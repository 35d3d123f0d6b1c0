#include "app/cli/recommend/garment_terms.h"

#include <cstddef>
#include <utility>

#include "app/workflow/project/attribute_word.h"
#include "app/workflow/project/filter_expression.h"
#include "app/workflow/project/find_photo.h"
#include "app/workflow/project/list_photos.h"

namespace jaedan::cli {
namespace {

using recommender::LabelValue;

/// "12" or "12:top"; names may hold colons, so only a part behind the last one counts.
Result<workflow::GarmentChoice> garment_in(const std::string& option, const std::string& written,
                                           const workflow::Project& project) {
  workflow::GarmentChoice choice;
  std::string photo = written;
  const std::size_t colon = written.rfind(':');
  if (colon != std::string::npos) choice.part = part_from_id(written.substr(colon + 1));
  if (choice.part) photo.resize(colon);
  const Result<Photo> found = workflow::find_photo(project, photo);
  if (!found.ok()) return found.error().with_context(option);
  choice.photo = found->id;
  return choice;
}

}  // namespace

Status check_label(const std::string& option, const std::string& written) {
  if (written.find('=') != std::string::npos) return {};
  return Error{
      ErrorCode::kInvalidArgument, "cli.wrong_label", "{0} takes ATTRIBUTE=VALUE, not '{1}'", {option, written}};
}

Result<std::vector<LabelValue>> labels_in(const std::string& option, const std::vector<std::string>& written,
                                          const Taxonomy& taxonomy) {
  std::vector<LabelValue> labels;
  for (const std::string& one : written) {
    const std::size_t equals = one.find('=');
    const auto word = workflow::find_attribute_word(one.substr(0, equals), one.substr(equals + 1), taxonomy);
    if (!word.ok()) return word.error().with_context(option);
    labels.push_back({word->attribute, word->value});
  }
  return labels;
}

Result<std::vector<workflow::GarmentChoice>> garments_in(const std::string& option,
                                                         const std::vector<std::string>& written,
                                                         const workflow::Project& project) {
  std::vector<workflow::GarmentChoice> choices;
  for (const std::string& one : written) {
    JAEDAN_ASSIGN_OR_RETURN(workflow::GarmentChoice choice, garment_in(option, one, project));
    choices.push_back(choice);
  }
  return choices;
}

Result<labeling::PhotoFilter> filter_in(const std::string& option, const std::string& filter,
                                        const workflow::Project& project) {
  Result<labeling::PhotoFilter> parsed = workflow::parse_filter(filter, project);
  if (!parsed.ok()) return parsed.error().with_context(option);
  return parsed;
}

Result<std::vector<PhotoId>> photos_in(const std::string& option, const std::string& filter,
                                       workflow::Project& project) {
  JAEDAN_ASSIGN_OR_RETURN(const labeling::PhotoFilter parsed, filter_in(option, filter, project));
  return workflow::photos_that_pass(project, parsed);
}

}  // namespace jaedan::cli
