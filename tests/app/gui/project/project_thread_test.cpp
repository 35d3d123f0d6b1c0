#include "app/gui/project/project_thread.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>

#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::gui {
namespace {

/// Shut until somebody opens it.
class Gate {
 public:
  void open() {
    const std::lock_guard<std::mutex> lock(mutex_);
    is_open_ = true;
    opened_.notify_all();
  }
  void wait() {
    std::unique_lock<std::mutex> lock(mutex_);
    opened_.wait(lock, [this] { return is_open_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable opened_;
  bool is_open_ = false;
};

class ProjectThreads : public ::testing::Test {
 protected:
  void SetUp() override {
    auto project = workflow::Project::create(path_);
    ASSERT_OK(project);
    ASSERT_OK(project->store().add_photos({{PhotoId{}, "a", "/a.jpg", 10, 20}}));
  }
  std::shared_ptr<ProjectConnection> connection() const { return std::make_shared<ProjectConnection>(path_); }
  /// How many photos `thread` counts in the project.
  static std::int64_t count_on(ProjectThread& thread) {
    std::int64_t photos = -1;
    thread.submit("count", [&photos](workflow::Project& project, const workflow::Watch&) {
      const auto counted = project.store().count({});
      return std::function<void()>([&photos, counted] { photos = counted.ok() ? *counted : -2; });
    });
    thread.jobs().wait_idle();
    thread.drain();
    return photos;
  }

  const testing::TemporaryFolder folder_;
  const std::string path_ = folder_ / "p.jaedan";
};

TEST_F(ProjectThreads, ThatShareAConnectionHaveTheSameProject) {
  const auto shared = connection();
  ProjectThread one(shared, {}, {});
  ProjectThread two(shared, {}, {});
  EXPECT_EQ(count_on(one), 1);
  EXPECT_EQ(count_on(two), 1);
  EXPECT_EQ(*shared->project(), *shared->project()) << "opened once";
}

TEST_F(ProjectThreads, ReadingGoesOnWhileOtherWorkHasTheDatabase) {
  ProjectThread reader(connection(), {}, {});
  ProjectThread worker(connection(), {}, {});
  Gate in_batch;
  Gate may_end;
  worker.submit("import", [&](workflow::Project& project, const workflow::Watch&) {
    EXPECT_OK(project.store().batch([&]() -> Status {
      JAEDAN_RETURN_IF_ERROR(project.store().add_photos({{PhotoId{}, "b", "/b.jpg", 10, 20}}));
      in_batch.open();
      may_end.wait();
      return {};
    }));
    return std::function<void()>();
  });
  in_batch.wait();
  EXPECT_EQ(count_on(reader), 1) << "as it was before the work that is not done";
  may_end.open();
  worker.jobs().wait_idle();
  EXPECT_EQ(count_on(reader), 2);
}

TEST_F(ProjectThreads, WhatCannotBeOpenedIsToldAndTriedAgain) {
  int failures = 0;
  const std::string path = folder_ / "later.jaedan";
  ProjectThread thread(std::make_shared<ProjectConnection>(path),
                       [&](const Error& error) {
                         ++failures;
                         EXPECT_EQ(error.code, ErrorCode::kNotFound);
                       },
                       {});
  EXPECT_EQ(count_on(thread), -1);
  EXPECT_EQ(failures, 1);
  ASSERT_OK(workflow::Project::create(path));
  EXPECT_EQ(count_on(thread), 0);
}

}  // namespace
}  // namespace jaedan::gui
