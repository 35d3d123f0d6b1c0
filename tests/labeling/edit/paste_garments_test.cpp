#include "labeling/edit/commands/paste_garments.h"

#include <gtest/gtest.h>

#include <random>

#include "labeling/domain/clip_region.h"
#include "labeling/domain/mask.h"
#include "tests/labeling/edit/edit_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

using testing::garment_of;
using testing::human_garment;
using testing::kActor;
using testing::kModel;
using testing::kUser;
using testing::model_garment;
using testing::session_of;
using testing::square;

PasteGarments paste(std::vector<Garment> garments, Point offset = {}) {
  return {Pasted{std::move(garments), offset, 800, 600}, kUser};
}

TEST(PasteGarments, AddsCopiesOnTopWithFreshIds) {
  EditSession session = session_of({human_garment(1, Part::kTop, {{square(0, 0, 90)}})});
  ASSERT_OK(session.run(paste({human_garment(1, Part::kBottom, {{square(10, 10, 50)}}),
                               human_garment(9, Part::kOuter, {{square(20, 20, 50)}})},
                              {5, 6}),
                        kActor));
  ASSERT_EQ(session.annotation().garments.size(), 3U);
  EXPECT_EQ(garment_of(session, 2).region.rings, std::vector<Ring>{square(15, 16, 50)});
  EXPECT_EQ(garment_of(session, 3).part, Part::kOuter);
  EXPECT_EQ(session.history().entries().size(), 1U);
}

TEST(PasteGarments, MakesThemThePersonsUnlockedAndShown) {
  Garment copied = human_garment(1, Part::kTop, {{square(0, 0, 90)}});
  copied.locked = true;
  copied.hidden = true;
  copied.rect = Rect{0, 0, 90, 90};
  copied.attributes = {{"colour", "black", "블랙 ", Provenance::import("kfashion")}};
  EditSession session = session_of({});
  ASSERT_OK(session.run(paste({copied}), kActor));
  const Garment& pasted = garment_of(session, 1);
  EXPECT_FALSE(pasted.locked);
  EXPECT_FALSE(pasted.hidden);
  EXPECT_FALSE(pasted.rect.has_value());
  EXPECT_EQ(pasted.region_provenance, Provenance::human(kUser));
  EXPECT_EQ(pasted.attributes[0], (AttributeValue{"colour", "black", "", Provenance::human(kUser)}));
}

TEST(PasteGarments, LeavesWhatAModelSaidTheModels) {
  EditSession session = session_of({});
  ASSERT_OK(session.run(paste({model_garment(1, Part::kTop, {{square(0, 0, 90)}})}), kActor));
  EXPECT_EQ(garment_of(session, 1).attributes[0].provenance, Provenance::model(kModel, 0.7));
}

TEST(PasteGarments, CutsOffWhatLiesOutsideThePhoto) {
  EditSession session = session_of({});
  ASSERT_OK(session.run(paste({human_garment(1, Part::kTop, {{square(760, 560, 90)}}),
                               human_garment(2, Part::kBottom, {{square(900, 900, 90)}})}),
                        kActor));
  ASSERT_EQ(session.annotation().garments.size(), 1U) << "the one outside is left out";
  EXPECT_EQ(bounds_of(garment_of(session, 1).region), (Rect{760, 560, 40, 40}));
}

TEST(PasteGarments, RefusesToPasteNothing) {
  EditSession session = session_of({});
  EXPECT_ERROR(session.run(paste({}), kActor), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(session.run(paste({human_garment(1, Part::kTop, {{square(-90, 0, 90)}})}), kActor),
               ErrorCode::kInvalidArgument);
}

TEST(ClipTo, LeavesARegionInsideTheFrameAsItIs) {
  const Region region{{square(10, 10, 50), square(20, 20, 5)}};
  EXPECT_EQ(clip_to(region, {0, 0, 100, 100}), region);
}

TEST(ClipTo, DropsRingsThatTouchTheFrameOnlyFromOutside) {
  EXPECT_TRUE(clip_to(Region{{square(100, 0, 50), square(0, -50, 50)}}, {0, 0, 100, 100}).empty());
}

TEST(ClipTo, KeepsExactlyThePixelsInsideTheFrame) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(-30, 130);
    Region region;
    for (int r = 0; r < 3; ++r) {
      Ring ring;
      for (int i = 0; i < 7; ++i) ring.push_back({place(random), place(random)});
      region.rings.push_back(ring);
    }
    const Rect frame{20, 30, 50, 40};
    const Mask clipped = rasterize(clip_to(region, frame), 120, 120);
    const Mask whole = rasterize(region, 120, 120);
    for (int y = 0; y < 120; ++y) {
      for (int x = 0; x < 120; ++x) {
        const bool inside = x >= 20 && x < 70 && y >= 30 && y < 70;
        ASSERT_EQ(clipped.at(x, y) != 0, inside && whole.at(x, y) != 0) << "seed " << seed << " at " << x << "," << y;
      }
    }
  }
}

}  // namespace
}  // namespace jaedan
