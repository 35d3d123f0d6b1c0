#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labeling/store/program.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling::testing {

/// A store of three people with all roles, who claim photos.
class TasksContract : public StoreContract {
 protected:
  static constexpr std::int64_t kHour = 3600;

  void SetUp() override {
    StoreContract::SetUp();
    for (const char* name : {"boss", "kim", "lee"}) {
      const Result<User> user = store().add_user(name, Roles::all(), "");
      ASSERT_TRUE(user.ok());
      people_.push_back(user->id);
    }
  }
  UserId kim() const { return people_[1]; }
  UserId lee() const { return people_[2]; }
  static std::string in(std::int64_t seconds) { return utc_after(utc_now(), seconds); }

  TaskWish wish(UserId user, Stage stage = Stage::kDrawn) const { return {user, stage, std::nullopt, kHour, false}; }
  TaskWish wish(UserId user, PhotoId photo, Stage stage = Stage::kDrawn) const {
    return {user, stage, photo, kHour, false};
  }
  /// The photo that a claim gives, 0 for none.
  PhotoId claimed(const TaskWish& what, const std::string& now = utc_now()) {
    const auto task = store().claim(what, now);
    EXPECT_TRUE(task.ok()) << task.error().text();
    return task.ok() && *task ? (*task)->photo : PhotoId{};
  }
  void bring_to(PhotoId photo, WorkflowState state, UserId worker = {}) {
    Annotation annotation = load(photo);
    annotation.state = state;
    ChangeNote note{"kim", "edit"};
    note.worker = worker;
    ASSERT_OK(store().save(annotation, note, std::nullopt));
  }

  std::vector<UserId> people_;
};

}  // namespace jaedan::labeling::testing
