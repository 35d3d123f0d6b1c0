#include "labeling/base/secret.h"

#include <gtest/gtest.h>

#include <type_traits>
#include <utility>

namespace jaedan {
namespace {

TEST(Secret, IsZerosWhereItWasAlsoBeyondWhatIsLeftOfIt) {
  for (const std::size_t longest : {std::size_t{6}, std::size_t{300}}) {  // within the string itself, and beside it
    std::string typed(longest, 'x');
    typed.resize(2);
    const char* const where = typed.data();
    const std::size_t room = typed.capacity();
    wipe(typed);
    EXPECT_TRUE(typed.empty());
    EXPECT_EQ(std::string(where, room), std::string(room, '\0'));
  }
}

TEST(Secret, TakesWhatWasTypedAndLeavesZeros) {
  std::string typed = "short";
  const char* const where = typed.data();
  const Secret secret(std::move(typed));
  EXPECT_EQ(secret.text(), "short");
  EXPECT_EQ(std::string(where, 5), std::string(5, '\0'));
}

TEST(Secret, HasOneOwner) {
  static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
  Secret first(std::string("first"));
  Secret second = std::move(first);
  EXPECT_TRUE(first.empty());  // NOLINT: what is left is said
  EXPECT_EQ(second.text(), "first");
  Secret third(std::string("third"));
  third = std::move(second);
  EXPECT_TRUE(second.empty());  // NOLINT
  EXPECT_EQ(third.text(), "first");
  EXPECT_TRUE(Secret().empty());
}

}  // namespace
}  // namespace jaedan
