#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

using testing::garment;
using testing::prediction_with_scores;
using testing::StoreContract;
using testing::value;
using Names = std::vector<std::string>;

/// Five photos: 셔츠_A approved by mina (a black top, score 0.2), shirt_B drawn by jun (two black tops,
/// score 0.8), Coat_C approved by jun (a black outer and a blue bottom, no prediction), 100%_D new (score 0,
/// for the model found nothing), dress_E approved by mina (a dress, style street, score 0.5).
class StoreFilters : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    const auto put = [&](const std::string& name, WorkflowState state, const std::vector<Garment>& garments,
                         const AttributeValues& of_photo, const std::string& who) {
      Annotation annotation;
      annotation.photo = add_photo(name);
      annotation.state = state;
      annotation.garments = garments;
      annotation.image_attributes = of_photo;
      save(annotation, who);
      return annotation.photo;
    };
    const auto coloured = [](std::int64_t id, Part part, const std::string& colour) {
      Garment made = garment(id, part);
      made.attributes = {value("colour", colour), value("detail", "zip"), value("detail", "lace")};
      return made;
    };
    const PhotoId a = put("셔츠_A", WorkflowState::kApproved, {coloured(1, Part::kTop, "black")}, {}, "mina");
    const PhotoId b = put("shirt_B", WorkflowState::kDrawn,
                          {coloured(1, Part::kTop, "black"), coloured(2, Part::kTop, "black")}, {}, "jun");
    put("Coat_C", WorkflowState::kApproved, {coloured(1, Part::kOuter, "black"), coloured(2, Part::kBottom, "blue")},
        {}, "jun");
    const PhotoId d = add_photo("100%_D");
    const PhotoId e = put("dress_E", WorkflowState::kApproved, {coloured(1, Part::kDress, "red")},
                          {value("style", "street")}, "mina");
    ASSERT_OK(store().save_prediction(a, prediction_with_scores({0.9, 0.2})));
    ASSERT_OK(store().save_prediction(b, prediction_with_scores({0.8})));
    ASSERT_OK(store().save_prediction(d, prediction_with_scores({})));
    ASSERT_OK(store().save_prediction(e, prediction_with_scores({0.5, 0.5})));
  }
};
JAEDAN_FOR_ALL_STORES(StoreFilters);

TEST_P(StoreFilters, NoFilterShowsEverything) {
  EXPECT_EQ(names({}), (Names{"셔츠_A", "shirt_B", "Coat_C", "100%_D", "dress_E"}));
}

TEST_P(StoreFilters, ByPhotos) {
  ASSERT_OK_AND_ASSIGN(const auto all, store().list({}, {}, 10));
  PhotoFilter filter;
  filter.only = {all[4].photo.id, all[0].photo.id, PhotoId{999}};
  EXPECT_EQ(names(filter), (Names{"셔츠_A", "dress_E"}));
  ASSERT_OK_AND_ASSIGN(const std::int64_t count, store().count(filter));
  EXPECT_EQ(count, 2);
  ASSERT_OK_AND_ASSIGN(const auto by_name, store().list_in_order(filter, {PhotoKey::kName, false}, {}, 10));
  ASSERT_EQ(by_name.size(), 2U);
  EXPECT_EQ(by_name[0].photo.name, "dress_E");
  filter.part = Part::kDress;
  EXPECT_EQ(names(filter), Names{"dress_E"});
  filter.part.reset();
  filter.attribute = "colour";
  filter.value = "black";
  EXPECT_EQ(names(filter), Names{"셔츠_A"});
  ASSERT_OK_AND_ASSIGN(const ProjectFigures figures, store().figures(filter));
  EXPECT_EQ(figures.all().photos, 1);
}

TEST_P(StoreFilters, ByState) {
  PhotoFilter filter;
  filter.state = WorkflowState::kApproved;
  EXPECT_EQ(names(filter), (Names{"셔츠_A", "Coat_C", "dress_E"}));
  filter.state = WorkflowState::kReturned;
  EXPECT_EQ(names(filter), Names{});
}

TEST_P(StoreFilters, ByPartShowsAPhotoWithTwoSuchGarmentsOnce) {
  PhotoFilter filter;
  filter.part = Part::kTop;
  EXPECT_EQ(names(filter), (Names{"셔츠_A", "shirt_B"}));
  filter.part = Part::kBottom;
  EXPECT_EQ(names(filter), Names{"Coat_C"});
}

TEST_P(StoreFilters, ByAttributeValueOfAGarmentOrOfThePhoto) {
  PhotoFilter filter;
  filter.attribute = "colour";
  filter.value = "black";
  EXPECT_EQ(names(filter), (Names{"셔츠_A", "shirt_B", "Coat_C"}));
  filter.attribute = "style";
  filter.value = "street";
  EXPECT_EQ(names(filter), Names{"dress_E"});
  filter.value = "black";
  EXPECT_EQ(names(filter), Names{});
  filter.value = "nobody ever said this";
  EXPECT_EQ(names(filter), Names{});
}

TEST_P(StoreFilters, HalfAnAttributeFilterIsRefused) {
  PhotoFilter filter;
  filter.attribute = "colour";
  EXPECT_ERROR(store().list(filter, PhotoId{}, 10), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(store().count(filter), ErrorCode::kInvalidArgument);
  filter = {};
  filter.value = "black";
  EXPECT_ERROR(store().count(filter), ErrorCode::kInvalidArgument);
}

TEST_P(StoreFilters, ByTextWithoutRegardToAsciiCaseAndWithoutWildcards) {
  PhotoFilter filter;
  filter.text = "COAT";
  EXPECT_EQ(names(filter), Names{"Coat_C"});
  filter.text = "셔츠";
  EXPECT_EQ(names(filter), Names{"셔츠_A"});
  filter.text = "%_";
  EXPECT_EQ(names(filter), Names{"100%_D"});
  filter.text = "t_";
  EXPECT_EQ(names(filter), (Names{"shirt_B", "Coat_C"}));
  filter.text = "' or 1=1 --";
  EXPECT_EQ(names(filter), Names{});
}

TEST_P(StoreFilters, ByTheLastWorker) {
  PhotoFilter filter;
  filter.worker = "jun";
  EXPECT_EQ(names(filter), (Names{"shirt_B", "Coat_C"}));
  filter.worker = "nobody";
  EXPECT_EQ(names(filter), Names{});
  filter.worker = "net-1";  // a model is an author, but changed no photo
  EXPECT_EQ(names(filter), Names{});
}

TEST_P(StoreFilters, ByWorstScoreWithInclusiveBounds) {
  PhotoFilter filter;
  filter.min_score = 0.5;
  EXPECT_EQ(names(filter), (Names{"shirt_B", "dress_E"}));
  filter.max_score = 0.5;
  EXPECT_EQ(names(filter), Names{"dress_E"});
  filter.min_score.reset();
  EXPECT_EQ(names(filter), (Names{"셔츠_A", "100%_D", "dress_E"}));
}

TEST_P(StoreFilters, AllTogether) {
  PhotoFilter filter;
  filter.attribute = "colour";
  filter.value = "black";
  filter.part = Part::kTop;
  EXPECT_EQ(names(filter), (Names{"셔츠_A", "shirt_B"}));
  filter.text = "_";
  filter.min_score = 0.1;
  filter.max_score = 0.9;
  EXPECT_EQ(names(filter), (Names{"셔츠_A", "shirt_B"}));
  filter.worker = "jun";
  EXPECT_EQ(names(filter), Names{"shirt_B"});
  filter.state = WorkflowState::kApproved;
  EXPECT_EQ(names(filter), Names{});
  filter = {};
  filter.part = Part::kOuter;
  filter.state = WorkflowState::kApproved;
  EXPECT_EQ(names(filter), Names{"Coat_C"});
}

TEST_P(StoreFilters, PagesOfAFilterJoinWithoutGapsOrRepeats) {
  PhotoFilter filter;
  filter.attribute = "detail";
  filter.value = "zip";  // shirt_B and Coat_C have it on two garments each
  for (const int limit : {1, 2, 3}) {
    Names collected;
    PhotoId after;
    while (true) {
      ASSERT_OK_AND_ASSIGN(const auto page, store().list(filter, after, limit));
      if (page.empty()) break;
      EXPECT_LE(static_cast<int>(page.size()), limit);
      for (const PhotoRow& row : page) collected.push_back(row.photo.name);
      after = page.back().photo.id;
    }
    EXPECT_EQ(collected, (Names{"셔츠_A", "shirt_B", "Coat_C", "dress_E"})) << limit;
  }
}

TEST_P(StoreFilters, APageIsFullWhenThereAreEnoughPhotos) {
  PhotoFilter filter;
  filter.part = Part::kTop;
  ASSERT_OK_AND_ASSIGN(const auto page, store().list(filter, PhotoId{}, 2));
  EXPECT_EQ(page.size(), 2u);
  filter = {};
  filter.attribute = "detail";
  filter.value = "lace";
  ASSERT_OK_AND_ASSIGN(const auto full, store().list(filter, PhotoId{}, 3));
  EXPECT_EQ(full.size(), 3u);
}

TEST_P(StoreFilters, AChangedPhotoMovesToItsNewFilters) {
  ASSERT_OK_AND_ASSIGN(const auto found, store().photo_named("Coat_C"));
  Annotation annotation = load(found->id);
  annotation.garments.pop_back();
  annotation.garments[0].attributes = {value("colour", "green")};
  annotation.state = WorkflowState::kReturned;
  save(annotation, "mina");
  PhotoFilter filter;
  filter.part = Part::kBottom;
  EXPECT_EQ(names(filter), Names{});
  filter = {};
  filter.attribute = "colour";
  filter.value = "green";
  EXPECT_EQ(names(filter), Names{"Coat_C"});
  filter.value = "black";
  EXPECT_EQ(names(filter), (Names{"셔츠_A", "shirt_B"}));
}

}  // namespace
}  // namespace jaedan::labeling
