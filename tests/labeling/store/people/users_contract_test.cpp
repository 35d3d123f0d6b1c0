#include <atomic>
#include <chrono>
#include <thread>

#include "labeling/store/people/user_rules.h"
#include "labeling/store/program.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

using testing::StoreContract;

constexpr Roles kManager = {Role::kManager};
constexpr Roles kAnnotator = {Role::kAnnotator};

class StoreUsers : public StoreContract {
 protected:
  UserId add(const std::string& name, Roles roles, const std::string& hash = {}) {
    const auto added = store().add_user(name, roles, hash);
    EXPECT_OK(added);
    return added.ok() ? added->id : UserId{};
  }
  User user(UserId id) { return store().user(id).value(); }
};
JAEDAN_FOR_ALL_STORES(StoreUsers);

TEST_P(StoreUsers, AProjectBeginsWithoutAny) {
  EXPECT_EQ(*store().user_count(), 0);
  EXPECT_TRUE(store().users({}, 10)->empty());
  EXPECT_FALSE(store().user_named("mina")->has_value());
  EXPECT_ERROR(store().user(UserId{1}), ErrorCode::kNotFound);
}

TEST_P(StoreUsers, APersonComesBackAsTheyWereAdded) {
  add("boss", kManager);
  ASSERT_OK_AND_ASSIGN(const User added, store().add_user("민지", {Role::kExpert, Role::kInspector}, "$hash"));
  const User mina = user(added.id);
  EXPECT_EQ(mina.name, "민지");
  EXPECT_EQ(mina.roles, (Roles{Role::kExpert, Role::kInspector}));
  EXPECT_FALSE(mina.disabled);
  EXPECT_TRUE(mina.has_password);
  EXPECT_EQ(mina.failed_logins, 0);
  EXPECT_EQ(mina.created_at, added.created_at);
  EXPECT_EQ(mina.created_at.size(), std::string("2026-01-31T23:59:59.123Z").size());
  EXPECT_EQ(*store().password_hash(added.id), "$hash");
  EXPECT_EQ(*store().user_count(), 2);
}

TEST_P(StoreUsers, TheFirstOneIsAManager) {
  EXPECT_ERROR(store().add_user("mina", kAnnotator, {}), ErrorCode::kForbidden);
  EXPECT_EQ(*store().user_count(), 0);
  add("boss", {Role::kManager, Role::kAnnotator});
  add("mina", kAnnotator);
}

TEST_P(StoreUsers, ANameIsThereOnceWhateverItsCase) {
  add("Mina", kManager);
  for (const char* same : {"Mina", "mina", "MINA", "\uFF2Dina"}) {
    EXPECT_ERROR(store().add_user(same, kAnnotator, {}), ErrorCode::kConflict);
    ASSERT_TRUE(store().user_named(same)->has_value()) << same;
    EXPECT_EQ((*store().user_named(same))->name, "Mina");
  }
  EXPECT_EQ(*store().user_count(), 1);
}

TEST_P(StoreUsers, NamesAreInFormCAndOthersAreRefused) {
  const UserId id = add("\u1106\u1175\u11AB\u110C\u1175", kManager);
  EXPECT_EQ(user(id).name, "민지");
  EXPECT_EQ((*store().user_named("민지"))->id, id);
  const std::string sql = "'; drop table person; --";
  EXPECT_EQ(user(add(sql, kAnnotator)).name, sql);
  for (const std::string& none :
       {std::string(), std::string(4000, 'a'), std::string("a\nb"), std::string("a\0b", 3), std::string("a\xff")}) {
    EXPECT_ERROR(store().add_user(none, kAnnotator, {}), ErrorCode::kInvalidArgument);
    EXPECT_FALSE(store().user_named(none)->has_value());
  }
  EXPECT_ERROR(store().add_user("nobody", {}, {}), ErrorCode::kInvalidArgument);  // without a role
  EXPECT_EQ(*store().user_count(), 2);
}

TEST_P(StoreUsers, RolesAreGivenAndPeopleKeptOut) {
  add("boss", kManager);
  const UserId mina = add("mina", kAnnotator);
  ASSERT_OK(store().set_user_roles(mina, {Role::kExpert}));
  ASSERT_OK(store().set_user_disabled(mina, true));
  EXPECT_EQ(user(mina).roles, Roles{Role::kExpert});
  EXPECT_TRUE(user(mina).disabled);
  ASSERT_OK(store().set_user_disabled(mina, false));
  EXPECT_FALSE(user(mina).disabled);
  EXPECT_ERROR(store().set_user_roles(mina, {}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(store().set_user_roles(UserId{99}, kManager), ErrorCode::kNotFound);
  EXPECT_ERROR(store().set_user_disabled(UserId{99}, true), ErrorCode::kNotFound);
}

TEST_P(StoreUsers, TheLastManagerStays) {
  const UserId boss = add("boss", kManager);
  const UserId mina = add("mina", kAnnotator);
  EXPECT_ERROR(store().set_user_disabled(boss, true), ErrorCode::kRefused);
  EXPECT_ERROR(store().set_user_roles(boss, kAnnotator), ErrorCode::kRefused);
  ASSERT_OK(store().set_user_roles(boss, {Role::kManager, Role::kExpert}));

  ASSERT_OK(store().set_user_roles(mina, kManager));
  ASSERT_OK(store().set_user_disabled(mina, true));
  EXPECT_ERROR(store().set_user_disabled(boss, true), ErrorCode::kRefused);  // the other one may not act
  ASSERT_OK(store().set_user_disabled(mina, false));
  ASSERT_OK(store().set_user_disabled(boss, true));
  EXPECT_ERROR(store().set_user_roles(mina, kAnnotator), ErrorCode::kRefused);
  ASSERT_OK(store().set_user_roles(boss, kAnnotator));  // who is disabled already
}

TEST_P(StoreUsers, APasswordIsCountedAsWrongUntilItWasRight) {
  const UserId boss = add("boss", kManager, "$one");
  const std::string now = utc_now();
  for (int i = 1; i < kMostFailedLogins; ++i) EXPECT_EQ(*store().begin_login(boss, now), i);
  EXPECT_EQ(user(boss).failed_logins, kMostFailedLogins - 1);
  EXPECT_EQ(user(boss).failed_at, now);
  EXPECT_EQ(*store().begin_login(boss, now), kMostFailedLogins) << "the right one, just in time";
  ASSERT_OK(store().end_login(boss));
  EXPECT_EQ(user(boss).failed_logins, 0);
  EXPECT_EQ(*store().begin_login(boss, now), 1);
  EXPECT_ERROR(store().begin_login(UserId{99}, now), ErrorCode::kNotFound);
  EXPECT_ERROR(store().end_login(UserId{99}), ErrorCode::kNotFound);
}

TEST_P(StoreUsers, TenWrongPasswordsInARowLockForAQuarterOfAnHourOrUntilThereIsANewOne) {
  const UserId boss = add("boss", kManager, "$one");
  const std::string now = utc_now();
  for (int i = 1; i <= kMostFailedLogins; ++i) EXPECT_EQ(*store().begin_login(boss, now), i);
  const std::string until = utc_after(now, kLockSeconds);
  EXPECT_EQ(locked_until(user(boss), now), until);
  EXPECT_EQ(*store().begin_login(boss, now), 0);
  EXPECT_EQ(*store().begin_login(boss, utc_after(now, kLockSeconds - 1)), 0);
  EXPECT_EQ(user(boss).failed_at, now) << "who is refused does not make it longer";
  EXPECT_EQ(*store().begin_login(boss, utc_after(now, -60)), 0) << "a clock that is a little behind";
  EXPECT_EQ(locked_until(user(boss), until), std::nullopt);
  EXPECT_EQ(*store().begin_login(boss, until), 1) << "a new row";

  for (int i = 2; i <= kMostFailedLogins; ++i) EXPECT_EQ(*store().begin_login(boss, until), i);
  ASSERT_OK(store().set_password_hash(boss, "$two"));
  EXPECT_EQ(user(boss).failed_logins, 0);
  EXPECT_EQ(*store().begin_login(boss, until), 1);
  EXPECT_EQ(*store().password_hash(boss), "$two");
  ASSERT_OK(store().set_password_hash(boss, ""));
  EXPECT_FALSE(user(boss).has_password);
  EXPECT_ERROR(store().set_password_hash(UserId{99}, "x"), ErrorCode::kNotFound);
  EXPECT_ERROR(store().set_password_hash(boss, std::string("a\0b", 3)), ErrorCode::kInvalidArgument);
}

TEST_P(StoreUsers, AClockThatWasFarAheadLocksNobodyForYears) {
  const UserId boss = add("boss", kManager, "$one");
  const std::string ahead = utc_after(utc_now(), std::int64_t{1000} * 24 * 3600);
  for (int i = 1; i <= kMostFailedLogins; ++i) EXPECT_EQ(*store().begin_login(boss, ahead), i);
  EXPECT_EQ(*store().begin_login(boss, utc_now()), 1);
}

TEST_P(StoreUsers, GuessesAtTheSameTimeAreCountedEachOne) {
  const UserId boss = add("boss", kManager, "$one");
  std::atomic<int> tried{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int k = 0; k < 6; ++k) {
        const Result<int> number = store().begin_login(boss, utc_now());
        EXPECT_OK(number);
        if (number.ok() && *number > 0) ++tried;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(tried, kMostFailedLogins);
  EXPECT_EQ(user(boss).failed_logins, kMostFailedLogins);
}

TEST_P(StoreUsers, AnotherConnectionSeesThem) {
  if (!GetParam().keeps) GTEST_SKIP() << "memory has one connection";
  add("boss", kManager, "$one");
  const auto other = another_connection();
  EXPECT_EQ((*other->user_named("BOSS"))->name, "boss");
  EXPECT_ERROR(other->add_user("boss", kManager, {}), ErrorCode::kConflict);
}

TEST_P(StoreUsers, ABatchThatFailsTakesThemBack) {
  const Status batch = store().batch([&]() -> Status {
    add("boss", kManager);
    return Error{ErrorCode::kCancelled, "test.stop", "stop"};
  });
  EXPECT_ERROR(batch, ErrorCode::kCancelled);
  EXPECT_EQ(*store().user_count(), 0);
}

TEST_P(StoreUsers, TenThousandAreListedByPageAndFoundAtOnce) {
  constexpr int kPeople = 10000;
  ASSERT_OK(store().batch([&]() -> Status {
    for (int i = 0; i < kPeople; ++i) {
      JAEDAN_RETURN_IF_ERROR(store().add_user("worker " + std::to_string(i), i == 0 ? kManager : kAnnotator, {}));
    }
    return {};
  }));
  EXPECT_EQ(*store().user_count(), kPeople);
  EXPECT_ERROR(store().users({}, -1), ErrorCode::kInvalidArgument);
  int seen = 0;
  UserId last;
  while (true) {
    ASSERT_OK_AND_ASSIGN(const std::vector<User> page, store().users(last, 1000));
    if (page.empty()) break;
    for (const User& one : page) EXPECT_LT(std::exchange(last, one.id).value, one.id.value);
    seen += static_cast<int>(page.size());
  }
  EXPECT_EQ(seen, kPeople);
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < kPeople; i += 100) {
    ASSERT_TRUE(store().user_named("WORKER " + std::to_string(i))->has_value());
  }
  const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
  EXPECT_LT(ms / 100, 5) << "a look at each would take longer";
}

}  // namespace
}  // namespace jaedan::labeling
