#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/workflow/project/project.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::testing {

/// A project whose photos wear a top each, as the model "m1" proposed it.
class MadeWardrobe {
 public:
  explicit MadeWardrobe(int photos) {
    auto project = workflow::Project::create(folder_ / "p.jaedan");
    EXPECT_OK(project);
    project_.emplace(std::move(project).value());
    for (int i = 0; i < photos; ++i) add(WorkflowState::kApproved);
  }

  workflow::Project& project() { return *project_; }
  labeling::Store& store() { return project_->store(); }
  PhotoId photo(std::size_t index) const { return photos_[index]; }

  /// One more photo; the model's proposal has a vector unless `drawn`, a top elsewhere.
  PhotoId add(WorkflowState state, bool drawn = false) {
    const auto number = static_cast<float>(photos_.size());
    const std::string name = std::to_string(photos_.size() + 1);
    const PhotoId id = store().add_photos({Photo{{}, name, "/photos/" + name, 100, 100}}).value().front();
    Proposal top;
    top.part = Part::kTop;
    top.region.rings = {{{10, 10}, {90, 10}, {90, 50}, {10, 50}}};
    top.embedding = {1, number};
    EXPECT_OK(store().save_prediction(id, Prediction{"m1", {{1.0, {top}}}}));
    Annotation annotation;
    annotation.photo = id;
    annotation.state = state;
    Garment garment;
    garment.id = GarmentId{1};
    garment.part = Part::kTop;
    garment.region = top.region;
    if (drawn) garment.region.rings = {{{0, 90}, {10, 90}, {10, 99}, {0, 99}}};
    annotation.garments = {garment};
    EXPECT_OK(store().save(annotation, {"mina", "draw"}));
    photos_.push_back(id);
    return id;
  }

  /// A dress that has labels and no outline, as some label files have.
  static Garment without_outline(std::int64_t id) {
    Garment garment;
    garment.id = GarmentId{id};
    garment.part = Part::kDress;
    return garment;
  }

  template <typename Change>
  void change(PhotoId id, const Change& change) {
    Annotation annotation = store().annotation(id).value();
    change(annotation);
    EXPECT_OK(store().save(annotation, {"mina", "edit"}));
  }

 private:
  const TemporaryFolder folder_;
  std::optional<workflow::Project> project_;
  std::vector<PhotoId> photos_;
};

}  // namespace jaedan::testing
