#include "labeling/formats/taxonomy_json.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "labeling/domain/attribute.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

Taxonomy kfashion() {
  return load_taxonomy({jaedan::testing::source_dir() + "/assets/taxonomy/kfashion.json"}).value();
}

std::string file_with(const std::string& attributes) {
  return R"({"format":"jaedan-taxonomy","version":1,"name":"t","attributes":[)" + attributes + "]}";
}

TEST(TaxonomyJson, HasAllAttributesInTwoStages) {
  const Taxonomy taxonomy = kfashion();
  ASSERT_EQ(taxonomy.attributes().size(), 13u);
  for (const TaxonomyAttribute& a : taxonomy.attributes()) {
    const bool basic = a.id == attribute::kColour || a.id == attribute::kSubColour || a.id == attribute::kSleeveLength;
    EXPECT_EQ(a.stage, basic ? LabelStage::kBasic : LabelStage::kExpert) << a.id;
    const bool multiple = a.id == attribute::kDetail || a.id == attribute::kMaterial || a.id == attribute::kPrint;
    EXPECT_EQ(a.multiple, multiple) << a.id;
    EXPECT_EQ(a.optional, a.id == attribute::kDetail || a.id == attribute::kSubColour) << a.id;
    EXPECT_EQ(a.image_level, a.id == attribute::kStyle || a.id == attribute::kSubStyle) << a.id;
  }
}

TEST(TaxonomyJson, AnswersTheOneHundredAndEightySix) {
  const Taxonomy taxonomy = kfashion();
  const auto count = [&](std::string_view id) { return taxonomy.attribute(id)->values.size(); };
  std::size_t length = 0;
  for (const Part part : kAllParts) length += taxonomy.attribute(attribute::kLength)->values_for(part).size();
  const std::size_t fit = taxonomy.attribute(attribute::kFit)->values_for(Part::kTop).size() +
                          taxonomy.attribute(attribute::kFit)->values_for(Part::kBottom).size();
  std::size_t material = 0;  // puff and peplum are read but not offered
  for (const TaxonomyValue& v : taxonomy.attribute(attribute::kMaterial)->values) material += !v.parts.empty();
  EXPECT_EQ(count("category") + count("colour") + count("detail") + count("print") + material + length +
                count("sleeve_length") + count("neckline") + count("collar") + fit,
            186u);
  EXPECT_EQ(count("style"), 23u);
  EXPECT_EQ(taxonomy.groups().size(), 10u);
}

TEST(TaxonomyJson, IdsAreUniqueAndGroupsExist) {
  const Taxonomy taxonomy = kfashion();
  std::set<std::string> groups;
  for (const TaxonomyGroup& group : taxonomy.groups()) groups.insert(group.id);
  for (const TaxonomyAttribute& a : taxonomy.attributes()) {
    std::set<std::string> ids;
    std::set<std::string> words;
    for (const TaxonomyValue& v : a.values) {
      EXPECT_TRUE(ids.insert(v.id).second) << a.id << "." << v.id;
      EXPECT_TRUE(words.insert(v.korean).second) << a.id << "." << v.korean;
      for (const std::string& variant : v.variants) EXPECT_TRUE(words.insert(variant).second) << variant;
      EXPECT_EQ(groups.count(v.group), a.image_level ? 1u : 0u) << v.id;
    }
  }
}

TEST(TaxonomyJson, CategoriesAreOfOnePartEach) {
  const Taxonomy taxonomy = kfashion();
  const TaxonomyAttribute& category = *taxonomy.attribute(attribute::kCategory);
  for (const TaxonomyValue& v : category.values) EXPECT_EQ(v.parts.size(), 1u) << v.id;
  EXPECT_EQ(category.values_for(Part::kOuter).size(), 7u);
  EXPECT_EQ(category.values_for(Part::kTop).size(), 7u);
  EXPECT_EQ(category.values_for(Part::kBottom).size(), 5u);
  EXPECT_EQ(category.values_for(Part::kDress).size(), 2u);
}

TEST(TaxonomyJson, BottomsHaveNoSleevesNecklineOrCollar) {
  const Taxonomy taxonomy = kfashion();
  for (const char* id : {"sleeve_length", "neckline", "collar"}) {
    EXPECT_FALSE(taxonomy.attribute(id)->applies_to(Part::kBottom)) << id;
  }
  for (const TaxonomyValue* v : taxonomy.attribute("sleeve_length")->values_for(Part::kOuter)) EXPECT_NE(v->id, "none");
}

TEST(TaxonomyJson, AGarmentWithoutACollarCanBeSaidAndIsNoWordOfLabelFiles) {
  ASSERT_OK_AND_ASSIGN(const Taxonomy taxonomy, load_default_taxonomy());
  const TaxonomyAttribute& collar = *taxonomy.attribute("collar");
  const TaxonomyValue* none = collar.value("none");
  ASSERT_NE(none, nullptr);
  EXPECT_TRUE(none->own);
  EXPECT_EQ(none->parts, (std::vector<Part>{Part::kOuter, Part::kTop, Part::kDress}));
  EXPECT_EQ(collar.value_from_spelling("없음"), nullptr);
  EXPECT_EQ(kfashion().attribute("collar")->value("none"), nullptr);
  const Taxonomy shipped_files = kfashion();
  for (const TaxonomyAttribute& attribute : shipped_files.attributes()) {
    for (const TaxonomyValue& value : attribute.values) EXPECT_FALSE(value.own) << value.id;
  }
}

TEST(TaxonomyJson, MapsTheSpellingsMetInFiles) {
  const Taxonomy taxonomy = kfashion();
  const auto id = [&](const char* attribute, const char* word) {
    const TaxonomyValue* v = taxonomy.attribute(attribute)->value_from_spelling(word);
    return v ? v->id : std::string("?");
  };
  EXPECT_EQ(id("length", "노말"), "normal");
  EXPECT_EQ(id("print", "하운즈투스"), "houndstooth");
  EXPECT_EQ(id("print", "하운즈 투스"), "houndstooth");
  EXPECT_EQ(id("print", "하운즈\u00a0투스"), "houndstooth");
  EXPECT_EQ(id("category", "레깅스"), "leggings");
  EXPECT_EQ(id("category", "집업"), "zip_up");
  EXPECT_EQ(id("neckline", "홀토넥"), "halter");
  EXPECT_EQ(id("neckline", "원 숄더"), "one_shoulder");
  EXPECT_EQ(id("collar", "테일러칼라"), "tailored");
  EXPECT_EQ(id("detail", "컷오프"), "cutout");
  EXPECT_EQ(id("sub_style", "키치/키덜트"), "kitsch");
}

TEST(TaxonomyJson, HoldsEveryWordOfThePublishedVocabulary) {
  JAEDAN_REQUIRE_SHARED();
  std::ifstream in(jaedan::testing::shared_dir() + "/kfashion/vocabulary.json");
  const auto vocabulary = nlohmann::json::parse(in);
  const Taxonomy taxonomy = kfashion();
  int words = 0;
  const auto check = [&](const std::string& key, const nlohmann::json& value, std::optional<Part> part) {
    for (const TaxonomyAttribute& a : taxonomy.attributes()) {
      if (a.korean != key) continue;
      const TaxonomyValue* found = a.value_from_spelling(value["ko"].get<std::string>());
      ASSERT_TRUE(found) << key << " " << value["ko"];
      EXPECT_EQ(found->korean, value["ko"].get<std::string>());
      const nlohmann::json aliases = value.value("aliases", nlohmann::json::array());
      for (const auto& alias : aliases) EXPECT_EQ(a.value_from_spelling(alias.get<std::string>()), found) << alias;
      const bool of_part = !part || std::count(found->parts.begin(), found->parts.end(), *part) == 1;
      EXPECT_TRUE(of_part) << key << " " << found->id;
      ++words;
    }
  };
  for (const auto& [key, attribute] : vocabulary["attributes"].items()) {
    if (attribute.contains("values")) {
      for (const auto& value : attribute["values"]) check(key, value, std::nullopt);
    }
    if (!attribute.contains("values_by_part")) continue;
    for (const auto& [part, values] : attribute["values_by_part"].items()) {
      for (const auto& value : values) check(key, value, part_from_korean(part));
    }
  }
  for (const auto& value : vocabulary["styles"]["values"]) check("스타일", value, std::nullopt);
  EXPECT_EQ(words, 21 + 21 + 18 + 17 + 12 + 10 + 17 + 21 + 30 + 40 + 23);
}

TEST(TaxonomyJson, ASecondFileAddsQuestionsAndAnswers) {
  jaedan::testing::TemporaryFolder folder;
  std::ofstream(folder / "own.json") << file_with(
      R"({"id":"colour","korean":"x","english":"x","stage":"expert","values":[
            {"id":"black","korean":"깜장","english":"blackest"},{"id":"olive","korean":"올리브","english":"olive","parts":["top"]}]},
         {"id":"lining","korean":"안감","english":"lining","stage":"expert","values":[]})");
  ASSERT_OK_AND_ASSIGN(
      const Taxonomy taxonomy,
      load_taxonomy({jaedan::testing::source_dir() + "/assets/taxonomy/kfashion.json", folder / "own.json"}));
  EXPECT_EQ(taxonomy.attribute("colour")->values.size(), 22u);
  EXPECT_EQ(taxonomy.attribute("colour")->value("black")->korean, "블랙");
  EXPECT_EQ(taxonomy.attribute("colour")->korean, "색상");
  EXPECT_TRUE(taxonomy.attribute("lining"));
}

TEST(TaxonomyJson, TheDefaultHasGenderAndSeason) {
  ASSERT_OK_AND_ASSIGN(const Taxonomy taxonomy, load_default_taxonomy());
  EXPECT_TRUE(taxonomy.attribute("gender")->image_level);
  EXPECT_TRUE(taxonomy.attribute("season")->multiple);
  EXPECT_EQ(taxonomy.image_attributes().size(), 4u);
}

TEST(TaxonomyJson, RefusesImpossibleFiles) {
  const std::string one = R"({"id":"a","korean":"가","english":"a","stage":"basic"})";
  EXPECT_OK(parse_taxonomy(file_with(one), "t"));
  for (
      const std::string& bad :
      {std::string("{"), std::string("[]"), std::string("{}"), file_with(one + "," + one), file_with("{}"),
       file_with("5"), file_with(R"({"id":"A b","korean":"","english":"","stage":"basic"})"),
       file_with(R"({"id":"a","korean":"","english":"","stage":"late"})"),
       file_with(R"({"id":"a","korean":"","english":"","stage":"basic","values":{}})"),
       file_with(R"({"id":"a","korean":"","english":"","stage":"basic","values_of":"zz"})"),
       file_with(R"({"id":"a","korean":"","english":"","stage":"basic","multiple":"yes"})"),
       file_with(
           R"({"id":"a","korean":"","english":"","stage":"basic","values":[{"id":"v","korean":"","english":"","parts":["shoe"]}]})")}) {
    SCOPED_TRACE(bad);
    EXPECT_ERROR(parse_taxonomy(bad, "t"), ErrorCode::kCorrupt);
  }
  EXPECT_ERROR(load_taxonomy({"/no/such/file.json"}), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace jaedan::labeling
