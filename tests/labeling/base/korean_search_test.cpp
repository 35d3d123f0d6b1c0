#include "labeling/base/korean_search.h"

#include <gtest/gtest.h>

namespace jaedan {
namespace {

TEST(KoreanSearch, InitialConsonantsFindAWord) {
  EXPECT_TRUE(matches_typed("블랙", "ㅂㄹ"));
  EXPECT_TRUE(matches_typed("스카이블루", "ㅂㄹ"));
  EXPECT_FALSE(matches_typed("화이트", "ㅂㄹ"));
}

TEST(KoreanSearch, ASyllableThatIsBeingTypedFindsWhatItCanBecome) {
  EXPECT_TRUE(matches_typed("블랙", "브"));
  EXPECT_TRUE(matches_typed("블랙", "블ㄹ"));
  EXPECT_FALSE(matches_typed("블랙", "븐"));
  EXPECT_FALSE(matches_typed("부츠", "브"));
}

TEST(KoreanSearch, LatinIsFoundWithoutRegardToCaseAndBlanks) {
  EXPECT_TRUE(matches_typed("Sky Blue", "skyb"));
  EXPECT_TRUE(matches_typed("T-shirt", "tsh"));
  EXPECT_FALSE(matches_typed("Sky Blue", "red"));
}

TEST(KoreanSearch, NothingTypedFindsEverything) {
  EXPECT_TRUE(matches_typed("블랙", ""));
  EXPECT_TRUE(matches_typed("", ""));
  EXPECT_FALSE(matches_typed("", "ㅂ"));
}

TEST(KoreanSearch, WithGapsOthersMayStandBetweenButNotBefore) {
  EXPECT_TRUE(matches_with_gaps("네이비", "ㄴㅂ"));
  EXPECT_TRUE(matches_with_gaps("navy", "nv"));
  EXPECT_FALSE(matches_with_gaps("스카이블루", "ㅂㄹ"));
  EXPECT_FALSE(matches_with_gaps("네이비", "ㅂㄴ"));
  EXPECT_TRUE(matches_with_gaps("네이비", ""));
  EXPECT_FALSE(matches_with_gaps("", "ㄴ"));
}

TEST(KoreanSearch, BrokenBytesDoNoHarm) { EXPECT_FALSE(matches_typed("\xEB\xB8", "블랙")); }

}  // namespace
}  // namespace jaedan
