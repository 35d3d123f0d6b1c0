#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/workflow/project/project.h"
#include "tests/app/workflow/recommend/installed_model.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::testing {

/// A project of approved photos: who wears a shirt wears pants, who wears a hoodie jogger pants. Photos come in turns,
/// the first one office. Garments have vectors of the model "m1", of equal looks, where the project is made so.
class MadeOutfits {
 public:
  explicit MadeOutfits(int photos, bool with_vectors = false) : with_vectors_(with_vectors) {
    auto project = workflow::Project::create(folder_ / "p.jaedan");
    EXPECT_OK(project);
    project_.emplace(std::move(project).value());
    if (with_vectors_) install_vector_model(*project_, "m1");
    for (int i = 0; i < photos; ++i) add_worn(i % 2 == 0);
  }

  workflow::Project& project() { return *project_; }
  labeling::Store& store() { return project_->store(); }
  PhotoId photo(std::size_t index) const { return photos_[index]; }
  std::string model_file() const { return project_->place().cache_dir() + "/outfits.model"; }

  static Garment garment(Part part, const std::string& category, const std::string& colour, std::int64_t id) {
    Garment made;
    made.id = GarmentId{id};
    made.part = part;
    const double y = part == Part::kBottom ? 50 : 10;
    made.region.rings = {{{10, y}, {90, y}, {90, y + 40}, {10, y + 40}}};
    made.attributes = {{"category", category, "", Provenance::human("mina")},
                       {"colour", colour, "", Provenance::human("mina")}};
    return made;
  }

  PhotoId add_worn(bool office) {
    const std::vector<std::string> colours = {"black", "white", "grey"};
    const std::size_t number = photos_.size();
    const std::string &one = colours[number % 3], &other = colours[number / 3 % 3];
    return add(
        office ? std::vector<Garment>{garment(Part::kTop, "shirt", one, 1), garment(Part::kBottom, "pants", other, 2)}
               : std::vector<Garment>{garment(Part::kTop, "hoodie", one, 1),
                                      garment(Part::kBottom, "jogger_pants", other, 2)});
  }

  PhotoId add(std::vector<Garment> garments, WorkflowState state = WorkflowState::kApproved) {
    const std::string name = std::to_string(photos_.size() + 1);
    const PhotoId id = store().add_photos({Photo{{}, name, "/photos/" + name, 100, 100}}).value().front();
    if (with_vectors_) {
      EXPECT_OK(store().save_prediction(id, Prediction{"m1", {}}));
      for (const Garment& one : garments) EXPECT_OK(store().save_embeddings({{id, one.id, "m1", {0.6F, 0.8F}}}));
    }
    Annotation annotation;
    annotation.photo = id;
    annotation.state = state;
    annotation.garments = std::move(garments);
    EXPECT_OK(store().save(annotation, {"mina", "draw"}));
    photos_.push_back(id);
    return id;
  }

  template <typename Change>
  void change(PhotoId id, const Change& change) {
    Annotation annotation = store().annotation(id).value();
    change(annotation);
    EXPECT_OK(store().save(annotation, {"mina", "edit"}));
  }

 private:
  const TemporaryFolder folder_;
  const bool with_vectors_;
  std::optional<workflow::Project> project_;
  std::vector<PhotoId> photos_;
};

}  // namespace jaedan::testing
