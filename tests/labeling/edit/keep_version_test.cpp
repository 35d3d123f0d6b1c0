// KeepVersion: two people changed one photo at the same time.
#include "labeling/edit/commands/keep_version.h"

#include <gtest/gtest.h>

#include "tests/labeling/edit/edit_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

using testing::annotation_of;
using testing::human_garment;
using testing::kActor;
using testing::photo;
using testing::square;

Garment top_at(std::int64_t id, double x) { return human_garment(id, Part::kTop, {{square(x, 10, 50)}}); }

Annotation with_style(Annotation annotation, const std::string& style) {
  annotation.image_attributes = {{"style", style, "", Provenance::human("지우")}};
  return annotation;
}

/// What becomes of `theirs`.
std::vector<Garment> kept(Kept which, const Annotation& mine, const Annotation& base, const Annotation& theirs) {
  EditSession session(photo(), theirs);
  EXPECT_OK(session.run(KeepVersion(mine, base, which), kActor));
  const std::vector<Garment> garments = session.annotation().garments;
  if (session.can_undo()) {
    EXPECT_OK(session.undo(kActor));
    EXPECT_EQ(session.annotation(), theirs) << "undo leads back to theirs";
  }
  return garments;
}

TEST(KeepVersion, MineOrTheirsIsTheWholeVersion) {
  const Annotation base = annotation_of({top_at(1, 0), top_at(2, 60)});
  const Annotation mine = annotation_of({top_at(1, 5)});
  const Annotation theirs = annotation_of({top_at(1, 7), top_at(2, 60), top_at(3, 120)});
  EXPECT_EQ(kept(Kept::kMine, mine, base, theirs), mine.garments);
  EXPECT_EQ(kept(Kept::kTheirs, mine, base, theirs), theirs.garments);
}

TEST(KeepVersion, BothKeepsWhatOnlyOneOfThemChangedAsTheyLeftIt) {
  const Annotation base = annotation_of({top_at(1, 0), top_at(2, 60), top_at(3, 120), top_at(4, 180)});
  // I moved 1 and removed 3, they moved 2 and removed 4.
  const Annotation mine = annotation_of({top_at(1, 5), top_at(2, 60), top_at(4, 180)});
  const Annotation theirs = annotation_of({top_at(1, 0), top_at(2, 65), top_at(3, 120)});
  EXPECT_EQ(kept(Kept::kBoth, mine, base, theirs), (std::vector<Garment>{top_at(1, 5), top_at(2, 65)}));
}

TEST(KeepVersion, BothKeepsTwoOfWhatBothChangedOrDrew) {
  const Annotation base = annotation_of({top_at(1, 0)});
  const Annotation mine = annotation_of({top_at(1, 5), top_at(2, 60)});
  const Annotation theirs = annotation_of({top_at(1, 7), top_at(2, 90)});
  EXPECT_EQ(kept(Kept::kBoth, mine, base, theirs),
            (std::vector<Garment>{top_at(1, 7), top_at(2, 90), top_at(3, 5), top_at(4, 60)}));
}

TEST(KeepVersion, LabelsOfThePhotoStayTheirsWhereBothSaidSomething) {
  const Annotation plain = annotation_of({});
  const auto style = [&](const Annotation& mine, const Annotation& base, const Annotation& theirs) {
    EditSession session(photo(), theirs);
    EXPECT_OK(session.run(KeepVersion(mine, base, Kept::kBoth), kActor));
    const AttributeValue* value = find_value(session.annotation().image_attributes, "style");
    return value ? value->value : "";
  };
  EXPECT_EQ(style(with_style(plain, "street"), plain, plain), "street");
  EXPECT_EQ(style(with_style(plain, "street"), plain, with_style(plain, "retro")), "retro");
  EXPECT_EQ(style(plain, with_style(plain, "retro"), with_style(plain, "retro")), "") << "I took it away";
}

}  // namespace
}  // namespace jaedan
