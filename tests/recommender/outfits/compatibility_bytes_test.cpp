#include <gtest/gtest.h>

#include <cstring>

#include "labeling/base/fnv1a.h"
#include "labeling/edit/byte_stream.h"
#include "tests/recommender/outfits/wardrobe.h"
#include "tests/support/matchers.h"

namespace jaedan::recommender::outfits {
namespace {

using namespace testing;

constexpr std::size_t kSign = std::string_view("jaedan outfits 1\n").size();
constexpr std::size_t kHead = kSign + 8;

/// The same bytes with a hash that fits, as somebody would write them who means harm.
std::string sealed(const std::string& bytes) {
  ByteWriter hash;
  hash.fixed64(fnv1a_64(std::string_view(bytes).substr(kHead)));
  return bytes.substr(0, kSign) + hash.bytes() + bytes.substr(kHead);
}

TEST(CompatibilityBytes, AModelThatIsReadAnswersAsTheOneThatWasWritten) {
  for (const auto& outfits : {beach_and_snow(5), office_and_gym(5)}) {
    const CompatibilityModel model = learnt(outfits);
    const std::string bytes = model.to_bytes();
    ASSERT_OK_AND_ASSIGN(const CompatibilityModel read, CompatibilityModel::from_bytes(bytes));
    EXPECT_EQ(read.to_bytes(), bytes);
    for (const Outfit& outfit : outfits) {
      EXPECT_EQ(read.score(pointers_to(outfit.pieces)).value(), model.score(pointers_to(outfit.pieces)).value());
    }
  }
}

TEST(CompatibilityBytes, VectorsOfReferencesAreKept) {
  std::vector<Outfit> outfits = office_and_gym(4);
  const std::vector<float> vector = {0.6F, 0.8F};
  for (Outfit& outfit : outfits) outfit.pieces[0].vector = &vector;
  const CompatibilityModel model = learnt(outfits);
  ASSERT_OK_AND_ASSIGN(const CompatibilityModel read, CompatibilityModel::from_bytes(model.to_bytes()));
  EXPECT_EQ(read.to_bytes(), model.to_bytes());
  EXPECT_EQ(read.references().at(1).at(0).vector, vector) << "tops";
  EXPECT_TRUE(read.references().at(0).at(0).vector.empty()) << "bottoms";
}

TEST(CompatibilityBytes, WhateverIsCutOffOrChangedIsRefused) {
  const std::string bytes = learnt(office_and_gym(3)).to_bytes();
  EXPECT_ERROR(CompatibilityModel::from_bytes(""), ErrorCode::kCorrupt);
  EXPECT_ERROR(CompatibilityModel::from_bytes("{}"), ErrorCode::kCorrupt);
  for (std::size_t length = 0; length < bytes.size(); length += 1 + length / 8) {
    EXPECT_ERROR(CompatibilityModel::from_bytes(bytes.substr(0, length)), ErrorCode::kCorrupt);
  }
  std::string changed = bytes;
  changed[bytes.size() / 2] ^= 1;
  EXPECT_ERROR(CompatibilityModel::from_bytes(changed), ErrorCode::kCorrupt);
}

TEST(CompatibilityBytes, NumbersThatDoNotFitTogetherAreRefused) {
  const std::string bytes = learnt(office_and_gym(3)).to_bytes();
  ASSERT_OK(CompatibilityModel::from_bytes(sealed(bytes)));
  EXPECT_ERROR(CompatibilityModel::from_bytes(sealed(bytes + "x")), ErrorCode::kCorrupt);
  EXPECT_ERROR(CompatibilityModel::from_bytes(sealed(bytes.substr(0, bytes.size() - 1))), ErrorCode::kCorrupt);
  for (std::size_t at = kHead; at < kHead + 6; ++at) {
    std::string other = bytes;
    other[at] = static_cast<char>(other[at] + 1);
    EXPECT_ERROR(CompatibilityModel::from_bytes(sealed(other)), ErrorCode::kCorrupt);
  }
}

TEST(CompatibilityBytes, WhatIsNotFiniteIsRefused) {
  const CompatibilityModel model = learnt(beach_and_snow(3));
  const std::string bytes = model.to_bytes();
  // Behind the values: one log-share a type, and whether there are references.
  const std::size_t at = bytes.size() - 1 - 8 * model.vocabulary().types() - 8;
  std::string broken = bytes;
  std::memset(broken.data() + at, 0xFF, 8);
  EXPECT_ERROR(CompatibilityModel::from_bytes(sealed(broken)), ErrorCode::kCorrupt);
  broken = bytes;
  std::memset(broken.data() + at + 8, 0xFF, 8);
  EXPECT_ERROR(CompatibilityModel::from_bytes(sealed(broken)), ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace jaedan::recommender::outfits
