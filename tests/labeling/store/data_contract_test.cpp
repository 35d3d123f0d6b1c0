#include <limits>

#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

using testing::full_annotation;
using testing::prediction_with_scores;
using testing::problems_of;
using testing::StoreContract;

class StoreData : public StoreContract {};
JAEDAN_FOR_ALL_STORES(StoreData);

TEST_P(StoreData, ASourceFileComesBackByteForByte) {
  const PhotoId id = add_photo("a");
  ASSERT_OK_AND_ASSIGN(std::string bytes, store().source_file(id));
  EXPECT_EQ(bytes, "");
  for (const std::string& wanted : {std::string("{\"이미지\": 1}\r\n"), std::string("\0\xff\0tail", 7), std::string(),
                                    std::string("bQUJD"), std::string("\xed\xa0\x80")}) {
    ASSERT_OK(store().set_source_file(id, wanted));
    ASSERT_OK_AND_ASSIGN(bytes, store().source_file(id));
    EXPECT_EQ(bytes, wanted);
  }
}

TEST_P(StoreData, APredictionComesBackExactlyAndNeverTouchesTheAnnotation) {
  const PhotoId id = add_photo("a");
  const Annotation annotation = save(full_annotation(id));
  ASSERT_OK_AND_ASSIGN(const auto none, store().prediction(id));
  EXPECT_FALSE(none.has_value());

  Prediction prediction = prediction_with_scores({0.9, 0.1 + 0.2});
  prediction.readings.push_back(prediction_with_scores({0.01}).readings[0]);
  prediction.readings[1].probability = 0.25;
  ASSERT_OK(store().save_prediction(id, prediction));
  ASSERT_OK_AND_ASSIGN(const auto stored, store().prediction(id));
  ASSERT_TRUE(stored.has_value());
  EXPECT_EQ(stored->model_id, "net-1");
  ASSERT_EQ(stored->readings.size(), 2u);
  EXPECT_EQ(stored->readings[1].probability, 0.25);
  ASSERT_EQ(stored->readings[0].garments.size(), 2u);
  const Proposal& proposal = stored->readings[0].garments[1];
  const Proposal& wanted = prediction.readings[0].garments[1];
  EXPECT_EQ(proposal.part, wanted.part);
  EXPECT_EQ(proposal.region, wanted.region);
  EXPECT_EQ(proposal.score, wanted.score);
  EXPECT_EQ(proposal.attributes, wanted.attributes);
  EXPECT_EQ(proposal.embedding, wanted.embedding);
  EXPECT_EQ(load(id), annotation);

  ASSERT_OK_AND_ASSIGN(const auto rows, store().list({}, PhotoId{}, 1));
  EXPECT_TRUE(rows[0].has_prediction);
  EXPECT_EQ(rows[0].worst_score, 0.1 + 0.2) << "the second reading does not count";
}

TEST_P(StoreData, WhatAModelOnlyGuessesAndWhatItSaysOfThePhotoComeBack) {
  const PhotoId id = add_photo("a");
  Prediction prediction = prediction_with_scores({0.9});
  prediction.readings[0].garments[0].guesses = {
      {"length", "midi", "", Provenance::model("net-1", 0.4), {{"long", 0.3}}}};
  prediction.image_attributes = {{"style", "street", "", Provenance::model("net-1", 0.7), {{"punk", 0.2}}},
                                 {"gender", "women", "", Provenance::model("net-1", 0.98)}};
  prediction.image_guesses = {{"season", "winter", "", Provenance::model("net-1", 0.5)}};
  ASSERT_OK(store().save_prediction(id, prediction));
  ASSERT_OK_AND_ASSIGN(const auto stored, store().prediction(id));
  ASSERT_TRUE(stored.has_value());
  EXPECT_EQ(stored->readings[0].garments[0].guesses, prediction.readings[0].garments[0].guesses);
  EXPECT_EQ(stored->image_attributes, prediction.image_attributes);
  EXPECT_EQ(stored->image_guesses, prediction.image_guesses);

  prediction.image_guesses[0].provenance.score = std::numeric_limits<double>::quiet_NaN();
  EXPECT_ERROR(store().save_prediction(id, prediction), ErrorCode::kInvalidArgument);
  prediction.image_guesses.clear();
  prediction.readings[0].garments[0].guesses[0].value = std::string("mi\0di", 5);
  EXPECT_ERROR(store().save_prediction(id, prediction), ErrorCode::kInvalidArgument);
}

TEST_P(StoreData, WhatAModelMeasuredComesBack) {
  const PhotoId id = add_photo("a");
  Prediction prediction = prediction_with_scores({0.9, 0.8});
  prediction.readings[0].garments[0].measures = {{"sleeve_length", 1.3, {{10, 10}, {12, 40}, {11, 70}}, {11.7, 49}},
                                                 {"length", -0.1, {{10, 10}, {11, 60}, {11, 110}}, {10.9, 55}}};
  ASSERT_OK(store().save_prediction(id, prediction));
  ASSERT_OK_AND_ASSIGN(const auto stored, store().prediction(id));
  ASSERT_TRUE(stored.has_value());
  EXPECT_EQ(stored->readings[0].garments[0].measures, prediction.readings[0].garments[0].measures);
  EXPECT_TRUE(stored->readings[0].garments[1].measures.empty());

  const double nan = std::numeric_limits<double>::quiet_NaN();
  MeasuredLength& sleeve = prediction.readings[0].garments[0].measures[0];
  sleeve.line[1].y = nan;
  EXPECT_ERROR(store().save_prediction(id, prediction), ErrorCode::kInvalidArgument);
  sleeve.line[1].y = 40;
  sleeve.along = nan;
  EXPECT_ERROR(store().save_prediction(id, prediction), ErrorCode::kInvalidArgument);
}

TEST_P(StoreData, WhatAModelSaysOfGarmentsComesBack) {
  const PhotoId id = add_photo("a");
  Prediction prediction = prediction_with_scores({0.9});
  const Proposal& proposal = prediction.readings[0].garments[0];
  GarmentWords words{GarmentId{2}, proposal.part, proposal.region, proposal.attributes};
  words.guesses = {{"fit", "loose", "", Provenance::model("net-1", 0.4)}};
  words.measures = {{"length", -0.1, {{10, 10}, {11, 60}}, {10.9, 55}}};
  prediction.of_garments = {words};
  ASSERT_OK(store().save_prediction(id, prediction));
  ASSERT_OK_AND_ASSIGN(const auto stored, store().prediction(id));
  ASSERT_TRUE(stored.has_value());
  ASSERT_EQ(stored->of_garments.size(), 1u);
  EXPECT_EQ(stored->of_garments[0].garment, words.garment);
  EXPECT_EQ(stored->of_garments[0].region, words.region);
  EXPECT_EQ(stored->of_garments[0].attributes, words.attributes);
  EXPECT_EQ(stored->of_garments[0].guesses, words.guesses);
  EXPECT_EQ(stored->of_garments[0].measures, words.measures);

  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto refused_with = [&](const auto& change) {
    Prediction changed = prediction;
    change(changed.of_garments[0]);
    EXPECT_ERROR(store().save_prediction(id, changed), ErrorCode::kInvalidArgument);
  };
  refused_with([](GarmentWords& each) { each.garment = {}; });
  refused_with([&](GarmentWords& each) { each.region.rings[0][0].x = nan; });
  refused_with([](GarmentWords& each) { each.attributes[0].value = std::string("mi\0ni", 5); });
  refused_with([&](GarmentWords& each) { each.guesses[0].provenance.score = nan; });
  refused_with([&](GarmentWords& each) { each.measures[0].end.y = nan; });
  EXPECT_TRUE(problems_of(store()).empty());
}

TEST_P(StoreData, ANewPredictionReplacesTheOldOne) {
  const PhotoId id = add_photo("a");
  ASSERT_OK(store().save_prediction(id, prediction_with_scores({0.3})));
  Prediction next = prediction_with_scores({});
  next.model_id = "net-2";
  ASSERT_OK(store().save_prediction(id, next));
  ASSERT_OK_AND_ASSIGN(const auto stored, store().prediction(id));
  EXPECT_EQ(stored->model_id, "net-2");
  ASSERT_OK_AND_ASSIGN(const auto rows, store().list({}, PhotoId{}, 1));
  EXPECT_EQ(rows[0].worst_score, 0.0) << "a photo on which the model finds nothing wants a look";
}

TEST_P(StoreData, APredictionThatCannotBeStoredIsRefused) {
  const PhotoId id = add_photo("a");
  Prediction prediction = prediction_with_scores({std::numeric_limits<double>::quiet_NaN()});
  EXPECT_ERROR(store().save_prediction(id, prediction), ErrorCode::kInvalidArgument);
  prediction = prediction_with_scores({1});
  prediction.readings[0].garments[0].embedding[1] = std::numeric_limits<float>::infinity();
  EXPECT_ERROR(store().save_prediction(id, prediction), ErrorCode::kInvalidArgument);
  prediction = prediction_with_scores({1});
  prediction.model_id.clear();
  EXPECT_ERROR(store().save_prediction(id, prediction), ErrorCode::kInvalidArgument);
  ASSERT_OK_AND_ASSIGN(const auto none, store().prediction(id));
  EXPECT_FALSE(none.has_value());
}

TEST_P(StoreData, VectorsComeBackByModelInOrder) {
  const PhotoId a = add_photo("a");
  const PhotoId b = add_photo("b");
  const std::vector<float> vector = {0.1f, -1e-38f, 3.4e38f, 0.0f};
  ASSERT_OK(store().save_embeddings({{b, GarmentId{1}, "net", vector},
                                     {a, GarmentId{2}, "net", {1, 0}},
                                     {a, GarmentId{1}, "net", {}},
                                     {a, GarmentId{1}, "other", {5}}}));
  ASSERT_OK_AND_ASSIGN(const auto found, store().embeddings("net"));
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].photo, a);
  EXPECT_EQ(found[0].garment, GarmentId{1});
  EXPECT_TRUE(found[0].vector.empty());
  EXPECT_EQ(found[1].garment, GarmentId{2});
  EXPECT_EQ(found[2].photo, b);
  EXPECT_EQ(found[2].vector, vector);
  EXPECT_EQ(found[2].model_id, "net");
  ASSERT_OK_AND_ASSIGN(const auto none, store().embeddings("unknown"));
  EXPECT_TRUE(none.empty());
}

TEST_P(StoreData, VectorsOfSomePhotosComeInTheOrderAskedFor) {
  const PhotoId a = add_photo("a"), b = add_photo("b"), c = add_photo("c");
  ASSERT_OK(store().save_embeddings({{a, GarmentId{1}, "net", {1}},
                                     {b, GarmentId{2}, "net", {2}},
                                     {b, GarmentId{1}, "net", {3}},
                                     {c, GarmentId{1}, "net", {4}},
                                     {b, GarmentId{1}, "other", {5}}}));
  ASSERT_OK_AND_ASSIGN(const auto found, store().embeddings_of("net", {c, b}));
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].photo, c);
  EXPECT_EQ(found[1].vector, std::vector<float>{3});
  EXPECT_EQ(found[2].garment, GarmentId{2});
  EXPECT_EQ(found[2].model_id, "net");
  ASSERT_OK_AND_ASSIGN(const auto of_none, store().embeddings_of("net", {}));
  EXPECT_TRUE(of_none.empty());
  ASSERT_OK_AND_ASSIGN(const auto unknown, store().embeddings_of("unknown", {a}));
  EXPECT_TRUE(unknown.empty());
  EXPECT_ERROR(store().embeddings_of("net", {a, PhotoId{99}}), ErrorCode::kNotFound);
}

TEST_P(StoreData, ApprovedPhotosThatLackAVectorAreFoundInTheirOrder) {
  const auto photo_with = [&](const std::string& name, WorkflowState state, bool has_outline) {
    Annotation annotation;
    annotation.photo = add_photo(name);
    annotation.state = state;
    for (const std::int64_t id : {1, 2}) {
      Garment garment;
      garment.id = GarmentId{id};
      if (has_outline) garment.region.rings = {{{0, 0}, {9, 0}, {9, 9}}};
      annotation.garments.push_back(garment);
    }
    EXPECT_OK(store().save(annotation, {"mina", "draw"}));
    return annotation.photo;
  };
  const PhotoId none = photo_with("a", WorkflowState::kApproved, true);
  const PhotoId half = photo_with("b", WorkflowState::kApproved, true);
  const PhotoId whole = photo_with("c", WorkflowState::kApproved, true);
  photo_with("d", WorkflowState::kApproved, false);
  const PhotoId open = photo_with("e", WorkflowState::kDrawn, true);
  ASSERT_OK(store().save_embeddings({{half, GarmentId{1}, "net", {1}},
                                     {whole, GarmentId{1}, "net", {1}},
                                     {whole, GarmentId{2}, "net", {1}},
                                     {open, GarmentId{1}, "net", {1}},
                                     {none, GarmentId{1}, "other", {1}}}));
  const auto lacking = [&](const std::string& model, PhotoId last, int limit) {
    const auto found = store().photos_lacking_embeddings(model, last, limit);
    EXPECT_OK(found);
    return found.ok() ? *found : std::vector<PhotoId>{};
  };
  EXPECT_EQ(lacking("net", {}, 10), (std::vector<PhotoId>{none, half}));
  EXPECT_EQ(lacking("net", {}, 1), std::vector<PhotoId>{none});
  EXPECT_EQ(lacking("net", none, 10), std::vector<PhotoId>{half});
  EXPECT_EQ(lacking("net", {}, 0), std::vector<PhotoId>{});
  EXPECT_EQ(lacking("unknown", {}, 10), (std::vector<PhotoId>{none, half, whole}));
  ASSERT_OK_AND_ASSIGN(const std::int64_t of_net, store().count_embeddings("net"));
  EXPECT_EQ(of_net, 3) << "what nobody approved does not count";
  ASSERT_OK_AND_ASSIGN(const std::int64_t of_unknown, store().count_embeddings("unknown"));
  EXPECT_EQ(of_unknown, 0);
}

TEST_P(StoreData, AVectorSavedAgainIsReplaced) {
  const PhotoId id = add_photo("a");
  ASSERT_OK(store().save_embeddings({{id, GarmentId{1}, "net", {1, 0}}}));
  ASSERT_OK(store().save_embeddings({{id, GarmentId{1}, "net", {0, 1}}}));
  ASSERT_OK_AND_ASSIGN(const auto found, store().embeddings("net"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].vector, (std::vector<float>{0, 1}));
}

TEST_P(StoreData, VectorsAreSavedAllOrNone) {
  const PhotoId id = add_photo("a");
  EXPECT_ERROR(store().save_embeddings({{id, GarmentId{1}, "net", {1}}, {PhotoId{99}, GarmentId{1}, "net", {1}}}),
               ErrorCode::kNotFound);
  const float nan = std::numeric_limits<float>::quiet_NaN();
  EXPECT_ERROR(store().save_embeddings({{id, GarmentId{1}, "net", {1}}, {id, GarmentId{2}, "net", {nan}}}),
               ErrorCode::kInvalidArgument);
  ASSERT_OK_AND_ASSIGN(const auto found, store().embeddings("net"));
  EXPECT_TRUE(found.empty());
  ASSERT_OK(store().save_embeddings({}));
}

TEST_P(StoreData, TheVectorOfADeletedGarmentGoesWithIt) {
  Annotation annotation = save(full_annotation(add_photo("a")));  // garments 7 and 3
  ASSERT_OK(store().save_embeddings(
      {{annotation.photo, GarmentId{7}, "net", {1}}, {annotation.photo, GarmentId{3}, "net", {2}}}));
  annotation.garments.erase(annotation.garments.begin());
  save(annotation);
  ASSERT_OK_AND_ASSIGN(const auto found, store().embeddings("net"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].garment, GarmentId{3});
}

TEST_P(StoreData, SnapshotsComeBackInTheOrderTheyWereMade) {
  SnapshotInfo first;
  first.made_at = "2026-01-31T23:59:59.123Z";
  first.who = "미나";
  first.hash = "abc";
  first.photo_count = 3'000'000'000;
  first.folder = "snapshots/abc";
  SnapshotInfo second = first;
  second.hash = "abd";
  ASSERT_OK_AND_ASSIGN(const SnapshotId a, store().add_snapshot(first, {"미나", "snapshot"}));
  ASSERT_OK_AND_ASSIGN(const SnapshotId b, store().add_snapshot(second, {"미나", "snapshot"}));
  EXPECT_LT(a, b);
  EXPECT_ERROR(store().add_snapshot(first, {"미나", "snapshot"}), ErrorCode::kConflict);
  ASSERT_OK_AND_ASSIGN(const auto stored, store().snapshots());
  ASSERT_EQ(stored.size(), 2u);
  EXPECT_EQ(stored[0].id, a);
  EXPECT_EQ(stored[0].made_at, first.made_at);
  EXPECT_EQ(stored[0].who, "미나");
  EXPECT_EQ(stored[0].hash, "abc");
  EXPECT_EQ(stored[0].photo_count, 3'000'000'000);
  EXPECT_EQ(stored[0].folder, "snapshots/abc");
  EXPECT_EQ(stored[1].hash, "abd");
}

TEST_P(StoreData, TheLastChampionIsInUseAndTheOneBeforeComesBack) {
  EXPECT_EQ(*store().champions(), std::vector<std::string>{});
  EXPECT_ERROR(store().pop_champion({"boss", "rollback"}), ErrorCode::kNotFound);
  for (const char* model : {"net-1", "net-2 '한글'", "net-1"})
    ASSERT_OK(store().push_champion(model, {"boss", "promote"}));
  EXPECT_EQ(*store().champions(), (std::vector<std::string>{"net-1", "net-2 '한글'", "net-1"}));
  ASSERT_OK(store().pop_champion({"boss", "rollback"}));
  EXPECT_EQ(*store().champions(), (std::vector<std::string>{"net-1", "net-2 '한글'"}));
  EXPECT_ERROR(store().push_champion("", {"boss", "promote"}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(store().push_champion("\xff", {"boss", "promote"}), ErrorCode::kInvalidArgument);
}

TEST_P(StoreData, ABegunShapeIsOneOfAPersonOnAPhoto) {
  const PhotoId a = add_photo("a");
  const PhotoId b = add_photo("b");
  const std::string bytes("\0\xff", 2);
  ASSERT_OK(store().set_begun_shape(a, "mina", bytes));
  ASSERT_OK(store().set_begun_shape(a, "jun's", "first"));
  ASSERT_OK(store().set_begun_shape(a, "jun's", "second"));
  EXPECT_EQ(*store().begun_shape(a, "mina"), bytes);
  EXPECT_EQ(*store().begun_shape(a, "jun's"), "second");
  EXPECT_EQ(*store().begun_shape(a, "nobody"), "");
  EXPECT_EQ(*store().begun_shape(b, "mina"), "");
  EXPECT_EQ(load(a).revision, 0) << "it is no change of the annotation";
  EXPECT_EQ(problems_of(store()), std::vector<std::string>{});
  ASSERT_OK(store().set_begun_shape(a, "mina", ""));
  EXPECT_EQ(*store().begun_shape(a, "mina"), "");
}

TEST_P(StoreData, ABegunShapeNeedsAPhotoAndAPerson) {
  EXPECT_ERROR(store().set_begun_shape(PhotoId{9}, "mina", "x"), ErrorCode::kNotFound);
  EXPECT_ERROR(store().begun_shape(PhotoId{9}, "mina"), ErrorCode::kNotFound);
  EXPECT_ERROR(store().set_begun_shape(add_photo("a"), "", "x"), ErrorCode::kInvalidArgument);
}

TEST_P(StoreData, AHealthyProjectVerifies) {
  EXPECT_EQ(problems_of(store()), std::vector<std::string>{});
  const PhotoId id = add_photo("a");
  save(save(full_annotation(id)));
  ASSERT_OK(store().save_prediction(id, prediction_with_scores({0.4})));
  ASSERT_OK(store().save_embeddings({{id, GarmentId{7}, "net", {1, 2}}}));
  ASSERT_OK(store().set_source_file(id, "bytes"));
  EXPECT_EQ(problems_of(store()), std::vector<std::string>{});
}

}  // namespace
}  // namespace jaedan::labeling
