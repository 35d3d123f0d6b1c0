#include "labeling/formats/outfits/outfit_table.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "labeling/formats/outfits/category_names.h"
#include "labeling/formats/outfits/outfit_file.h"
#include "tests/support/matchers.h"

namespace jaedan::labeling {
namespace {

OutfitTable table_of(const std::string& text, const CategoryNames& names = {}) {
  const Result<OutfitTable> table = read_outfit_table(text, names);
  EXPECT_TRUE(table.ok()) << table.error().text();
  return table.ok() ? *table : OutfitTable();
}

/// "a: shirt, main_top/jeans" a line.
std::string words_of(const OutfitTable& table) {
  std::string all;
  for (const TableOutfit& outfit : table.outfits) {
    all += outfit.id + ":";
    for (const OutfitItem& item : outfit.items) all += " " + (item.type.empty() ? "" : item.type + "/") + item.word;
    all += "\n";
  }
  return all;
}

std::string sentences_of(const OutfitTable& table) {
  std::string all;
  for (const Warning& warning : table.warnings) all += warning.message.text() + "\n";
  return all;
}

TEST(OutfitTable, SetsOfCategoryNumbersAreRead) {
  const OutfitTable table = table_of(R"([{"items_category": [21, 237], "items_index": [1, 2], "set_id": "120161271"},
                                         {"items_category": ["25", 27, 2], "items_index": [1, 2, 3], "set_id": 7}])");
  EXPECT_EQ(words_of(table), "120161271: 21 237\n7: 25 27 2\n");
  EXPECT_TRUE(table.warnings.empty()) << sentences_of(table);
}

TEST(OutfitTable, NumbersGetTheirNames) {
  ASSERT_OK_AND_ASSIGN(const CategoryNames names, read_category_names("\xEF\xBB\xBF"
                                                                      "21 T-Shirts\r\n\r\n237  Boots \n"));
  EXPECT_EQ(words_of(table_of(R"([{"items_category": [21, 237, 9], "set_id": "a"}])", names)), "a: T-Shirts Boots 9\n");
}

TEST(OutfitTable, ACategoryWithoutANameIsRefusedByItsLine) {
  const auto broken = read_category_names("3 Dresses\n4\n");
  EXPECT_ERROR(broken, ErrorCode::kCorrupt);
  EXPECT_EQ(broken.error().text(), "line 2: '4' is no category number with a name behind it");
  EXPECT_ERROR(read_category_names("3 \xFF\xFE"), ErrorCode::kCorrupt);
  ASSERT_OK_AND_ASSIGN(const CategoryNames names, read_category_names("3 Shorts\n4 Shorts\n3 Skirts"));
  EXPECT_EQ(names, (CategoryNames{{"3", "Shorts"}, {"4", "Shorts (4)"}}));
}

TEST(OutfitTable, IsKnownByItsLooks) {
  EXPECT_TRUE(looks_like_outfits(R"([{"items_category": [4495, 25], "items_index": [1, 2], "set_id": "2141)"));
  EXPECT_TRUE(looks_like_outfits(R"( [ ["shirt", "jeans"] ])"));
  EXPECT_TRUE(looks_like_outfits(R"([{"id": "a", "items": ["shirt"]}])"));
  EXPECT_TRUE(looks_like_outfits(R"({"outfits": [["shirt", "jeans"]]})"));
  EXPECT_TRUE(looks_like_outfits("\xEF\xBB\xBF\nID;Main-Top;Bottom\n1;shirt;jeans\n"));
  EXPECT_TRUE(looks_like_outfits("outfit_id,item\n1,shirt\n"));
  EXPECT_FALSE(looks_like_outfits(""));
  EXPECT_FALSE(looks_like_outfits("1,shirt,bottom\n")) << "perhaps, but so might anything be";
  EXPECT_FALSE(looks_like_outfits("photo,part,category\n1,top,shirt\n"));
  EXPECT_FALSE(looks_like_outfits(R"({"images": [], "annotations": [], "categories": []})"));
  EXPECT_FALSE(looks_like_outfits(R"([[1, 2], [3, 4]])"));
  EXPECT_FALSE(looks_like_outfits(R"({"items": [{"id": "1", "annotations": []}], "categories": {}})"));
}

TEST(OutfitTable, ListsOfItemsAreRead) {
  EXPECT_EQ(words_of(table_of(R"([["셔츠", "청바지"], ["hat", 12]])")), "row 1: 셔츠 청바지\nrow 2: hat 12\n");
  EXPECT_EQ(
      words_of(table_of(R"({"outfits": [{"id": "a", "items": ["shirt", {"item": "jeans", "type": "bottom"}]}]})")),
      "a: shirt bottom/jeans\n");
}

TEST(OutfitTable, ColumnsAreKnownInAnyCase) {
  const OutfitTable table = table_of(
      "\xEF\xBB\xBFID,Wearing,HAT,Main Top,inner_top,Bottom,shoes\r\n"
      "1,코트,,셔츠,,슬랙스,\r\n"
      "2,,모자,,,\"청바지, 연청\",운동화\r\n");
  EXPECT_EQ(words_of(table),
            "1: wearing/코트 main_top/셔츠 bottom/슬랙스\n2: hat/모자 bottom/청바지, 연청 shoes/운동화\n");
  EXPECT_TRUE(table.warnings.empty()) << sentences_of(table);
  EXPECT_EQ(words_of(table_of("main_top;bottom\nshirt;jeans\n")), "row 2: main_top/shirt bottom/jeans\n");
}

TEST(OutfitTable, ItemsOfOneOutfitNeedNotStandTogether) {
  EXPECT_EQ(words_of(table_of("outfit_id,item,type\na,shirt,top\nb,dress,\na,jeans,bottom\nb,hat,\n")),
            "a: top/shirt bottom/jeans\nb: dress hat\n");
  EXPECT_EQ(words_of(table_of("a,shirt\na,jeans\n")), "a: shirt jeans\n") << "without a header";
  EXPECT_EQ(words_of(table_of("a\ttop\na\tbottom\n")), "a: top bottom\n") << "items called like columns";
}

TEST(OutfitTable, KoreanOfAMacIsPutTogether) {
  EXPECT_EQ(words_of(table_of("a,\u1109\u1167\u110E\u1173\na,hat\n")), "a: 셔츠 hat\n");
}

TEST(OutfitTable, MissingAndDoubledIdsAreTold) {
  const OutfitTable table = table_of("id,top,bottom\na,shirt,jeans\n,shirt,skirt\na,hoodie,jeans\na,shirt,jeans\n");
  EXPECT_EQ(words_of(table),
            "a: top/shirt bottom/jeans\nrow 3: top/shirt bottom/skirt\na (row 4): top/hoodie bottom/jeans\n");
  EXPECT_EQ(sentences_of(table),
            "row 3: there is no usable id; it is called 'row 3'\n"
            "row 4: the id 'a' is that of row 2; it is called 'a (row 4)'\n"
            "row 5: the outfit 'a' of row 2 again; it counts once\n");
  EXPECT_EQ(table.left_out, 1u);
  EXPECT_EQ(words_of(table_of(R"([{"items": ["a", "b"]}, ["c", "d"], {"id": "row 2", "items": ["e", "f"]}])")),
            "row 1: a b\nrow 2: c d\nrow 2 (row 3): e f\n");
}

TEST(OutfitTable, AnItemWithoutItsOutfitIsLeftOut) {
  const OutfitTable table = table_of("outfit_id,item\na,shirt\n,hat\na,\na,jeans\n");
  EXPECT_EQ(words_of(table), "a: shirt jeans\n");
  EXPECT_EQ(sentences_of(table),
            "row 3: an item without the id of its outfit is left out\nrow 4: there is no item in it\n");
}

TEST(OutfitTable, OutfitsOfFewerThanTwoItemsAreLeftOut) {
  const OutfitTable table = table_of(R"([["hat"], ["a", "b"], [], [null, "x"], 7, ["a", "a"]])");
  EXPECT_EQ(words_of(table), "row 2: a b\n");
  EXPECT_EQ(table.left_out, 4u);
  EXPECT_EQ(sentences_of(table),
            "row 1: 1 item; an outfit has two at least, so it is left out\n"
            "row 3: 0 items; an outfit has two at least, so it is left out\n"
            "row 4: an item that is neither a word nor a number is left out\n"
            "row 4: 1 item; an outfit has two at least, so it is left out\n"
            "row 5: neither a list nor an object; it is left out\n"
            "row 6: 'a' comes twice and counts once\n"
            "row 6: 1 item; an outfit has two at least, so it is left out\n");
}

TEST(OutfitTable, ColumnsThatSayNothingAreTold) {
  const OutfitTable table = table_of("id,top,price,bottom,TOP,\n1,shirt,20,jeans,hat,\n2,shirt,20,jeans,hat,x,y\n");
  EXPECT_EQ(words_of(table), "1: top/shirt bottom/jeans\n2: top/shirt bottom/jeans\n");
  EXPECT_EQ(sentences_of(table),
            "row 1: the column 'price' says nothing of an outfit here; it is left out\n"
            "row 1: the column 'top' says nothing of an outfit here; it is left out\n"
            "row 3: 7 cells, but the table has 6; the rest is left out\n");
}

TEST(OutfitTable, ListsOfDifferentLengthAreTold) {
  const OutfitTable table = table_of(R"([{"items_category": [1, 2, 3], "items_index": [1, 2], "set_id": "a"}])");
  EXPECT_EQ(words_of(table), "a: 1 2 3\n");
  EXPECT_EQ(sentences_of(table), "row 1: items_category has 3 and items_index 2\n");
}

TEST(OutfitTable, WordsAndOutfitsWithoutEndAreCut) {
  std::string items = "\"" + std::string(1000, 'x') + "\"";
  for (int i = 0; i < 300; ++i) items += "," + std::to_string(i);
  const OutfitTable table = table_of("[[" + items + "]]");
  EXPECT_EQ(table.outfits.at(0).items.size(), 200u);
  EXPECT_EQ(table.warnings.size(), 101u);
}

TEST(OutfitTable, ThousandsOfWarningsAreCounted) {
  std::string text = "[[\"a\",\"b\"]";
  for (int i = 0; i < 1500; ++i) text += ",1";
  const OutfitTable table = table_of(text + "]");
  ASSERT_EQ(table.warnings.size(), 1001u);
  EXPECT_EQ(table.warnings.back().message.text(), "and 500 more like these");
}

TEST(OutfitTable, WhatIsNoTableIsRefused) {
  for (const char* text : {"", "hello", "a,b,c,d\n1,2,3,4\n", "id,top\n1,shirt\n", "[", "{\"a\": 1}", "[[\"a\"]]", "[]",
                           "a,\"shirt\n", "\xC0\xCC\xB9\xCC\xC1\xF6,\xC6\xAA\n", "id,item\n"}) {
    EXPECT_ERROR(read_outfit_table(text), ErrorCode::kCorrupt);
  }
}

}  // namespace
}  // namespace jaedan::labeling
