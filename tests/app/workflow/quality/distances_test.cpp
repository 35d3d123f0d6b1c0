// What a submission left of the model's proposal.
#include "app/workflow/quality/panels.h"
#include "tests/app/workflow/people/crew.h"

namespace jaedan::workflow {
namespace {

class Distances : public testing::Crew {
 protected:
  PhotoId proposed_photo() {
    const PhotoId photo = add_photo("a");
    Prediction prediction;
    prediction.model_id = "net-1";
    Proposal top;
    top.part = Part::kTop;
    top.region = square(50);
    top.attributes = {{"colour", "black", "", Provenance::model("net-1", 0.9), {}}};
    Proposal dress;
    dress.part = Part::kDress;
    dress.region = square(90);
    prediction.readings.push_back({1.0, {top, dress}});
    EXPECT_TRUE(store().save_prediction(photo, prediction).ok());
    return photo;
  }
};

TEST_F(Distances, ASubmissionIsComparedWithWhatWasProposed) {
  const PhotoId photo = proposed_photo();
  ASSERT_OK(claim("ann", Stage::kDrawn));
  ASSERT_OK(draw(as("ann"), photo, 50));
  ASSERT_OK(submit_photo(*project_, photo, as("ann")));
  ASSERT_OK(claim("amy", Stage::kBasic));
  ASSERT_OK(label(as("amy"), photo, "colour", "navy"));
  ASSERT_OK(submit_photo(*project_, photo, as("amy")));
  ASSERT_OK_AND_ASSIGN(const auto found, store().distances(0, 10));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].user, as("ann").user);
  EXPECT_EQ(found[0].stage, Stage::kDrawn);
  EXPECT_EQ(found[0].model, "net-1");
  EXPECT_EQ(found[0].distance.kept, 1);
  EXPECT_EQ(found[0].distance.removed, 1);
  EXPECT_DOUBLE_EQ(*found[0].distance.mean_iou(), 0.5);
  EXPECT_DOUBLE_EQ(*found[0].distance.share_kept(), 0.5);
  EXPECT_EQ(found[1].user, as("amy").user);
  EXPECT_EQ(found[1].distance.labels_changed, 1);
}

TEST_F(Distances, APhotoWithoutAProposalAndAnAnswerOfOnePersonHaveNone) {
  const PhotoId plain = add_photo("plain");
  ASSERT_OK(claim("ann", Stage::kDrawn));
  ASSERT_OK(draw(as("ann"), plain, 50));
  ASSERT_OK(submit_photo(*project_, plain, as("ann")));
  const PhotoId photo = proposed_photo();
  ASSERT_OK(ask_panel(*project_, as("boss"), photo, {2, {}}));
  ASSERT_OK(claim("ann", Stage::kDrawn));
  ASSERT_OK(draw(as("ann"), photo, 50));
  ASSERT_OK(submit_photo(*project_, photo, as("ann")));
  EXPECT_TRUE(store().distances(0, 10)->empty());
}

}  // namespace
}  // namespace jaedan::workflow
