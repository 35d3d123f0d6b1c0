// Readings swapped among human work of any kind, by chance.
#include <gtest/gtest.h>

#include <random>

#include "labeling/edit/commands/add_garment.h"
#include "labeling/edit/commands/delete_garments.h"
#include "labeling/edit/commands/move_vertex.h"
#include "labeling/edit/commands/set_attribute.h"
#include "labeling/edit/garment_access.h"
#include "labeling/edit/proposals/swap_reading.h"
#include "tests/labeling/edit/swap_reading_fixtures.h"

namespace jaedan {
namespace {

using testing::accepted;
using testing::kActor;
using testing::kUser;
using testing::prediction;
using testing::square;

TEST(SwapReading, NeverTouchesHumanWorkInAnyMixture) {
  int swaps = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    EditSession session = accepted(below(3));
    for (std::size_t i = 0, n = below(3); i < n; ++i) {
      const GarmentId id{static_cast<std::int64_t>(1 + below(4))};
      switch (below(4)) {
        case 0: (void)session.run(SetAttribute(id, "fit", "loose", kUser), kActor); break;
        case 1:
          (void)session.run(MoveVertex(id, 0, below(4), {static_cast<double>(below(99)), 7}, kUser), kActor);
          break;
        case 2: (void)session.run(DeleteGarments({id}), kActor); break;
        default: (void)session.run(AddGarment(kAllParts[below(4)], {{square(10, 50, 70)}}, kUser), kActor);
      }
    }
    const Annotation before = session.annotation();
    const std::size_t reading = below(3);
    ASSERT_OK(session.run(SwapReading(prediction(), reading), kActor));
    for (const Garment& garment : before.garments) {
      if (!has_human_work(garment)) continue;
      const Garment* after = find_garment(session.annotation(), garment.id);
      ASSERT_NE(after, nullptr) << "seed " << seed;
      EXPECT_EQ(*after, garment) << "seed " << seed;
    }
    if (session.annotation() == before) continue;
    ++swaps;
    ASSERT_OK(session.undo(kActor));
    EXPECT_EQ(session.annotation(), before) << "seed " << seed;
  }
  EXPECT_GT(swaps, 50);
}

}  // namespace
}  // namespace jaedan
