#include "labeling/tools/begun_shape.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"

namespace jaedan {
namespace {

BegunShape half_a_polygon() {
  DrawTool tool;
  for (const Point p : {Point{10, 20}, Point{30.25, 20}, Point{30, 50}}) {
    tool.press(p);
    tool.release(p);
  }
  tool.key(DrawKey::kTakeBack);
  return {"polygon", "cut", Part::kDress, GarmentId{7}, tool.draft(), {}};
}

BegunShape three_clicks() {
  return {"clicks",     "", Part::kBottom,
          GarmentId{7}, {}, {{{10, 20.5}, true, {}}, {{30, 20}, false, {}}, {{}, true, Rect{1, 2, 30, 40}}}};
}

TEST(BegunShape, ComesBackAsItWas) {
  const BegunShape shape = half_a_polygon();
  ASSERT_OK_AND_ASSIGN(const BegunShape again, BegunShape::from_bytes(shape.to_bytes()));
  EXPECT_EQ(again, shape);
  DrawTool tool;
  tool.take_up(again.draft);
  EXPECT_EQ(tool.points().size(), 2U);
  tool.key(DrawKey::kBringBack);
  EXPECT_EQ(tool.points(), (Ring{{10, 20}, {30.25, 20}, {30, 50}})) << "with its undo";
}

TEST(BegunShape, ClicksComeBackToo) {
  ASSERT_OK_AND_ASSIGN(const BegunShape again, BegunShape::from_bytes(three_clicks().to_bytes()));
  EXPECT_EQ(again, three_clicks());
  EXPECT_FALSE(again.empty());
  EXPECT_NE(again, half_a_polygon());
}

TEST(BegunShape, AnEmptyOneTakesNoBytes) {
  EXPECT_EQ(BegunShape().to_bytes(), "");
  ASSERT_OK_AND_ASSIGN(const BegunShape again, BegunShape::from_bytes(""));
  EXPECT_TRUE(again.empty());
}

TEST(BegunShape, DamageIsFoundAtEveryByte) {
  for (const std::string& bytes : {half_a_polygon().to_bytes(), three_clicks().to_bytes()}) {
    for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
      EXPECT_ERROR(BegunShape::from_bytes(bytes.substr(0, cut)), ErrorCode::kCorrupt);
    }
    EXPECT_ERROR(BegunShape::from_bytes(bytes + "x"), ErrorCode::kCorrupt);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ 0xFF);
      const Result<BegunShape> read = BegunShape::from_bytes(changed);  // another shape or an error, and no crash
      if (read.ok()) {
        EXPECT_NE(read->to_bytes(), bytes);
      }
    }
  }
  // A count of points that no memory holds.
  EXPECT_ERROR(BegunShape::from_bytes(std::string("\x01\x00\x00\x03top\x00\xff\xff\xff\xff\xff\xff\xff\x7f", 16)),
               ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace jaedan
