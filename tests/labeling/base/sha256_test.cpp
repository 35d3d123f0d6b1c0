#include "labeling/base/sha256.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

TEST(Sha256, GivesTheAnswersOfTheStandard) {
  EXPECT_EQ(hex_of(sha256_of("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hex_of(sha256_of("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hex_of(sha256_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Sha256, PiecesGiveTheHashOfTheWhole) {
  Sha256 hash;
  for (int i = 0; i < 1000; ++i) hash.add(std::string(1000, 'a'));
  EXPECT_EQ(hex_of(hash.finish()), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, OfAFileIsThatOfItsBytes) {
  const jaedan::testing::TemporaryFolder folder;
  const std::string bytes(3'000'001, '\0');
  std::ofstream(folder / "x", std::ios::binary) << bytes;
  ASSERT_OK_AND_ASSIGN(const Sha256::Digest digest, sha256_of_file(folder / "x"));
  EXPECT_EQ(digest, sha256_of(bytes));
  EXPECT_ERROR(sha256_of_file(folder / "absent"), ErrorCode::kNotFound);
  EXPECT_ERROR(sha256_of_file(folder.path()), ErrorCode::kIo);
}

}  // namespace
}  // namespace jaedan::labeling
