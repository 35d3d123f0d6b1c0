#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "app/workflow/people/acting_user.h"
#include "app/workflow/people/manage_users.h"
#include "labeling/io/image_encoder.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::testing {

/// A project with a photo, and one person of each role, who is called as it.
class Team : public ::testing::Test {
 protected:
  static inline const PasswordCost kCheap = PasswordCost::least();
  static inline const Region kSquare{{{{5, 5}, {30, 5}, {30, 40}, {5, 40}}}};

  void SetUp() override {
    const Image black = Image::of_size(40, 60);
    ASSERT_OK(labeling::write_image(folder_ / "a.png", black.view()));
    auto project = workflow::Project::create(folder_ / "p.jaedan");
    ASSERT_OK(project);
    project_.emplace(std::move(project).value());
    ASSERT_OK_AND_ASSIGN(const auto ids, store().add_photos({Photo{{}, "a", folder_ / "a.png", 40, 60}}));
    photo_ = ids.front();
    add(Role::kManager);
    for (const Role role : {Role::kAnnotator, Role::kExpert, Role::kInspector}) add(role);
  }
  void add(Role role) { ASSERT_OK(store().add_user(std::string(id_of(role)), {role}, {})); }

  labeling::Store& store() { return project_->store(); }
  Actor actor(Role role) { return workflow::acting_user(*project_, std::string(id_of(role))).value(); }
  Annotation stored() { return store().annotation(photo_).value(); }

  const TemporaryFolder folder_;
  std::optional<workflow::Project> project_;
  PhotoId photo_;
};

}  // namespace jaedan::testing
