#include "app/gui/project/manage_desk.h"

#include <memory>

#include "app/workflow/quality/managing.h"
#include "tests/app/workflow/people/crew.h"

namespace jaedan::gui::testing {
namespace {

/// A manager's desk on a project of five people, whose threads are waited for.
class Desk : public jaedan::testing::Crew {
 protected:
  void SetUp() override {
    Crew::SetUp();
    photo_ = add_photo("a");
    ASSERT_OK(claim("ann", Stage::kDrawn, photo_));
    ASSERT_OK(draw(as("ann"), photo_));
    const auto connection = std::make_shared<ProjectConnection>(folder_ / "p.jaedan");
    finder_ = std::make_unique<ProjectThread>(connection, ProjectThread::Failed(), [] {});
    writer_ = std::make_unique<ProjectThread>(connection, ProjectThread::Failed(), [] {});
    desk_ = desk_of(as("boss"));
  }
  std::unique_ptr<ManageDesk> desk_of(const Actor& who) {
    ManageDesk::Events events;
    events.failed = [this](const Error& error) { failed_ = error; };
    events.shut_out = [this](const Error& error) { shut_out_ = error; };
    events.photos = [this](labeling::PhotoFilter filter, workflow::PhotoTotal total) {
      photos_ = std::move(filter);
      total_ = total;
    };
    events.done = [this](const Message& message) { done_ = message; };
    return std::make_unique<ManageDesk>(*finder_, *writer_, who, events);
  }
  void wait() {
    for (int i = 0; i < 3; ++i) {
      for (ProjectThread* const thread : {writer_.get(), finder_.get()}) {
        thread->jobs().wait_idle();
        thread->drain();
      }
    }
  }

  PhotoId photo_;
  std::unique_ptr<ProjectThread> finder_;
  std::unique_ptr<ProjectThread> writer_;
  std::unique_ptr<ManageDesk> desk_;
  std::optional<Error> failed_;
  std::optional<Error> shut_out_;
  std::optional<labeling::PhotoFilter> photos_;
  workflow::PhotoTotal total_;
  std::optional<Message> done_;
};

TEST_F(Desk, FindsTheNumbersAndTheTeam) {
  desk_->ask_work({});
  EXPECT_TRUE(desk_->work().waiting);
  desk_->ask_team();
  desk_->ask_quality("");
  wait();
  ASSERT_TRUE(desk_->work().found);
  EXPECT_FALSE(desk_->work().waiting);
  EXPECT_FALSE(desk_->work().found->done.empty());
  ASSERT_TRUE(desk_->team().found);
  EXPECT_EQ(desk_->team().found->members.size(), 5U);
  ASSERT_TRUE(desk_->quality().found);
  EXPECT_FALSE(failed_);
}

TEST_F(Desk, OnlyTheLastQuestionCounts) {
  workflow::FigureWish wrong;
  wrong.filter.from = "yesterday";
  desk_->ask_work({});
  desk_->ask_work(wrong);
  wait();
  ASSERT_TRUE(desk_->work().error);
  EXPECT_EQ(desk_->work().error->code, ErrorCode::kInvalidArgument);
  EXPECT_FALSE(desk_->work().found);
}

TEST_F(Desk, ChangesAreDoneAndTheTeamIsReadAgain) {
  desk_->change([](workflow::Project& project, const Actor& who) -> Status {
    JAEDAN_RETURN_IF_ERROR(workflow::set_disabled(project, who, "amy", true));
    return {};
  });
  wait();
  EXPECT_FALSE(desk_->refused());
  ASSERT_TRUE(desk_->team().found);
  EXPECT_TRUE(desk_->team().found->members[2].user.disabled);
}

TEST_F(Desk, ARefusalIsToldAndKeptUntilTheNextChange) {
  const auto disable = [&](const std::string& name) {
    desk_->change([name](workflow::Project& project, const Actor& who) -> Status {
      JAEDAN_RETURN_IF_ERROR(workflow::set_disabled(project, who, name, true));
      return {};
    });
    wait();
  };
  disable("boss");  // the last manager
  ASSERT_TRUE(desk_->refused());
  EXPECT_EQ(desk_->refused()->code, ErrorCode::kRefused);
  EXPECT_TRUE(failed_);
  disable("amy");
  EXPECT_FALSE(desk_->refused());
  EXPECT_FALSE(shut_out_);
}

TEST_F(Desk, WhoIsNoManagerIsRefused) {
  const auto desk = desk_of(as("ann"));
  desk->change([](workflow::Project& project, const Actor& who) -> Status {
    JAEDAN_RETURN_IF_ERROR(workflow::managing_team(project, who));
    return {};
  });
  wait();
  ASSERT_TRUE(desk->refused());
  EXPECT_EQ(desk->refused()->code, ErrorCode::kForbidden);
  EXPECT_FALSE(shut_out_) << "they may go on with what their roles allow";
}

TEST_F(Desk, TheLogIsSearchedInPagesAndByPhoto) {
  desk_->search({}, "", false);
  wait();
  ASSERT_TRUE(desk_->records().found);
  const std::size_t all = desk_->records().found->records.size();
  EXPECT_GT(all, 5U);
  EXPECT_TRUE(desk_->records().found->complete);
  desk_->search({}, "a", false);
  wait();
  const FoundRecords& of_photo = *desk_->records().found;
  ASSERT_FALSE(of_photo.records.empty());
  EXPECT_LT(of_photo.records.size(), all);
  for (const std::string& name : of_photo.photos) EXPECT_EQ(name, "a");
  labeling::LogQuery of_days;
  of_days.from = "2026-01-01";
  of_days.until = desk_->records().found->records.front().at.substr(0, 10);
  desk_->search(of_days, "", false);
  wait();
  EXPECT_EQ(desk_->records().found->records.size(), all) << "the last day is part of it";
  of_days.until = "tomorrow";
  desk_->search(of_days, "", false);
  wait();
  ASSERT_TRUE(desk_->records().error);
  EXPECT_EQ(desk_->records().error->message.key, "figures.wrong_day");
  desk_->search({}, "no such photo", false);
  wait();
  EXPECT_TRUE(desk_->records().found->records.empty());
}

TEST_F(Desk, PhotosBehindABarAreFoundForTheList) {
  labeling::PhotoFilter rest;
  rest.part = Part::kTop;
  desk_->find_photos([](workflow::Project& project) { return workflow::photos_behind(project, "ann", "", "", "", 10); },
                     rest);
  wait();
  ASSERT_TRUE(photos_);
  EXPECT_EQ(photos_->only, std::vector<PhotoId>{photo_});
  EXPECT_EQ(photos_->part, Part::kTop);
  EXPECT_EQ(total_.count, 1);
}

TEST_F(Desk, TheLogIsSealed) {
  desk_->seal(folder_ / "seal");
  wait();
  ASSERT_TRUE(done_);
  EXPECT_EQ(done_->key, "audit.sealed");
  desk_->seal(folder_ / "seal/in a file");
  wait();
  EXPECT_TRUE(failed_);
}

}  // namespace
}  // namespace jaedan::gui::testing
