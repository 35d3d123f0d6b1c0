// People, quotas, stages and queues against what the change log's last records say of them.
#include "labeling/store/log_people.h"

#include "labeling/store/log_content.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

using testing::StoreContract;

class LogOfPeople : public StoreContract {
 protected:
  UserId add(const std::string& name, Roles roles) {
    const UserId id = store().add_user(name, roles, {})->id;
    log(name, "add_user", user_content(*store().user(id)));
    return id;
  }
  void log(const std::string& name, const std::string& deed, const std::string& after) {
    EXPECT_OK(store().append_to_log({SubjectKind::kUser, name}, {"boss", deed}, after));
  }
  std::vector<std::string> problems() {
    std::vector<std::string> texts;
    const auto found = people_not_as_logged(store());
    EXPECT_OK(found);
    for (const Message& problem : *found) texts.push_back(problem.text());
    return texts;
  }
};
JAEDAN_FOR_ALL_STORES(LogOfPeople);

using Texts = std::vector<std::string>;

TEST_P(LogOfPeople, AProjectWithoutAnyHasNothingToCompare) { EXPECT_EQ(problems(), Texts()); }

TEST_P(LogOfPeople, NamesARoleAndAStateThatNobodyGave) {
  add("boss", {Role::kManager});
  const UserId mina = add("mina", {Role::kAnnotator});
  EXPECT_EQ(problems(), Texts());
  ASSERT_OK(store().set_user_roles(mina, {Role::kManager}));
  ASSERT_OK(store().set_user_disabled(mina, true));
  EXPECT_EQ(problems(), (Texts{"user mina: disabled is true, but the change log's last word is false",
                               "user mina: roles is [\"manager\"], but the change log's last word is "
                               "[\"annotator\"]"}));
  log("mina", "set_roles", user_content(*store().user(mina)));
  for (int i = 0; i < 60; ++i) log("mina", "other", "{}");
  EXPECT_EQ(problems(), Texts()) << "the last one counts, however far back";
}

TEST_P(LogOfPeople, NamesWhoWasAddedPastTheLog) {
  ASSERT_OK(store().add_user("boss", {Role::kManager}, {}));
  EXPECT_EQ(problems(), Texts()) << "a log that tells of nobody";
  add("mina", {Role::kAnnotator});
  EXPECT_EQ(problems(), Texts{"user boss: the change log does not say who added them"});
  log("jun", "add_user", "{}");
  EXPECT_EQ(problems().back(), "user jun: the change log says that they were added, and they are not there");
}

TEST_P(LogOfPeople, NamesAQuotaAndRulesThatNobodySet) {
  const UserId boss = add("boss", {Role::kManager});
  log("boss", "set_quota", quota_content({5, 0}));
  EXPECT_EQ(problems(), Texts{"user boss: most_open is 0, but the change log's last word is 5"});
  ASSERT_OK(store().set_quota(boss, {5, 0}));
  EXPECT_EQ(problems(), Texts());
  QueueRules rules = *store().queue_rules();
  EXPECT_OK(store().append_to_log({SubjectKind::kSetting, kStagesSetting}, {"boss", "set_stages"},
                                  queue_rules_content(rules)));
  EXPECT_EQ(problems(), Texts());
  rules.control_percent = 15;
  rules.claim_seconds = 60;
  ASSERT_OK(store().set_queue_rules(rules));
  const Texts found = problems();
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], "setting stages: claim_seconds is 60, but the change log's last word is 28800");
  EXPECT_EQ(found[1], "setting stages: control_percent is 15, but the change log's last word is not set");
}

}  // namespace
}  // namespace jaedan::labeling
