// What there is of the photos of a filter, counted by every kind of store alike.
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

using testing::garment;
using testing::StoreContract;
using testing::value;
using Counts = std::map<std::string, std::int64_t>;

class StoreFigures : public StoreContract {
 protected:
  PhotoId put(const std::string& name, WorkflowState state, const std::vector<Garment>& garments,
              const std::string& who) {
    Annotation annotation;
    annotation.photo = add_photo(name);
    annotation.state = state;
    annotation.garments = garments;
    annotation.image_attributes = {value("gender", "women")};
    save(annotation, who);
    return annotation.photo;
  }
  static Garment labelled(std::int64_t id, Part part, const AttributeValues& values) {
    Garment made = garment(id, part);
    made.attributes = values;
    return made;
  }
  ProjectFigures figures(const PhotoFilter& filter = {}) {
    const auto found = store().figures(filter);
    EXPECT_TRUE(found.ok());
    return found.ok() ? *found : ProjectFigures{};
  }
};
JAEDAN_FOR_ALL_STORES(StoreFigures);

TEST_P(StoreFigures, OfAnEmptyProjectAreNothing) {
  EXPECT_EQ(figures().all().photos, 0);
  EXPECT_TRUE(figures().garments_by_part.empty());
  EXPECT_TRUE(figures().workers.empty());
}

TEST_P(StoreFigures, SayStatesPartsLabelsWorkersAndWhatNobodyLookedAt) {
  Garment models = labelled(2, Part::kBottom, {value("colour", "black")});
  models.region_provenance = Provenance::model("net-1", 0.9);
  put("a", WorkflowState::kApproved, {labelled(1, Part::kTop, {value("colour", "red"), value("fit", "loose")}), models},
      "mina");
  put("b", WorkflowState::kDrawn, {labelled(1, Part::kTop, {value("colour", "red")})}, "kim");
  const PhotoId c = add_photo("c");
  ASSERT_OK(store().save_prediction(c, testing::prediction_with_scores({0.5})));
  const ProjectFigures all = figures();
  EXPECT_EQ(all.all().photos, 3);
  EXPECT_EQ(all.all().garments, 3);
  EXPECT_EQ(all.all().predicted, 1);
  EXPECT_EQ(all.of(WorkflowState::kNew).photos, 1);
  EXPECT_EQ(all.of(WorkflowState::kNew).predicted, 1);
  EXPECT_EQ(all.of(WorkflowState::kApproved).garments, 2);
  EXPECT_EQ(all.of(WorkflowState::kApproved).unseen, 1);
  EXPECT_EQ(all.of(WorkflowState::kApproved).unseen_photos, 1);
  EXPECT_EQ(all.garments_by_part, (std::map<Part, std::int64_t>{{Part::kTop, 2}, {Part::kBottom, 1}}));
  EXPECT_EQ(all.values, (Counts{{"colour", 3}, {"fit", 1}, {"gender", 2}}));
  EXPECT_EQ(all.workers, (Counts{{"kim", 1}, {"mina", 1}}));
}

TEST_P(StoreFigures, CountThePhotosOfTheFilterEachOnce) {
  put("a", WorkflowState::kApproved,
      {labelled(1, Part::kTop, {value("colour", "red")}), labelled(2, Part::kTop, {value("colour", "red")})}, "mina");
  put("b", WorkflowState::kDrawn, {labelled(1, Part::kBottom, {value("colour", "black")})}, "kim");
  PhotoFilter by_value;
  by_value.attribute = "colour";
  by_value.value = "red";
  PhotoFilter by_part, by_state, by_name;
  by_part.part = Part::kTop;
  by_state.state = WorkflowState::kApproved;
  by_name.text = "a";
  for (const PhotoFilter& filter : {by_value, by_part, by_state, by_name}) {
    EXPECT_EQ(figures(filter).all().photos, 1);
    EXPECT_EQ(figures(filter).all().garments, 2);
    EXPECT_EQ(figures(filter).values, (Counts{{"colour", 2}, {"gender", 1}}));
    EXPECT_EQ(figures(filter).workers, (Counts{{"mina", 1}}));
  }
  PhotoFilter none;
  none.worker = "nobody";
  EXPECT_EQ(figures(none).all().photos, 0);
  EXPECT_TRUE(figures(none).garments_by_part.empty());
}

TEST_P(StoreFigures, RefuseAFilterThatMakesNoSense) {
  PhotoFilter half;
  half.attribute = "colour";
  EXPECT_EQ(testing::problems_of(store()).size(), 0u);
  const auto refused = store().figures(half);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace jaedan::labeling
