#pragma once

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>

#include "app/workflow/people/acting_user.h"
#include "app/workflow/people/manage_users.h"
#include "app/workflow/people/tasks.h"
#include "app/workflow/photo/change_photo.h"
#include "app/workflow/photo/review.h"
#include "app/workflow/photo/submit_photo.h"
#include "labeling/edit/commands/add_garment.h"
#include "labeling/edit/commands/set_attribute.h"
#include "labeling/edit/commands/set_region.h"
#include "labeling/io/image_encoder.h"
#include "labeling/store/program.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::testing {

/// A project of a boss (manager), ann and amy (annotators), eve (expert) and ian (inspector), with photos that have no
/// file.
class Crew : public ::testing::Test {
 protected:
  void SetUp() override {
    auto project = workflow::Project::create(folder_ / "p.jaedan");
    ASSERT_OK(project);
    project_.emplace(std::move(project).value());
    add("boss", Role::kManager);
    add("ann", Role::kAnnotator);
    add("amy", Role::kAnnotator);
    add("eve", Role::kExpert);
    add("ian", Role::kInspector);
  }
  void add(const char* name, Role role) {
    const auto boss = is_first_ ? Result<Actor>(Actor::alone("boss")) : workflow::acting_user(*project_, "boss");
    ASSERT_OK(boss);
    ASSERT_OK(workflow::add_user(*project_, *boss, name, {role}, std::nullopt));
    is_first_ = false;
  }
  Actor as(const std::string& name) const {
    const Result<Actor> actor = workflow::acting_user(*project_, name);
    EXPECT_TRUE(actor.ok()) << actor.error().text();
    return actor.ok() ? *actor : Actor();
  }
  PhotoId add_photo(const std::string& name) {
    return project_->store().add_photos({Photo{{}, name, folder_ / (name + ".png"), 100, 100}})->front();
  }
  /// The photo's file comes, or is another, of this size.
  void write_file(const std::string& name, int width, int height) {
    ASSERT_OK(labeling::write_image(folder_ / (name + ".png"), Image::of_size(width, height).view()));
  }
  labeling::Store& store() { return project_->store(); }
  Annotation stored(PhotoId id) { return store().annotation(id).value(); }

  Result<workflow::PhotoTask> claim(const std::string& name, Stage stage, std::optional<PhotoId> photo = {}) {
    return workflow::claim_task(*project_, as(name), {stage, photo, {}});
  }
  static Region square(double size = 50) { return Region{{{{10, 10}, {size, 10}, {size, size}, {10, size}}}}; }
  Result<bool> draw(const Actor& actor, PhotoId photo, double size = 50) {
    return workflow::change_photo(*project_, photo, actor, [&](const EditSession& session) -> workflow::MadeCommand {
      const auto& garments = session.annotation().garments;
      if (garments.empty()) return workflow::made(AddGarment(Part::kTop, square(size), actor.name));
      return workflow::made(SetRegion(garments.front().id, square(size), actor.name));
    });
  }
  Result<bool> label(const Actor& actor, PhotoId photo, const std::string& attribute, const std::string& value) {
    return workflow::change_photo(*project_, photo, actor, [&](const EditSession& session) -> workflow::MadeCommand {
      return workflow::made(SetAttribute(session.annotation().garments.front().id, attribute, value, actor.name));
    });
  }

  const TemporaryFolder folder_;
  std::optional<workflow::Project> project_;

 private:
  bool is_first_ = true;
};

}  // namespace jaedan::testing
