#include "labeling/base/plural.h"

#include <gtest/gtest.h>

#include "labeling/base/message.h"

namespace jaedan {
namespace {

TEST(Plural, OneIsOneAndEverythingElseIsMany) {
  EXPECT_EQ(counted(1, "photo"), "1 photo");
  EXPECT_EQ(counted(0, "photo"), "0 photos");
  EXPECT_EQ(counted(12, "photo"), "12 photos");
  EXPECT_EQ(counted(1, "person", "people"), "1 person");
  EXPECT_EQ(counted(2, "person", "people"), "2 people");
  EXPECT_EQ(counted("1", "garment"), "1 garment");
}

TEST(Plural, AGapOfASentenceCounts) {
  const auto said = [](int photos) { return Message("x.y", "{0|photo} of {1}", {photos, "mina"}).text(); };
  EXPECT_EQ(said(1), "1 photo of mina");
  EXPECT_EQ(said(2), "2 photos of mina");
  EXPECT_EQ(fill_gaps("{0|photo is|photos are} here", {"1"}), "1 photo is here");
  EXPECT_EQ(fill_gaps("{0|photo is|photos are} here", {"3"}), "3 photos are here");
  EXPECT_EQ(fill_gaps("{0|photo} {1|x", {"1", "2"}), "1 photo {1|x") << "what is no gap stays";
}

}  // namespace
}  // namespace jaedan
