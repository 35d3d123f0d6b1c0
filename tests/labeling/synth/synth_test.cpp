#include "labeling/synth/synth.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "labeling/domain/validate.h"
#include "labeling/formats/taxonomy_json.h"
#include "labeling/synth/wardrobe.h"
#include "tests/support/matchers.h"

namespace jaedan::labeling {
namespace {

/// Small photos keep the tests quick; the drawing is the same at every size.
SynthOptions small() {
  SynthOptions options;
  options.width = 160;
  options.height = 240;
  return options;
}

Mask of_part(const Mask& labels, Part part) {
  Mask mask = Mask::of_size(labels.width, labels.height);
  for (std::size_t i = 0; i < labels.pixels.size(); ++i) {
    mask.pixels[i] = labels.pixels[i] == mask_value(part) ? 255 : 0;
  }
  return mask;
}

TEST(Synth, TheSameSeedGivesTheSameBytes) {
  for (int index = 0; index < 4; ++index) {
    ASSERT_OK_AND_ASSIGN(const DrawnPhoto first, draw_photo(11, index, small()));
    ASSERT_OK_AND_ASSIGN(const DrawnPhoto second, draw_photo(11, index, small()));
    EXPECT_EQ(first.image.rgb, second.image.rgb);
    EXPECT_EQ(first.label_mask.pixels, second.label_mask.pixels);
    EXPECT_EQ(first.annotation, second.annotation);
  }
}

TEST(Synth, OtherSeedsAndIndicesGiveOtherPhotos) {
  ASSERT_OK_AND_ASSIGN(const DrawnPhoto photo, draw_photo(11, 0, small()));
  ASSERT_OK_AND_ASSIGN(const DrawnPhoto next, draw_photo(11, 1, small()));
  ASSERT_OK_AND_ASSIGN(const DrawnPhoto seeded, draw_photo(12, 0, small()));
  EXPECT_NE(photo.image.rgb, next.image.rgb);
  EXPECT_NE(photo.image.rgb, seeded.image.rgb);
}

TEST(Synth, RegionsAreExactlyTheMask) {
  for (int index = 0; index < 12; ++index) {
    ASSERT_OK_AND_ASSIGN(const DrawnPhoto photo, draw_photo(21, index, small()));
    std::set<std::uint8_t> seen(photo.label_mask.pixels.begin(), photo.label_mask.pixels.end());
    seen.erase(0);
    EXPECT_EQ(seen.size(), photo.annotation.garments.size()) << "photo " << index;
    for (const Garment& garment : photo.annotation.garments) {
      const Mask drawn = rasterize(garment.region, photo.label_mask.width, photo.label_mask.height);
      EXPECT_EQ(iou(drawn, of_part(photo.label_mask, garment.part)), 1.0)
          << "photo " << index << " " << id_of(garment.part);
    }
  }
}

TEST(Synth, EveryPhotoShowsAGarmentWorthALabel) {
  for (int index = 0; index < 24; ++index) {
    ASSERT_OK_AND_ASSIGN(const DrawnPhoto photo, draw_photo(31, index, small()));
    ASSERT_FALSE(photo.annotation.garments.empty()) << "photo " << index;
    double largest = 0;
    for (const Garment& garment : photo.annotation.garments) {
      EXPECT_GE(area_px(garment.region), 0.002 * 160 * 240) << "photo " << index << " " << id_of(garment.part);
      largest = std::max(largest, area_px(garment.region));
    }
    EXPECT_GT(largest, 0.03 * 160 * 240) << "photo " << index;
  }
}

TEST(Synth, AttributesAreWordsOfTheTaxonomyForTheirPart) {
  ASSERT_OK_AND_ASSIGN(const Taxonomy taxonomy, load_default_taxonomy());
  for (int index = 0; index < 40; ++index) {
    ASSERT_OK_AND_ASSIGN(const DrawnPhoto photo, draw_photo(41, index, small()));
    for (const Warning& warning : validate(photo.annotation, photo.image.width, photo.image.height, taxonomy)) {
      ADD_FAILURE() << "photo " << index << ": " << warning.message.text();
    }
    for (const Garment& garment : photo.annotation.garments) {
      EXPECT_NE(find_value(garment.attributes, attribute::kCategory), nullptr);
      EXPECT_NE(find_value(garment.attributes, attribute::kColour), nullptr);
      EXPECT_NE(find_value(garment.attributes, attribute::kPrint), nullptr);
    }
    EXPECT_NE(find_value(photo.annotation.image_attributes, attribute::kStyle), nullptr);
  }
}

TEST(Synth, TheShareOfSingleGarmentsIsKept) {
  SynthOptions options = small();
  options.single_garment_share = 1;
  for (int index = 0; index < 8; ++index) {
    ASSERT_OK_AND_ASSIGN(const DrawnPhoto photo, draw_photo(51, index, options));
    EXPECT_EQ(photo.annotation.garments.size(), 1u);
  }
}

TEST(Synth, TheCameraCanBeSwitchedOff) {
  SynthOptions options = small();
  options.camera_strength = 0;
  ASSERT_OK_AND_ASSIGN(const DrawnPhoto clean, draw_photo(61, 0, options));
  ASSERT_OK_AND_ASSIGN(const DrawnPhoto spoiled, draw_photo(61, 0, small()));
  EXPECT_NE(clean.image.rgb, spoiled.image.rgb);
  EXPECT_EQ(clean.label_mask.pixels, spoiled.label_mask.pixels);
}

TEST(Synth, OptionsOutOfRangeAreRefused) {
  SynthOptions options = small();
  options.width = 10;
  EXPECT_ERROR(draw_photo(1, 0, options), ErrorCode::kInvalidArgument);
  options = small();
  options.single_garment_share = 1.5;
  EXPECT_ERROR(draw_photo(1, 0, options), ErrorCode::kInvalidArgument);
  options = small();
  options.camera_strength = -1;
  EXPECT_ERROR(draw_photo(1, 0, options), ErrorCode::kInvalidArgument);
}

TEST(Wardrobe, EveryWordIsInTheTaxonomyAndEveryStyleHasARule) {
  ASSERT_OK_AND_ASSIGN(const Taxonomy taxonomy, load_default_taxonomy());
  const auto known = [&](const char* attribute_id, std::string_view list) {
    const TaxonomyAttribute* attribute = taxonomy.attribute(attribute_id);
    ASSERT_NE(attribute, nullptr);
    std::string rest(list);
    while (!rest.empty()) {
      const std::size_t end = rest.find(' ');
      const std::string word = rest.substr(0, std::min(end, rest.find(':')));
      rest = end == std::string::npos ? "" : rest.substr(end + 1);
      if (word.empty() || word == "-") continue;
      EXPECT_NE(attribute->value(word), nullptr) << attribute_id << " " << word;
    }
  };
  std::set<std::string_view> styles;
  for (const synth::StyleRule& rule : synth::style_rules()) {
    styles.insert(rule.style);
    for (std::string_view list : {rule.tops, rule.bottoms, rule.outers}) {
      known("category", list);
    }
    known("colour", rule.colours);
    known("print", rule.prints);
  }
  for (const TaxonomyValue& style : taxonomy.attribute("style")->values) {
    EXPECT_TRUE(styles.count(style.id)) << style.id;
  }
  for (const TaxonomyValue& category : taxonomy.attribute("category")->values) {
    const synth::CategoryRule* rule = synth::category_rule(category.id);
    ASSERT_NE(rule, nullptr) << category.id;
    known("material", rule->materials);
    known("length", rule->lengths);
    known("sleeve_length", rule->sleeves);
    known("neckline", rule->necklines);
    known("collar", rule->collars);
    known("detail", rule->details);
  }
}

}  // namespace
}  // namespace jaedan::labeling
