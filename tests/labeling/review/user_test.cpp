#include "labeling/review/user.h"

#include <gtest/gtest.h>

#include "labeling/review/stage.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

TEST(UserName, IsKeptInFormC) {
  ASSERT_OK_AND_ASSIGN(const std::string name, user_name_from("\u1106\u1175\u11AB\u110C\u1175"));
  EXPECT_EQ(name, "\uBBFC\uC9C0");
}

TEST(UserName, MayBeWhatPeopleAreCalled) {
  for (const char* name : {"mina", "김 민지", "O'Brien", "Robert'); drop table person;--", "worker-7", "ㄱ"}) {
    EXPECT_OK(user_name_from(name));
  }
  EXPECT_OK(user_name_from(std::string(kMostNameCharacters, 'a')));
}

TEST(UserName, ThatCouldPassForAnotherOrBreakALineIsNone) {
  const std::string four_thousand(4000, 'a');
  for (const std::string& none :
       {std::string(), four_thousand, std::string(kMostNameCharacters + 1, 'a'), std::string(" mina"),
        std::string("mina "), std::string("mi\tna"), std::string("mi\nna"), std::string("mina\0", 5),
        std::string("mi\x1b[31mna"), std::string("mi\u200Bna"), std::string("\u202Eanim"), std::string("mina\u3164"),
        std::string("mi\u00A0na"), std::string("mi\xffna"), std::string(" ")}) {
    EXPECT_ERROR(user_name_from(none), ErrorCode::kInvalidArgument);
  }
}

TEST(UserName, IsTheSameInOtherCaseAndWidth) {
  EXPECT_EQ(user_key("Mina"), user_key("mINA"));
  EXPECT_EQ(user_key("\uFF2Dina"), user_key("mina"));
  EXPECT_NE(user_key("mina"), user_key("minb"));
}

TEST(Roles, ComeBackFromTheirBits) {
  for (unsigned bits = 0; bits < 16; ++bits) EXPECT_EQ(Roles::from_bits(bits).bits(), bits);
  EXPECT_EQ(Roles::from_bits(0xFFFFFFFF), Roles::all()) << "bits of roles that a newer program may have";
  EXPECT_EQ(Roles{Role::kManager}.bits(), 8u) << "stored";
  for (const Role role : Roles::all().list()) EXPECT_EQ(role_from_id(id_of(role)), role);
  EXPECT_FALSE(role_from_id("boss"));
}

TEST(Stage, HasAnIdAndANumberThatIsStored) {
  int number = 0;
  for (const Stage stage : kAllStages) {
    EXPECT_EQ(static_cast<int>(stage), number++);
    EXPECT_EQ(stage_from_id(id_of(stage)), stage);
  }
  EXPECT_FALSE(stage_from_id("inspected"));
}

TEST(Actor, KeepsWhatIsInHandWhenTheyLook) {
  Actor actor = Actor::alone("mina").at(Stage::kExpert);
  actor.user = UserId{3};
  actor.takes_over = true;
  const Actor looking = actor.looking();
  EXPECT_TRUE(looking.looks);
  EXPECT_EQ(looking.stage, Stage::kExpert);
  EXPECT_TRUE(looking.takes_over);
  EXPECT_TRUE(looking.in_team());
  EXPECT_FALSE(looking.in_batch().looks);
  EXPECT_FALSE(Actor::alone("mina").in_team());
}

}  // namespace
}  // namespace jaedan
