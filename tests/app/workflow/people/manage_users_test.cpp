#include "app/workflow/people/manage_users.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/app/workflow/people/team.h"

namespace jaedan::workflow {
namespace {

class ManageUsers : public testing::Team {};

TEST_F(ManageUsers, OnlyManagersDo) {
  for (const Role role : Roles::all().list()) {
    SCOPED_TRACE(id_of(role));
    const Actor who = actor(role);
    const std::string name = "new of " + std::string(id_of(role));
    const auto added = add_user(*project_, who, name, {Role::kAnnotator}, std::nullopt);
    const auto given = set_roles(*project_, who, "annotator", {Role::kAnnotator});
    const auto disabled = set_disabled(*project_, who, "expert", false);
    const bool another = role != Role::kExpert;
    const auto password = set_password(*project_, who, another ? "expert" : "annotator", std::nullopt, kCheap);
    if (role == Role::kManager) {
      EXPECT_OK(added);
      EXPECT_OK(given);
      EXPECT_OK(disabled);
      EXPECT_OK(password);
      continue;
    }
    EXPECT_ERROR(added, ErrorCode::kForbidden);
    EXPECT_ERROR(given, ErrorCode::kForbidden);
    EXPECT_ERROR(disabled, ErrorCode::kForbidden);
    EXPECT_ERROR(password, ErrorCode::kForbidden);
  }
  EXPECT_EQ(*store().user_count(), 5);
}

TEST_F(ManageUsers, TheFirstPersonIsAddedByWhoeverWorksAloneAndIsAManager) {
  ASSERT_OK_AND_ASSIGN(Project alone, Project::create(folder_ / "alone.jaedan"));
  const Actor anybody = Actor::alone("anybody");
  EXPECT_ERROR(add_user(alone, anybody, "mina", {Role::kAnnotator}, std::nullopt), ErrorCode::kForbidden);
  ASSERT_OK(add_user(alone, anybody, "boss", {Role::kManager}, Secret("pw"), kCheap));
  EXPECT_ERROR(add_user(alone, anybody, "mina", {Role::kAnnotator}, std::nullopt), ErrorCode::kForbidden);
  ASSERT_OK_AND_ASSIGN(const Actor boss, acting_user(alone, "boss", []() -> Result<Secret> { return Secret("pw"); }));
  EXPECT_OK(add_user(alone, boss, "mina", {Role::kAnnotator}, std::nullopt));
}

TEST_F(ManageUsers, PeopleGiveThemselvesANewPassword) {
  ASSERT_OK(set_password(*project_, actor(Role::kAnnotator), "Annotator", Secret("mine"), kCheap));
  EXPECT_TRUE(store().user_named("annotator").value()->has_password);
  EXPECT_EQ(store().password_hash(store().user_named("annotator").value()->id).value().rfind("$argon2id$", 0), 0u);
}

TEST_F(ManageUsers, WhoIsDisabledGivesThemselvesNothing) {
  const Actor annotator = actor(Role::kAnnotator);
  ASSERT_OK(set_disabled(*project_, actor(Role::kManager), "annotator", true));
  EXPECT_ERROR(set_password(*project_, annotator, "annotator", Secret("mine"), kCheap), ErrorCode::kForbidden);
}

TEST_F(ManageUsers, NamesThatNobodyHasAreNotFound) {
  const Actor boss = actor(Role::kManager);
  EXPECT_ERROR(set_roles(*project_, boss, "nobody", {Role::kExpert}), ErrorCode::kNotFound);
  EXPECT_ERROR(set_disabled(*project_, boss, "nobody", true), ErrorCode::kNotFound);
  EXPECT_ERROR(set_password(*project_, boss, "nobody", std::nullopt, kCheap), ErrorCode::kNotFound);
}

TEST_F(ManageUsers, TheLastManagerStaysOne) {
  const Actor boss = actor(Role::kManager);
  EXPECT_ERROR(set_disabled(*project_, boss, "manager", true), ErrorCode::kRefused);
  EXPECT_ERROR(set_roles(*project_, boss, "manager", {Role::kExpert}), ErrorCode::kRefused);
  ASSERT_OK(set_roles(*project_, boss, "expert", {Role::kExpert, Role::kManager}));
  EXPECT_OK(set_disabled(*project_, boss, "manager", true));
  EXPECT_ERROR(set_disabled(*project_, boss, "manager", false), ErrorCode::kForbidden);  // who is out lets nobody in
}

TEST_F(ManageUsers, AddsNothingForAPasswordOrANameThatIsNone) {
  const Actor boss = actor(Role::kManager);
  EXPECT_ERROR(add_user(*project_, boss, "mina", {Role::kExpert}, Secret(std::string()), kCheap),
               ErrorCode::kInvalidArgument);
  EXPECT_ERROR(add_user(*project_, boss, "mi\nna", {Role::kExpert}, std::nullopt), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(add_user(*project_, boss, "EXPERT", {Role::kExpert}, std::nullopt), ErrorCode::kConflict);
  EXPECT_EQ(*store().user_count(), 4);
}

TEST_F(ManageUsers, WhatTheyDoIsLoggedWithTheirRoleAndWithoutPasswords) {
  const Actor boss = actor(Role::kManager);
  ASSERT_OK(add_user(*project_, boss, "mina", {Role::kAnnotator}, Secret("secret"), kCheap));
  ASSERT_OK(set_roles(*project_, boss, "mina", {Role::kExpert}));
  ASSERT_OK(set_disabled(*project_, boss, "mina", true));
  ASSERT_OK(set_disabled(*project_, boss, "mina", false));
  ASSERT_OK(set_password(*project_, boss, "mina", std::nullopt, kCheap));
  ASSERT_OK(set_password(*project_, actor(Role::kAnnotator), "annotator", Secret("mine"), kCheap));
  EXPECT_ERROR(set_roles(*project_, boss, "manager", {Role::kExpert}), ErrorCode::kRefused);
  labeling::LogQuery about_users;
  about_users.kind = labeling::SubjectKind::kUser;
  ASSERT_OK_AND_ASSIGN(std::vector<labeling::LogRecord> records, store().search_log(about_users, std::nullopt, 20));
  std::sort(records.begin(), records.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
  std::vector<std::string> lines;
  for (const labeling::LogRecord& record : records) {
    lines.push_back(record.note.who + " (" + record.note.role + ") " + record.note.action + " " + record.subject.name +
                    " " + record.after);
  }
  EXPECT_EQ(lines, (std::vector<std::string>{
                       R"(manager (manager) add_user mina {"roles":["annotator"],"disabled":false,"password":true})",
                       R"(manager (manager) set_roles mina {"roles":["expert"],"disabled":false,"password":true})",
                       R"(manager (manager) disable_user mina {"roles":["expert"],"disabled":true,"password":true})",
                       R"(manager (manager) enable_user mina {"roles":["expert"],"disabled":false,"password":true})",
                       R"(manager (manager) set_password mina {"roles":["expert"],"disabled":false,"password":false})",
                       R"(annotator (annotator) change_password annotator )"
                       R"({"roles":["annotator"],"disabled":false,"password":true})"}));
  EXPECT_TRUE(store().verify_log({})->empty());
}

}  // namespace
}  // namespace jaedan::workflow
