#pragma once

#include <string>
#include <vector>

#include "app/workflow/recommend/recommend_items.h"

namespace CLI {
class App;
}  // namespace CLI

namespace jaedan::cli {

/// What a person writes behind `recommend`, before the project is open.
struct RecommendOptions {
  std::string project;
  std::string image;
  std::string part;
  std::vector<std::string> changes;
  std::vector<std::string> filters;
  std::string wardrobe;
  std::vector<std::string> likes;
  std::vector<std::string> unlikes;
  std::vector<std::string> preferences;
  std::string person;
  workflow::RecommendQuery query;  ///< what needs no project to be understood
  bool json = false;
};

void add_recommend_options(CLI::App& app, RecommendOptions& options);

/// As far as it can be checked without the project. kInvalidArgument.
Status check_recommend_options(RecommendOptions& options);

/// The question that is meant. kInvalidArgument for an attribute or value that there is not; errors of find_photo.
Result<workflow::RecommendQuery> question_of(const RecommendOptions& options, workflow::Project& project);

}  // namespace jaedan::cli
