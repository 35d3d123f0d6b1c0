#include "labeling/formats/exchange/class_words.h"

#include <gtest/gtest.h>

#include "tests/labeling/formats/kfashion_test_files.h"

namespace jaedan::labeling {
namespace {

using namespace testing;

/// What a list of class names is read as, "?" for what is no garment.
std::vector<std::string> class_meanings(const std::vector<ListedClass>& list) {
  std::vector<std::string> names;
  for (const auto& found : classes_from_list(list, garment_classes(kfashion_taxonomy()), kfashion_taxonomy())) {
    names.push_back(found ? found->name : "?");
  }
  return names;
}

std::string class_meaning(const char* word) { return class_meanings({{word, ""}}).front(); }

using ClassNames = std::vector<std::string>;

TEST(ClassWords, SayAtLeastThePart) {
  EXPECT_EQ(class_meanings({{"short_sleeved_shirt", "clothes"},
                            {"long sleeve top", "clothes"},
                            {"long_sleeved_outwear", ""},
                            {"vest", "clothes"},
                            {"sling", ""},
                            {"trousers", ""},
                            {"vest_dress", ""},
                            {"short_sleeved_dress", ""}}),
            (ClassNames{"top_unspecified", "top_unspecified", "outer_unspecified", "top_unspecified", "top_unspecified",
                        "bottom_unspecified", "dress_unspecified", "dress_unspecified"}));
  EXPECT_EQ(class_meaning("vest"), "vest") << "alone, a vest is the taxonomy's";
  EXPECT_EQ(class_meaning("Denim Jackets"), "outer_unspecified");
  EXPECT_EQ(class_meaning("Jackets"), "jacket");
  EXPECT_EQ(class_meaning("Upper-clothes"), "top_unspecified");
  EXPECT_EQ(class_meaning("shirt, blouse"), "top_unspecified");
  EXPECT_EQ(class_meaning("top, t-shirt, sweatshirt"), "top_unspecified");
  EXPECT_EQ(class_meaning("dress with belt (long) 2"), "dress_unspecified");
  EXPECT_EQ(class_meaning("반팔 티셔츠"), "top_unspecified");
  EXPECT_EQ(class_meaning("롱치마"), "bottom_unspecified");
  EXPECT_EQ(class_meaning("바지"), "bottom_unspecified");
}

TEST(ClassWords, ANumberAtTheEndSaysWhichOneOnly) {
  for (const char* word : {"shirt-1", "shirt_2", "shirt 3", "Shirt12", "shirt #1", "shirt (2)", "셔츠1", "shirts 2"}) {
    EXPECT_EQ(class_meaning(word), class_meaning("shirt")) << word;
  }
  EXPECT_EQ(class_meaning("상의 2"), "top_unspecified");
  EXPECT_EQ(class_meaning("kadigan-1"), "cardigan");
  for (const char* word : {"collar-1", "-1", "(1)", "1"}) EXPECT_EQ(class_meaning(word), "?") << word;
}

TEST(ClassWords, LeaveOutWhatOnlySoundsLikeAGarment) {
  for (const char* word : {"dress shoes", "top hat", "skirt hem", "scarf/tie", "bag, wallet", "shirt, bag", "laptop",
                           "shirt collar", "headwear", "sock", "belt", "", "()", ",", "12"}) {
    EXPECT_EQ(class_meaning(word), "?") << word;
  }
}

TEST(ClassWords, AHoodIsAHoodieOnlyAmongTheContestsWords) {
  EXPECT_EQ(class_meanings({{"jacket", "upperbody"}, {"hood", "garment parts"}, {"collar", "garment parts"}}),
            (ClassNames{"jacket", "?", "?"}));
  EXPECT_EQ(class_meanings({{"hood", ""}, {"kadigan", ""}}), (ClassNames{"hoodie", "cardigan"}));
  EXPECT_EQ(class_meanings({{"hood", "상의"}}), (ClassNames{"hoodie"}));
}

TEST(ClassWords, TheClassAboveHelps) {
  EXPECT_EQ(class_meanings({{"thing", "아우터"}, {"thing", "clothes"}}), (ClassNames{"outer_unspecified", "?"}));
}

}  // namespace
}  // namespace jaedan::labeling
