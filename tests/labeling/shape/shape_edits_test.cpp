#include "labeling/shape/shape_edits.h"

#include <gtest/gtest.h>

#include <cmath>

#include "labeling/edit/edit_session.h"

namespace jaedan::labeling {
namespace {

Ring box(double x, double y, double width, double height) {
  return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}};
}

class ShapeEdits : public ::testing::Test {
 protected:
  ShapeEdits() {
    add(Part::kTop, box(0, 0, 40, 40));
    add(Part::kOuter, box(30, 0, 40, 40));
    add(Part::kBottom, box(0, 60, 40, 40));
  }

  void add(Part part, Ring ring) {
    Garment garment;
    garment.id = next_garment_id(annotation_);
    garment.part = part;
    garment.region = {{std::move(ring)}};
    annotation_.garments.push_back(std::move(garment));
  }

  /// After the edit, and checks that undo brings back the start.
  Annotation after(ShapeEdit edit) const {
    EXPECT_TRUE(edit.ok()) << (edit.ok() ? "" : edit.error().text());
    if (!edit.ok()) return annotation_;
    Photo photo;
    photo.width = photo.height = 100;
    EditSession session(photo, annotation_);
    EXPECT_TRUE(session.run(**edit, Actor::alone("mina")).ok());
    Annotation result = session.annotation();
    EXPECT_TRUE(session.undo(Actor::alone("mina")).ok());
    EXPECT_EQ(session.annotation(), annotation_);
    EXPECT_FALSE(session.can_undo());
    return result;
  }

  static ErrorCode code_of(const ShapeEdit& edit) {
    EXPECT_FALSE(edit.ok());
    return edit.ok() ? ErrorCode::kInternal : edit.error().code;
  }

  Annotation annotation_;
  const Rect frame_{0, 0, 100, 100};
  const GarmentId top_{1}, outer_{2}, bottom_{3}, none_{9};
};

TEST_F(ShapeEdits, JoinedGarmentsTakeTheFirstOnesWords) {
  const Annotation joined = after(join_garments_into_first(annotation_, {top_, outer_}, "a"));
  ASSERT_EQ(joined.garments.size(), 2U);
  EXPECT_EQ(joined.garments[0].part, Part::kTop);
  EXPECT_NEAR(area_px(joined.garments[0].region), 2800, 1e-6);
  EXPECT_EQ(joined.garments[0].region_provenance, Provenance::human("a"));
  const Annotation apart = after(join_garments_into_first(annotation_, {bottom_, top_}, "a"));
  EXPECT_EQ(apart.garments.back().region.rings.size(), 2U);
}

TEST_F(ShapeEdits, TheFirstGivesWayToTheOthers) {
  const Annotation cut = after(cut_others_out(annotation_, {top_, outer_}, "a"));
  EXPECT_NEAR(area_px(cut.garments[0].region), 1200, 1e-6);
  EXPECT_NEAR(area_px(cut.garments[1].region), 1600, 1e-6);
  // Alone: to what lies above it.
  EXPECT_EQ(after(cut_others_out(annotation_, {top_}, "a")).garments[0].region, cut.garments[0].region);
  EXPECT_EQ(code_of(cut_others_out(annotation_, {outer_}, "a")), ErrorCode::kInvalidArgument);  // nothing above
  annotation_.garments[1].hidden = true;
  EXPECT_EQ(code_of(cut_others_out(annotation_, {top_}, "a")), ErrorCode::kInvalidArgument);
}

TEST_F(ShapeEdits, NothingIsCutAwayWhole) {
  add(Part::kDress, box(-5, -5, 60, 60));
  EXPECT_EQ(code_of(cut_others_out(annotation_, {top_, GarmentId{4}}, "a")), ErrorCode::kInvalidArgument);
}

TEST_F(ShapeEdits, ASlicedGarmentIsTwoOfOnePart) {
  const Annotation cut = after(slice_garment(annotation_, bottom_, {{-5, 70}, {45, 70}}, frame_, "a"));
  ASSERT_EQ(cut.garments.size(), 4U);
  EXPECT_NEAR(area_px(cut.garments[2].region), 1200, 0.1);
  EXPECT_NEAR(area_px(cut.garments[3].region), 400, 0.1);
  EXPECT_EQ(cut.garments[3].part, Part::kBottom);
  EXPECT_EQ(cut.garments[3].id, GarmentId{4});
  EXPECT_EQ(code_of(slice_garment(annotation_, bottom_, {{-5, 70}, {20, 70}}, frame_, "a")),
            ErrorCode::kInvalidArgument);
}

TEST_F(ShapeEdits, AContourIsDrawnAnewWhereItWasTouched) {
  const Annotation bulged =
      after(redraw_contour(annotation_, bottom_, {{10, 99}, {20, 95}, {30, 101}}, 5, frame_, "a"));
  EXPECT_NEAR(area_px(bulged.garments[2].region), 1600 - 50, 1e-6);
  for (const std::vector<Point>& path :
       {std::vector<Point>{{10, 99}, {20, 80}}, {{10, 99}}, {}, {{10, 99}, {20, 95}, {10, 99}}}) {
    EXPECT_EQ(code_of(redraw_contour(annotation_, bottom_, path, 5, frame_, "a")), ErrorCode::kInvalidArgument);
  }
}

TEST_F(ShapeEdits, LockedAndMissingGarmentsAreRefused) {
  EXPECT_EQ(code_of(join_garments_into_first(annotation_, {top_}, "a")), ErrorCode::kInvalidArgument);
  EXPECT_EQ(code_of(join_garments_into_first(annotation_, {top_, none_}, "a")), ErrorCode::kNotFound);
  EXPECT_EQ(code_of(cut_others_out(annotation_, {none_}, "a")), ErrorCode::kNotFound);
  EXPECT_EQ(code_of(cut_others_out(annotation_, {}, "a")), ErrorCode::kInvalidArgument);
  EXPECT_EQ(code_of(slice_garment(annotation_, none_, {{0, 0}, {9, 9}}, frame_, "a")), ErrorCode::kNotFound);
  EXPECT_EQ(code_of(redraw_contour(annotation_, none_, {{0, 0}, {9, 9}}, 5, frame_, "a")), ErrorCode::kNotFound);
  annotation_.garments[1].locked = true;
  const ShapeEdit joined = join_garments_into_first(annotation_, {top_, outer_}, "a");
  ASSERT_TRUE(joined.ok());
  Annotation changed = annotation_;
  EXPECT_EQ((*joined)->apply(changed).error().code, ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace jaedan::labeling
