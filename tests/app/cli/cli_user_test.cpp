// Who works in a project, and what of that the command line lets them do.
#include <gtest/gtest.h>

#include <fstream>

#include "labeling/review/state_machine.h"
#include "labeling/store/program.h"
#include "tests/app/cli/cli.h"
#include "tests/labeling/store/project_at.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {
namespace {

const std::string kHash =
    "$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

std::string key_of(const ProgramResult& result) { return json_of(result)["error"].value("key", ""); }

class CliUser : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(jaedan({"init", project_}).exit_code, 0); }
  /// `jaedan user WHAT PROJECT …  --json`
  ProgramResult user(const std::string& what, std::vector<std::string> arguments, const std::string& input = {},
                     std::vector<std::string> environment = {"JAEDAN_USER=boss"}) const {
    arguments.insert(arguments.begin(), {"user", what, project_});
    arguments.push_back("--json");
    return run_program(JAEDAN_PROGRAM, arguments, environment, input);
  }
  void make_team() const {
    ASSERT_EQ(user("add", {"boss", "--role", "manager"}).exit_code, 0);
    ASSERT_EQ(user("add", {"mina", "--role", "annotator,expert"}).exit_code, 0);
  }

  const TemporaryFolder folder_;
  const std::string project_ = folder_ / "a.jaedan";
};

TEST_F(CliUser, PeopleAreAddedAndListed) {
  EXPECT_EQ(json_of(user("list", {})), nlohmann::json::array());
  EXPECT_NE(jaedan({"user", "list", project_}).out.find("one person"), std::string::npos);
  make_team();
  const auto people = json_of(user("list", {}));
  ASSERT_EQ(people.size(), 2u);
  EXPECT_EQ(people[1]["name"], "mina");
  EXPECT_EQ(people[1]["roles"], (nlohmann::json{"annotator", "expert"}));
  EXPECT_EQ(people[1]["disabled"], false);
  EXPECT_EQ(people[1]["password"], false);
  EXPECT_EQ(people[1]["locked"], false);
  EXPECT_EQ(jaedan({"user", "list", project_}).out, "boss  manager\nmina  annotator,expert\n");
}

TEST_F(CliUser, TheFirstIsAManagerAndIsToldSo) {
  const auto refused = user("add", {"mina", "--role", "annotator"});
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_EQ(key_of(refused), "user.first_manages");
  EXPECT_EQ(json_of(user("list", {})).size(), 0u);
}

TEST_F(CliUser, RolesChangeAndPeopleAreKeptOut) {
  make_team();
  EXPECT_EQ(json_of(user("role", {"mina", "--role", "inspector"}))["roles"], (nlohmann::json{"inspector"}));
  EXPECT_EQ(json_of(user("role", {"mina", "annotator,inspector"}))["roles"].size(), 2u);
  const auto turned = jaedan({"user", "role", "--role", "annotator,expert", project_, "mina", "--user", "boss"});
  EXPECT_EQ(turned.out, "mina  annotator,expert\n") << turned.err;
  EXPECT_EQ(json_of(user("disable", {"mina"}))["disabled"], true);
  const auto refused = jaedan({"rescale", project_, "--user", "mina", "--json"});
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_EQ(key_of(refused), "people.disabled");
  EXPECT_EQ(json_of(user("enable", {"mina"}))["disabled"], false);
}

TEST_F(CliUser, WhatIsDoneAboutPeopleIsInTheLog) {
  make_team();
  ASSERT_EQ(user("disable", {"mina"}).exit_code, 0);
  const auto records = json_of(jaedan({"audit", project_, "--about", "user", "--json"}))["records"];
  ASSERT_EQ(records.size(), 3u) << records;
  EXPECT_EQ(records[0]["action"], "disable_user");
  EXPECT_EQ(records[0]["name"], "mina");
  EXPECT_EQ(records[0]["who"], "boss");
  EXPECT_EQ(records[0]["role"], "manager");
  EXPECT_EQ(records[0]["after"]["disabled"], true);
  EXPECT_EQ(records[2]["action"], "add_user");
  EXPECT_EQ(jaedan({"verify", project_}).exit_code, 0);
}

TEST_F(CliUser, TheLastManagerStays) {
  make_team();
  for (const auto& refused : {user("disable", {"boss"}), user("role", {"boss", "--role", "expert"})}) {
    EXPECT_EQ(refused.exit_code, 1);
    EXPECT_EQ(key_of(refused), "user.last_manager");
  }
}

TEST_F(CliUser, WrongNamesAndRolesAreWrongUsage) {
  make_team();
  for (const std::string& name : {std::string(), std::string(4000, 'a'), std::string("a\nb"), std::string("a\xff")}) {
    EXPECT_EQ(user("add", {name, "--role", "expert"}).exit_code, 2) << name.size();
  }
  EXPECT_EQ(user("add", {"x", "--role", "boss"}).exit_code, 2);
  EXPECT_EQ(user("add", {"x"}).exit_code, 2) << "without a role";
  EXPECT_EQ(user("password", {"mina"}).exit_code, 2) << "from nowhere";
  EXPECT_EQ(user("role", {"mina"}).exit_code, 2) << "which ones";
  EXPECT_EQ(json_of(user("role", {"mina", "expert,annotator"}))["roles"].size(), 2u);
  EXPECT_EQ(json_of(user("role", {"mina", "--role", "expert"}))["roles"].size(), 1u);
  EXPECT_EQ(user("list", {"--user", "mina"}).exit_code, 0);
  EXPECT_EQ(jaedan({"user"}).exit_code, 2);
  EXPECT_EQ(user("add", {"MINA", "--role", "expert"}).exit_code, 3) << "there is one";
  EXPECT_EQ(user("role", {"nobody", "--role", "expert"}).exit_code, 3);
  EXPECT_EQ(user("add", {"'; drop table person; --", "--role", "expert"}).exit_code, 0);
  EXPECT_EQ(json_of(user("add", {"\u1106\u1175\u11AB\u110C\u1175", "--role", "expert"}))["name"], "민지");
  EXPECT_EQ(json_of(user("list", {})).size(), 4u);
}

TEST_F(CliUser, APasswordComesByStdinOrAFileAndIsNeverShown) {
  ASSERT_EQ(user("add", {"boss", "--role", "manager", "--password-stdin"}, "s3cretive\n").exit_code, 0);
  const std::string file = folder_ / "password";
  std::ofstream(file) << "s3cretive\n";
  const auto none = user("add", {"mina", "--role", "expert"});
  EXPECT_EQ(none.exit_code, 3);
  EXPECT_EQ(key_of(none), "people.password_asked");
  const auto wrong = user("add", {"mina", "--role", "expert", "--password-stdin"}, "s3cretive2\nother\n");
  EXPECT_EQ(wrong.exit_code, 3);
  EXPECT_EQ(key_of(wrong), "people.wrong_password");
  EXPECT_EQ((wrong.out + wrong.err).find("s3cretive"), std::string::npos);
  // Of who acts first, then the new one.
  EXPECT_EQ(
      json_of(user("add", {"mina", "--role", "expert", "--password-stdin"}, "s3cretive\nhers alone\n"))["password"],
      true);
  const auto by_file =
      user("add", {"jun", "--role", "expert"}, {}, {"JAEDAN_USER=boss", "JAEDAN_PASSWORD_FILE=" + file});
  EXPECT_EQ(by_file.exit_code, 0) << by_file.err;
  const auto no_line = user("password", {"jun", "--password-stdin"}, "s3cretive\n");
  EXPECT_EQ(no_line.exit_code, 2);
  EXPECT_EQ(key_of(no_line), "cli.no_password_line");
  // A person's own.
  EXPECT_EQ(user("password", {"mina", "--password-stdin"}, "hers alone\nthe new one\n", {"JAEDAN_USER=mina"}).exit_code,
            0);
  EXPECT_EQ(user("password", {"jun", "--password-stdin"}, "the new one\nx\n", {"JAEDAN_USER=mina"}).exit_code, 3);
  EXPECT_EQ(json_of(user("password", {"mina", "--remove", "--password-stdin"}, "s3cretive\n"))["password"], false);
}

TEST_F(CliUser, WhoIsLockedOutGetsInWithANewPassword) {
  make_team();
  ASSERT_EQ(user("password", {"mina", "--password-stdin"}, "hers alone\n").exit_code, 0);
  ASSERT_OK_AND_ASSIGN(const auto store, labeling::testing::open_project_at(project_));
  ASSERT_OK_AND_ASSIGN(const auto mina, store->user_named("mina"));
  for (int i = 0; i < kMostFailedLogins; ++i) ASSERT_OK(store->begin_login(mina->id, labeling::utc_now()));
  const auto locked =
      run_program(JAEDAN_PROGRAM, {"return", project_, "--user", "mina", "--image", "1", "--password-stdin", "--json"},
                  {}, "hers alone\n");
  EXPECT_EQ(locked.exit_code, 3);
  EXPECT_EQ(key_of(locked), "people.locked");
  EXPECT_EQ(json_of(user("list", {}))[1]["locked"], true);
  const std::string until = labeling::utc_after(store->user(mina->id)->failed_at, kLockSeconds);
  EXPECT_EQ(json_of(user("list", {}))[1]["locked_until"], until);
  EXPECT_NE(locked.err.find("until " + until), std::string::npos) << locked.err;
  ASSERT_EQ(user("password", {"mina", "--password-stdin"}, "new\n").exit_code, 0);
  EXPECT_EQ(json_of(user("list", {}))[1]["locked"], false);
}

TEST_F(CliUser, WithoutUsersNothingIsAskedAndWithThemWhoWorksIs) {
  EXPECT_EQ(jaedan({"rescale", project_}).exit_code, 0);
  make_team();
  const auto refused = jaedan({"rescale", project_, "--json"});
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_EQ(key_of(refused), "cli.say_who");
  EXPECT_NE(refused.err.find("tester is none of them"), std::string::npos) << refused.err;
  EXPECT_EQ(jaedan({"rescale", project_, "--user", "BOSS"}).exit_code, 0);
  EXPECT_EQ(jaedan({"verify", project_}).exit_code, 0) << "looking is for everybody";
}

/// A verb that changes something, and the deed that it is.
struct ChangingVerb {
  std::vector<std::string> arguments;  ///< behind the project
  Deed deed;
};

TEST_F(CliUser, EachVerbIsForThoseWhomTheTableNamesAndForNobodyElse) {
  make_team();
  ASSERT_OK_AND_ASSIGN(const auto store, labeling::testing::open_project_at(project_));
  for (const Role role : Roles::all().list()) ASSERT_OK(store->add_user(std::string(id_of(role)), {role}, {}));
  ASSERT_OK(store->add_photos({Photo{{}, "a", "/nowhere/a.png", 10, 10}}));
  const std::vector<ChangingVerb> verbs = {
      {{"import", folder_.path(), "--format", "images"}, Deed::kManage},
      {{"import", folder_.path(), "--format", "kfashion"}, Deed::kImport},
      {{"relocate", "/nowhere", folder_.path()}, Deed::kManage},
      {{"rescale"}, Deed::kManage},
      {{"prefill", "--model", "no-such-model"}, Deed::kManage},
      {{"approve"}, Deed::kApprove},
      {{"approve", "--image", "1"}, Deed::kApprove},
      {{"approve", "--accept-proposals"}, Deed::kManage},
      {{"return", "--image", "1"}, Deed::kReturn},
      {{"snapshot"}, Deed::kManage},
      {{"train", "--snapshot", "none"}, Deed::kManage},
      {{"evaluate", "--calibrate", "--snapshot", "none"}, Deed::kManage},
      {{"promote", "no-such-model"}, Deed::kManage},
      {{"rollback"}, Deed::kManage},
  };
  for (const ChangingVerb& verb : verbs) {
    for (const Role role : Roles::all().list()) {
      std::vector<std::string> arguments = verb.arguments;
      arguments.insert(arguments.begin() + 1, project_);
      arguments.insert(arguments.end(), {"--user", std::string(id_of(role)), "--json"});
      const auto result = jaedan(arguments);
      const auto error = json_of(result)["error"];
      const bool forbidden = error.is_object() && error.value("code", "") == "forbidden";
      EXPECT_EQ(forbidden, !roles_for(verb.deed).has(role)) << verb.arguments[0] << ", " << id_of(role) << result.err;
      if (!forbidden) continue;
      EXPECT_EQ(result.exit_code, 3);
      EXPECT_NE(result.err.find("it takes "), std::string::npos) << result.err;
    }
  }
  for (const char* what : {"add", "role", "disable", "enable", "password"}) {
    for (const Role role : Roles::all().list()) {
      std::vector<std::string> arguments = {"mina", "--user", std::string(id_of(role))};
      if (what == std::string("add")) arguments[0] = "new of " + arguments[2];
      if (what == std::string("add") || what == std::string("role")) {
        arguments.insert(arguments.end(), {"--role", "expert"});
      }
      if (what == std::string("password")) arguments.push_back("--remove");
      EXPECT_EQ(user(what, arguments).exit_code, role == Role::kManager ? 0 : 3) << what << ", " << id_of(role);
    }
  }
}

TEST_F(CliUser, EveryVerbThatChangesAProjectTakesAUser) {
  for (const char* verb : {"import", "prefill", "approve", "return", "snapshot", "train", "evaluate", "promote",
                           "rollback", "relocate", "rescale"}) {
    const auto help = jaedan({verb, "--help"});
    EXPECT_NE(help.out.find("--user"), std::string::npos) << verb;
    EXPECT_NE(help.out.find("--password-stdin"), std::string::npos) << verb;
  }
}

TEST_F(CliUser, TenThousandPeopleAreListed) {
  ASSERT_OK_AND_ASSIGN(const auto store, labeling::testing::open_project_at(project_));
  ASSERT_OK(store->batch([&]() -> Status {
    for (int i = 0; i < 10000; ++i) {
      const Roles roles = i == 0 ? Roles{Role::kManager} : Roles{Role::kAnnotator};
      JAEDAN_RETURN_IF_ERROR(store->add_user("worker " + std::to_string(i), roles, kHash));
    }
    return {};
  }));
  EXPECT_EQ(json_of(user("list", {})).size(), 10000u);
}

}  // namespace
}  // namespace jaedan::testing
