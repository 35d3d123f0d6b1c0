#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "labeling/base/file_system.h"
#include "labeling/formats/kfashion/kfashion_json.h"
#include "tests/labeling/formats/kfashion_test_files.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

using namespace testing;

/// A real file when the shared folder is there; else one in the same form, kept in tests/golden.
std::string real_file() {
  return disk().read(jaedan::testing::shared_dir() + "/kfashion/samples/100026.json", 1 << 20).value();
}

std::string golden_file(const std::string& name) {
  return disk().read(jaedan::testing::source_dir() + "/tests/golden/" + name, 1 << 20).value();
}

/// Only what the domain keeps; `source` is gone, so every byte has to be made anew.
std::string written_from_scratch(KFashionFile file) {
  file.source.clear();
  file.warnings.clear();
  std::reverse(file.annotation.garments.begin(), file.annotation.garments.end());
  for (Garment& garment : file.annotation.garments) {
    garment.rect.reset();
    garment.id.value += 40;
    // The order of different attributes means nothing, the order within one does.
    std::stable_sort(garment.attributes.begin(), garment.attributes.end(),
                     [](const auto& a, const auto& b) { return a.attribute < b.attribute; });
  }
  return write(file);
}

TEST(KFashionGolden, ARealFileComesBackByteForByte) {
  JAEDAN_REQUIRE_SHARED();
  const std::string bytes = real_file();
  EXPECT_EQ(write(read(bytes)), bytes);
}

TEST(KFashionGolden, ARealFileIsRebuiltFromShuffledContents) {
  JAEDAN_REQUIRE_SHARED();
  const std::string bytes = real_file();
  EXPECT_EQ(written_from_scratch(read(bytes)), bytes);
}

TEST(KFashionGolden, ARealFileIsReadIntoTheDomain) {
  JAEDAN_REQUIRE_SHARED();
  KFashionFile file = read(real_file());
  EXPECT_EQ(file.image_id, 100026);
  EXPECT_EQ(file.width, 800);
  EXPECT_EQ(file.height, 800);
  EXPECT_EQ(file.image_file_name, "Ave29th_160_02.jpg");
  EXPECT_EQ(file.created, "2020-08-10 08:33:18");
  ASSERT_EQ(file.annotation.garments.size(), 2u);
  const Garment& top = garment_of(file, Part::kTop);
  ASSERT_EQ(top.region.rings.size(), 1u);
  ASSERT_EQ(top.region.rings[0].size(), 12u);
  EXPECT_EQ(top.region.rings[0][0], (Point{350.519, 63.918}));
  EXPECT_EQ(top.region.rings[0][11], (Point{450.381, 62.9194}));
  EXPECT_EQ(values_of(top.attributes, attribute::kMaterial), (std::vector<std::string>{"woven", "lace"}));
  EXPECT_EQ(find_value(top.attributes, attribute::kCollar)->value, "bow");
  EXPECT_EQ(find_value(file.annotation.image_attributes, attribute::kStyle)->value, "romantic");
  EXPECT_TRUE(file.warnings.empty()) << file.warnings.front().message.text();
}

TEST(KFashionGolden, APrettyPrintedReorderedFileMeansTheSame) {
  JAEDAN_REQUIRE_SHARED();
  const std::string bytes = real_file();
  const KFashionFile file = read(bytes);
  const std::string reordered = nlohmann::json::parse(bytes).dump(2);  // keys sorted, numbers respelt, blanks
  const KFashionFile again = read(reordered);
  EXPECT_EQ(again.annotation, file.annotation);
  EXPECT_EQ(write(again), reordered);
  EXPECT_EQ(written_from_scratch(again), bytes);
}

TEST(KFashionGolden, OurOwnFileWithEverythingInItStaysAsItIs) {
  const std::string bytes = golden_file("kfashion_full.json");
  KFashionFile file = read(bytes);
  EXPECT_EQ(write(file), bytes);
  EXPECT_EQ(written_from_scratch(file), bytes);
  EXPECT_EQ(find_value(garment_of(file, Part::kOuter).attributes, attribute::kLength)->spelling, "노말");
  EXPECT_TRUE(file.warnings.empty()) << file.warnings.front().message.text();
}

TEST(KFashionGolden, AnEmptyNewFileHasEveryPartOnceAndEmpty) {
  const Photo photo = {PhotoId{3}, "b", "/photos/b.JPG", 640, 480};
  const std::string bytes = write(new_kfashion_file(photo, {}, 12, "2026-01-02 03:04:05"));
  EXPECT_EQ(bytes, R"({"이미지 정보":{"이미지 식별자":12,"이미지 높이":480,"이미지 파일명":"b.JPG","이미지 너비":640},)"
                   R"("데이터셋 정보":{"파일 생성일자":"2026-01-02 03:04:05","데이터셋 상세설명":{)"
                   R"("렉트좌표":{"아우터":[{}],"하의":[{}],"원피스":[{}],"상의":[{}]},)"
                   R"("폴리곤좌표":{"아우터":[{}],"하의":[{}],"원피스":[{}],"상의":[{}]},)"
                   R"("라벨링":{"스타일":[{}],"아우터":[{}],"하의":[{}],"원피스":[{}],"상의":[{}]}},)"
                   R"("파일 번호":12,"파일 이름":"b.JPG"}})");
}

TEST(KFashionGolden, TheTimeIsSpeltAsInTheFiles) {
  EXPECT_EQ(kfashion_timestamp(0), "1970-01-01 00:00:00");
  EXPECT_EQ(kfashion_timestamp(1597048398), "2020-08-10 08:33:18");
}

}  // namespace
}  // namespace jaedan::labeling
