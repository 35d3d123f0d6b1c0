#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <random>

#include "labeling/base/utf8.h"
#include "labeling/store/annotation_json.h"
#include "labeling/store/byte_codec.h"
#include "labeling/store/region_codec.h"
#include "tests/labeling/store/store_contract.h"
#include "tests/support/matchers.h"

namespace jaedan::labeling {
namespace {

TEST(RegionCodec, WritesFlatRingsAsCocoDoes) {
  EXPECT_EQ(region_to_text({{{{1, 2}, {30.5, 2}, {7, 9}}, {{0, 0}}}}), "[[1,2,30.5,2,7,9],[0,0]]");
  EXPECT_EQ(region_to_text({}), "[]");
  EXPECT_EQ(region_to_text({{{}}}), "[[]]");
  EXPECT_EQ(rect_to_text({1, 2.5, 3, 4}), "[1,2.5,3,4]");
}

TEST(RegionCodec, AnyFiniteNumberComesBackBitForBit) {
  std::mt19937_64 random(7);
  Region region;
  Ring ring;
  while (ring.size() < 20000) {
    const std::uint64_t bits[2] = {random(), random()};
    Point point;
    std::memcpy(&point.x, &bits[0], sizeof(double));
    std::memcpy(&point.y, &bits[1], sizeof(double));
    if (std::isfinite(point.x) && std::isfinite(point.y)) ring.push_back(point);
  }
  ring.push_back({-0.0, std::numeric_limits<double>::denorm_min()});
  ring.push_back({std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()});
  region.rings = {ring, {}, ring};
  ASSERT_OK_AND_ASSIGN(const Region back, region_from_text(region_to_text(region)));
  ASSERT_EQ(back.rings.size(), 3u);
  EXPECT_EQ(std::memcmp(back.rings[0].data(), ring.data(), ring.size() * sizeof(Point)), 0);
  EXPECT_EQ(back, region);
}

TEST(RegionCodec, AnythingElseIsCorrupt) {
  for (const char* text : {"", "[", "]", "[[]", "[[1]]", "[[1,2,3]]", "[[1,2],]", "[[1,2]]x", "[[1, 2]]", "[[nan,1]]",
                           "[[inf,1]]", "[[1e999,1]]", "[1,2]", "[[1,,2]]", "[[1,2][3,4]]", "{}", "[[0x1,2]]"}) {
    EXPECT_ERROR(region_from_text(text), ErrorCode::kCorrupt);
  }
  for (const char* text : {"", "[1,2,3]", "[1,2,3,4,5]", "[]", "[1,2,3,4]]"}) {
    EXPECT_ERROR(rect_from_text(text), ErrorCode::kCorrupt);
  }
}

TEST(ByteCodec, EveryLengthOfEveryByteComesBack) {
  std::string bytes;
  for (int i = 0; i < 600; ++i) {
    const std::string text = text_from_bytes(bytes);
    EXPECT_TRUE(is_plain_text(text));
    ASSERT_OK_AND_ASSIGN(const std::string back, bytes_from_text(text));
    ASSERT_EQ(back, bytes);
    bytes += static_cast<char>(i * 7);
  }
}

TEST(ByteCodec, TextStaysReadable) { EXPECT_EQ(text_from_bytes("{\"상의\": []}"), "t{\"상의\": []}"); }

TEST(ByteCodec, WhatItDidNotWriteIsCorrupt) {
  for (const char* text : {"", "x", "bA", "bAAA*", "b=AAA", "bAA=A", "bAAA=AAAA"}) {
    EXPECT_ERROR(bytes_from_text(text), ErrorCode::kCorrupt);
  }
  EXPECT_ERROR(floats_from_text("AAAA"), ErrorCode::kCorrupt);
}

TEST(AnnotationJson, ComesBackEqual) {
  Annotation annotation = testing::full_annotation(PhotoId{12});
  annotation.revision = 34;
  ASSERT_OK_AND_ASSIGN(const Annotation back, annotation_from_json(annotation_to_json(annotation)));
  EXPECT_EQ(back, annotation);
}

TEST(AnnotationJson, IsTheDocumentedText) {
  Annotation annotation;
  annotation.photo = PhotoId{1};
  annotation.garments = {testing::garment(2, Part::kTop)};
  annotation.garments[0].attributes = {testing::value("colour", "black")};
  EXPECT_EQ(annotation_to_json(annotation),
            R"({"photo":1,"revision":0,"state":"new","attributes":[],"garments":[{"id":2,"part":"top",)"
            R"("rings":[[1.0,2.0,30.0,4.0,5.0,60.0]],"source":"human","author":"mina","score":1.0,)"
            R"("attributes":[{"attribute":"colour","value":"black","source":"human","author":"mina","score":1.0}],)"
            R"("locked":false,"hidden":false}]})");
}

TEST(AnnotationJson, WhatAModelWouldHaveSaidNextIsThereOnlyWhereItIsKnown) {
  Annotation annotation;
  annotation.photo = PhotoId{1};
  annotation.image_attributes = {{"style", "street", "", Provenance::model("net-1", 0.5), {{"sporty", 0.25}}}};
  const std::string guess = R"({"attribute":"style","value":"street","source":"model","author":"net-1","score":0.5)";
  const std::string head = R"({"photo":1,"revision":0,"state":"new","attributes":[)";
  const std::string tail = R"(}],"garments":[]})";
  const std::string with = head + guess + R"(,"alternatives":[{"value":"sporty","score":0.25}])" + tail;
  EXPECT_EQ(annotation_to_json(annotation), with);
  EXPECT_EQ(*annotation_from_json(with), annotation);
  // As programs wrote it that did not know of this.
  const std::string without = head + guess + tail;
  ASSERT_OK_AND_ASSIGN(const Annotation old, annotation_from_json(without));
  EXPECT_TRUE(old.image_attributes[0].alternatives.empty());
  EXPECT_EQ(annotation_to_json(old), without);
  EXPECT_ERROR(annotation_from_json(head + guess + R"(,"alternatives":[{"value":"sporty"}])" + tail),
               ErrorCode::kCorrupt);
}

TEST(PredictionJson, OfBeforeGuessesAndLabelsOfThePhotoIsReadAndWrittenAsItWas) {
  const std::string before =
      R"({"model":"m","readings":[{"probability":1.0,"garments":[{"part":"top","rings":[],"score":0.5,"attributes":[],)"
      R"("embedding":""}]}]})";
  ASSERT_OK_AND_ASSIGN(const Prediction read, prediction_from_json(before));
  ASSERT_EQ(read.readings.size(), 1u);
  EXPECT_TRUE(read.readings[0].garments[0].guesses.empty());
  EXPECT_TRUE(read.image_attributes.empty());
  EXPECT_TRUE(read.image_guesses.empty());
  EXPECT_TRUE(read.of_garments.empty());
  EXPECT_EQ(prediction_to_json(read), before);
}

TEST(PredictionJson, SaysGuessesAndLabelsOfThePhotoWhereThereAreAny) {
  Prediction prediction{"m", {{1.0, {}}}};
  prediction.image_guesses = {{"style", "street", "", Provenance::model("m", 0.5)}};
  EXPECT_EQ(prediction_to_json(prediction),
            R"({"model":"m","readings":[{"probability":1.0,"garments":[]}],)"
            R"("guesses":[{"attribute":"style","value":"street","source":"model","author":"m","score":0.5}]})");
}

TEST(PredictionJson, SaysWhatWasMeasuredWhereItWas) {
  Proposal dress;
  dress.measures = {{"length", 1.125, {{1, 2}, {3, 4.5}}, {2, 3}}};
  const Prediction prediction{"m", {{1.0, {dress, Proposal()}}}};
  const std::string text = prediction_to_json(prediction);
  EXPECT_NE(text.find(R"("measures":[{"attribute":"length","along":1.125,"line":[1.0,2.0,3.0,4.5],"end":[2.0,3.0]}])"),
            std::string::npos)
      << text;
  ASSERT_OK_AND_ASSIGN(const Prediction read, prediction_from_json(text));
  EXPECT_EQ(read.readings[0].garments[0].measures, dress.measures);
  EXPECT_TRUE(read.readings[0].garments[1].measures.empty());
  std::string half = text;
  half.replace(half.find("[2.0,3.0]"), 9, "[2.0]");
  EXPECT_ERROR(prediction_from_json(half), ErrorCode::kCorrupt);
}

TEST(PredictionJson, SaysWhatWasSaidOfGarmentsWhereTheModelWasAskedAboutThem) {
  GarmentWords words{GarmentId{3}, Part::kTop, {{{{1, 2}, {30, 4}, {5, 60}}}}};
  Prediction prediction{"m", {{1.0, {}}}};
  prediction.of_garments = {words};
  const std::string bare = R"({"model":"m","readings":[{"probability":1.0,"garments":[]}],)"
                           R"("of_garments":[{"garment":3,"part":"top","rings":[[1.0,2.0,30.0,4.0,5.0,60.0]]}]})";
  EXPECT_EQ(prediction_to_json(prediction), bare);
  words.attributes = {{"category", "shirt", "", Provenance::model("m", 0.9)}};
  words.guesses = {{"fit", "loose", "", Provenance::model("m", 0.4), {{"normal", 0.3}}}};
  words.measures = {{"length", 1.125, {{1, 2}, {3, 4.5}}, {2, 3}}};
  prediction.of_garments.push_back(words);
  ASSERT_OK_AND_ASSIGN(const Prediction read, prediction_from_json(prediction_to_json(prediction)));
  ASSERT_EQ(read.of_garments.size(), 2u);
  const GarmentWords& back = read.of_garments[1];
  EXPECT_EQ(back.garment, words.garment);
  EXPECT_EQ(back.part, words.part);
  EXPECT_EQ(back.region, words.region);
  EXPECT_EQ(back.attributes, words.attributes);
  EXPECT_EQ(back.guesses, words.guesses);
  EXPECT_EQ(back.measures, words.measures);
  std::string nameless = bare;
  nameless.replace(nameless.find(R"("garment":3,)"), 12, "");
  EXPECT_ERROR(prediction_from_json(nameless), ErrorCode::kCorrupt);
}

TEST(AnnotationJson, AlternativesAloneAreEmptyTextForNone) {
  EXPECT_EQ(alternatives_to_json({}), "");
  EXPECT_TRUE(alternatives_from_json("")->empty());
  const std::vector<AlternativeValue> two = {{"navy", 0.2}, {"말", 1.0 / 3}};
  EXPECT_EQ(*alternatives_from_json(alternatives_to_json(two)), two);
  EXPECT_ERROR(alternatives_from_json("navy"), ErrorCode::kCorrupt);
}

TEST(AnnotationJson, AnythingElseIsCorrupt) {
  for (const char* text : {"", "[]", "{}", "nonsense", R"({"photo":"1"})",
                           R"({"photo":1,"revision":0,"state":"lost","attributes":[],"garments":[]})",
                           R"({"photo":1,"revision":0,"state":"new","attributes":[],"garments":[{}]})"}) {
    EXPECT_ERROR(annotation_from_json(text), ErrorCode::kCorrupt);
  }
  EXPECT_ERROR(prediction_from_json("{}"), ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace jaedan::labeling
