#include "labeling/base/password.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"

namespace jaedan {
namespace {

std::string hash_of(std::string_view password) { return hash_password(password, PasswordCost::least()).value(); }

TEST(Password, IsStoredAsArgon2idWithASaltOfItsOwn) {
  const std::string hash = hash_of("correct horse");
  EXPECT_EQ(hash.rfind("$argon2id$", 0), 0u) << hash;
  EXPECT_EQ(hash.find("correct"), std::string::npos);
  EXPECT_NE(hash, hash_of("correct horse"));
  EXPECT_TRUE(is_password("correct horse", hash));
  for (const char* wrong : {"", "correct hors", "correct horse ", "Correct horse"}) {
    EXPECT_FALSE(is_password(wrong, hash)) << wrong;
  }
}

TEST(Password, OfTheProgramCostsWhatLibsodiumAsksOfAPersonWhoWaits) {
  ASSERT_OK_AND_ASSIGN(const std::string hash, hash_password("x"));
  EXPECT_NE(hash.find("$m=65536,t=2,p=1$"), std::string::npos) << hash;
}

TEST(Password, TypedWithLettersApartIsTheSame) {
  EXPECT_TRUE(is_password("\u1107\u1175\u1106\u1175\u11AF", hash_of("\uBE44\uBC00")));
}

TEST(Password, MayBeAnyBytesOfOneLine) {
  const std::string bytes("\xff\xfe\x01 ' ; drop table");
  EXPECT_TRUE(is_password(bytes, hash_of(bytes)));
  EXPECT_FALSE(is_password("\xff", hash_of(bytes)));
}

TEST(Password, EmptyEndlessOrSeveralLinesIsNone) {
  for (const std::string& none :
       {std::string(), std::string(kMostPasswordBytes + 1, 'a'), std::string("a\nb"), std::string("a\0b", 3)}) {
    EXPECT_ERROR(hash_password(none, PasswordCost::least()), ErrorCode::kInvalidArgument);
  }
  EXPECT_OK(hash_password(std::string(kMostPasswordBytes, 'a'), PasswordCost::least()));
}

TEST(Password, NothingIsThePasswordOfWhatIsNoHash) {
  for (const std::string& hash :
       {std::string(), std::string("plain"), std::string("$argon2id$v=19$m=8,t=1"), std::string(5000, '$')}) {
    EXPECT_FALSE(is_password("", hash));
    EXPECT_FALSE(is_password("plain", hash));
  }
}

}  // namespace
}  // namespace jaedan
