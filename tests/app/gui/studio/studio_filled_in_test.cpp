// All that a model filled in, one key away. The real program in a real window.

#include "tests/app/gui/studio/studio_fixture.h"

namespace jaedan::gui::testing {
namespace {

/// A top of which colour and fit are filled in, and a bottom of which the colour is.
class StudioFilledIn : public StudioFixture {
 protected:
  void SetUp() override {
    StudioFixture::SetUp();
    ASSERT_OK(project_.open().store().save_prediction(project_.photo(0), made_prediction()));
  }
  /// Labels of the part's garment that a model said and `who` agreed with; empty: nobody.
  static int agreed(const Annotation& annotation, Part part, const std::string& who) {
    int count = 0;
    for (const Garment& garment : annotation.garments) {
      for (const AttributeValue& label : garment.attributes) {
        const Provenance& said = label.provenance;
        count += garment.part == part && said.source == Source::kModel && said.confirmed_by == who;
      }
    }
    return count;
  }
};

const std::string kAtTheTopsLabels = "key Enter\nwait idle\nkey Esc\nimage-click 100 110\nkey Down\nwait 3\n";

TEST_F(StudioFilledIn, OneKeyTakesTheGarmentsAndOneStepGivesThemBack) {
  const Annotation taken = play_on(kAtTheTopsLabels + "wait widget filled_in.key\nkey Left\n");
  EXPECT_EQ(agreed(taken, Part::kTop, "tester"), 2);
  EXPECT_EQ(agreed(taken, Part::kBottom, ""), 1) << "another garment's";
  const Annotation back = play_on("key Ctrl+Z\n");
  EXPECT_EQ(back.garments.size(), 2U);
  EXPECT_EQ(agreed(back, Part::kTop, ""), 2);
}

TEST_F(StudioFilledIn, TheNextAnswerIsToWhatNobodyFilledIn) {
  const Annotation answered = play_on(kAtTheTopsLabels + "key Left\nkey 1\n");
  EXPECT_EQ(agreed(answered, Part::kTop, "tester"), 2);
  for (const Garment& garment : answered.garments) {
    if (garment.part != Part::kTop) continue;
    ASSERT_EQ(garment.attributes.size(), 3U);
    EXPECT_EQ(garment.attributes.back().attribute, "sleeve_length");
    EXPECT_EQ(garment.attributes.back().provenance, Provenance::human("tester"));
  }
}

TEST_F(StudioFilledIn, OutsideTheLabelsTheKeyTakesNothing) {
  const Annotation as_it_was = play_on("key Enter\nwait idle\nkey Esc\nimage-click 100 110\nkey Left\n");
  EXPECT_EQ(agreed(as_it_was, Part::kTop, ""), 2);
}

}  // namespace
}  // namespace jaedan::gui::testing
