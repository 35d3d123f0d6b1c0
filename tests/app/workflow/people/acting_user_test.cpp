#include "app/workflow/people/acting_user.h"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "app/workflow/photo/open_photo.h"
#include "app/workflow/photo/review.h"
#include "labeling/edit/commands/add_garment.h"
#include "labeling/store/program.h"
#include "tests/app/workflow/people/team.h"

namespace jaedan::workflow {
namespace {

AskPassword says(const std::string& password) {
  return [password]() -> Result<Secret> { return Secret(std::string(password)); };
}

template <typename T>
std::string key_of(const Result<T>& result) {
  return result.ok() ? "" : result.error().message.key;
}

class ActingUser : public testing::Team {
 protected:
  void give_password(const std::string& name, const std::string& password) {
    ASSERT_OK(set_password(*project_, actor(Role::kManager), name, Secret(std::string(password)), kCheap));
  }
  Result<Actor> acting(const std::string& name, const AskPassword& ask = {}) {
    return acting_user(*project_, name, ask);
  }
};

TEST_F(ActingUser, OfAProjectWithoutUsersIsWhoeverItIsAndMayDoEverything) {
  ASSERT_OK_AND_ASSIGN(const Project alone, Project::create(folder_ / "alone.jaedan"));
  bool asked = false;
  ASSERT_OK_AND_ASSIGN(const Actor actor, acting_user(alone, "anybody", [&]() -> Result<Secret> {
                         asked = true;
                         return Secret();
                       }));
  EXPECT_EQ(actor.name, "anybody");
  EXPECT_EQ(actor.roles, Roles::all());
  EXPECT_FALSE(actor.in_team());
  EXPECT_FALSE(asked);
  for (const Deed deed : kAllDeeds) EXPECT_OK(check_may(alone, actor, deed));
}

TEST_F(ActingUser, OfAProjectWithoutUsersHasANameThatAUserCouldHave) {
  ASSERT_OK_AND_ASSIGN(const Project alone, Project::create(folder_ / "alone.jaedan"));
  EXPECT_EQ(acting_user(alone, "\u1106\u1175\u11AB\u110C\u1175")->name, "민지");
  for (const std::string& none : {std::string(), std::string(4000, 'a'), std::string("a\tb"), std::string("a\xff")}) {
    EXPECT_ERROR(acting_user(alone, none), ErrorCode::kInvalidArgument);
  }
}

TEST_F(ActingUser, IsTheUserWithTheirRolesUnderTheNameThatTheProjectHas) {
  ASSERT_OK_AND_ASSIGN(const Actor expert, acting("EXPERT"));
  EXPECT_EQ(expert.name, "expert");
  EXPECT_EQ(expert.roles, Roles{Role::kExpert});
  EXPECT_TRUE(expert.in_team());
  EXPECT_FALSE(expert.stage);
  EXPECT_FALSE(expert.looks);
}

TEST_F(ActingUser, WhoIsNobodyIsRefused) {
  for (const std::string& nobody : {std::string("root"), std::string(), std::string("' or 1=1 --"),
                                    std::string(4000, 'a'), std::string("expert\0", 7)}) {
    const auto refused = acting(nobody);
    EXPECT_ERROR(refused, ErrorCode::kForbidden);
    EXPECT_EQ(key_of(refused), "people.nobody");
  }
}

TEST_F(ActingUser, WhoIsDisabledIsRefused) {
  ASSERT_OK(set_disabled(*project_, actor(Role::kManager), "expert", true));
  EXPECT_EQ(key_of(acting("expert")), "people.disabled");
  ASSERT_OK(set_disabled(*project_, actor(Role::kManager), "expert", false));
  EXPECT_OK(acting("expert"));
}

TEST_F(ActingUser, APasswordIsAskedForOnlyWhereThereIsOne) {
  give_password("expert", "비밀");
  EXPECT_EQ(key_of(acting("expert")), "people.password_asked");
  EXPECT_EQ(key_of(acting("expert", says("wrong"))), "people.wrong_password");
  EXPECT_EQ(key_of(acting("expert", says(""))), "people.wrong_password");
  EXPECT_OK(acting("expert", says("비밀")));
  EXPECT_OK(acting("annotator", []() -> Result<Secret> {
    ADD_FAILURE() << "asked";
    return Secret();
  }));
  const auto passed_on = acting("expert", []() -> Result<Secret> {
    return Error{ErrorCode::kIo, "test.no_file", "no file"};
  });
  EXPECT_ERROR(passed_on, ErrorCode::kIo);
  EXPECT_EQ(store().user_named("expert").value()->failed_logins, 0) << "nothing was tried";
}

TEST_F(ActingUser, ARefusalNeverSaysThePassword) {
  give_password("expert", "topsecret");
  EXPECT_EQ(acting("expert", says("almostsecret")).error().text().find("secret"), std::string::npos);
}

TEST_F(ActingUser, TenWrongPasswordsLockThemOutUntilAManagerGivesANewOne) {
  give_password("expert", "right");
  for (int i = 0; i < kMostFailedLogins; ++i) {
    EXPECT_EQ(key_of(acting("expert", says("wrong"))), "people.wrong_password") << i;
  }
  EXPECT_EQ(key_of(acting("expert", says("right"))), "people.locked");
  EXPECT_EQ(key_of(acting("expert")), "people.locked");
  EXPECT_OK(acting("annotator"));
  give_password("expert", "new");
  EXPECT_OK(acting("expert", says("new")));
}

TEST_F(ActingUser, TheLockIsLoggedOnceAndEndsByItself) {
  give_password("expert", "right");
  const std::string long_ago = labeling::utc_after(labeling::utc_now(), -kLockSeconds - 1);
  const UserId expert = store().user_named("expert").value()->id;
  for (int i = 0; i < kMostFailedLogins; ++i) ASSERT_OK(store().begin_login(expert, long_ago));
  EXPECT_OK(acting("expert", says("right")));  // a quarter of an hour later
  for (int i = 0; i < kMostFailedLogins + 3; ++i) EXPECT_FALSE(acting("expert", says("wrong")).ok());
  labeling::LogQuery query;
  query.action = "locked";
  ASSERT_OK_AND_ASSIGN(const auto records, store().search_log(query, std::nullopt, 10));
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records[0].subject.name, "expert");
  EXPECT_EQ(records[0].note.who, "expert");
  EXPECT_EQ(records[0].after.rfind(R"({"locked_until":"20)", 0), 0u) << records[0].after;
}

TEST_F(ActingUser, OfManyWrongPasswordsAtOnceTenAreTried) {
  give_password("expert", "right");
  std::atomic<int> tried{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 24; ++i) {
    threads.emplace_back([&] { tried += key_of(acting("expert", says("wrong"))) == "people.wrong_password"; });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(tried, kMostFailedLogins);
}

TEST_F(ActingUser, WhoWasDisabledInMidWorkStoresNothingMore) {
  const Actor annotator = actor(Role::kAnnotator);
  ASSERT_OK_AND_ASSIGN(EditSession session, open_session(*project_, photo_));
  ASSERT_OK(session.run(AddGarment(Part::kTop, kSquare, "annotator"), annotator));
  ASSERT_OK(set_disabled(*project_, actor(Role::kManager), "annotator", true));
  EXPECT_ERROR(save_photo(*project_, saved_state_of(session), annotator), ErrorCode::kForbidden);
  EXPECT_EQ(stored().revision, 0);
  ASSERT_OK(set_disabled(*project_, actor(Role::kManager), "annotator", false));
  EXPECT_OK(save_photo(*project_, saved_state_of(session), annotator));  // what they did is still there
}

TEST_F(ActingUser, WhoLostARoleInMidWorkMayDoWhatTheyStillMay) {
  const Actor inspector = actor(Role::kInspector);
  ASSERT_OK(set_roles(*project_, actor(Role::kManager), "inspector", {Role::kAnnotator}));
  EXPECT_ERROR(approve_photo(*project_, photo_, inspector, true), ErrorCode::kForbidden);
  EXPECT_ERROR(check_may(*project_, inspector, Deed::kApprove), ErrorCode::kForbidden);
  EXPECT_OK(check_may(*project_, inspector, Deed::kDraw));
}

TEST_F(ActingUser, WhoBeganBeforeThereWereUsersIsAskedWhoTheyAre) {
  const Actor alone = Actor::alone("anybody");
  EXPECT_ERROR(approve_photos(*project_, {}, alone, false, {}), ErrorCode::kForbidden);
  ASSERT_OK_AND_ASSIGN(EditSession session, open_session(*project_, photo_));
  ASSERT_OK(session.run(AddGarment(Part::kTop, kSquare, "anybody"), alone));
  EXPECT_EQ(key_of(save_photo(*project_, saved_state_of(session), alone)), "people.nobody");
}

TEST_F(ActingUser, AUserOfAnotherProjectIsNobodyHere) {
  Actor other = actor(Role::kManager);
  other.user = UserId{99};
  EXPECT_EQ(key_of(as_of_now(*project_, other)), "people.nobody");
}

}  // namespace
}  // namespace jaedan::workflow
