// Tables of outfits, on every kind of store.
#include <string>

#include "labeling/store/recommend/recommend_rules.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

using testing::problems_of;
using testing::StoreContract;

class StoreOutfits : public StoreContract {
 protected:
  static std::vector<TableOutfit> looks() {
    return {{"b", {{"셔츠", "main_top"}, {"jeans", "bottom"}}, 2},
            {"a", {{"\"quoted\", [word]", ""}, {"coat\nlong", ""}, {"hat", "hat"}}, 3}};
  }
  std::vector<std::string> log_of_outfits() {
    LogQuery query;
    query.kind = SubjectKind::kSetting;
    query.name = kOutfitsSetting;
    std::vector<std::string> said;
    const auto records = store().search_log(query, std::nullopt, 100);
    EXPECT_OK(records);
    for (const LogRecord& record : *records) {
      said.push_back(record.note.who + " " + record.note.action + " " + record.after);
    }
    return said;
  }
};
JAEDAN_FOR_ALL_STORES(StoreOutfits);

TEST_P(StoreOutfits, ATableComesBackAsItWasSaved) {
  ASSERT_OK(store().save_outfits("looks", looks(), {"mina", "import"}));
  ASSERT_OK_AND_ASSIGN(const auto kept, store().outfits_of_table("looks"));
  EXPECT_EQ(kept, looks()) << "in the table's order";
  ASSERT_OK_AND_ASSIGN(const auto tables, store().outfit_tables());
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_EQ(tables[0].name, "looks");
  EXPECT_EQ(tables[0].who, "mina");
  EXPECT_FALSE(tables[0].at.empty());
  EXPECT_EQ(tables[0].outfits, 2);
  EXPECT_EQ(tables[0].items, 5);
  EXPECT_EQ(problems_of(store()), std::vector<std::string>{});
}

TEST_P(StoreOutfits, ATableOfTheSameNameTakesThePlaceOfTheOneBefore) {
  ASSERT_OK(store().save_outfits("looks", looks(), {"mina", "import"}));
  ASSERT_OK(store().save_outfits("other", looks(), {"mina", "import"}));
  const std::vector<TableOutfit> fewer = {{"c", {{"skirt", ""}, {"shoes", ""}}, 1}};
  ASSERT_OK(store().save_outfits("looks", fewer, {"jun", "import"}));
  EXPECT_EQ(*store().outfits_of_table("looks"), fewer);
  EXPECT_EQ(*store().outfits_of_table("other"), looks());
  ASSERT_OK_AND_ASSIGN(const auto tables, store().outfit_tables());
  ASSERT_EQ(tables.size(), 2u) << "by name";
  EXPECT_EQ(tables[0].name, "looks");
  EXPECT_EQ(tables[0].who, "jun");
  EXPECT_EQ(tables[0].items, 2);
}

TEST_P(StoreOutfits, TheLogSaysWhoBroughtAndRemovedHowMany) {
  ASSERT_OK(store().save_outfits("looks", looks(), {"mina", "import"}));
  ASSERT_OK(store().remove_outfits("looks", {"jun", "remove_outfits"}));
  EXPECT_EQ(log_of_outfits(), (std::vector<std::string>{R"(jun remove_outfits {"table":"looks","removed":true})",
                                                        R"(mina import {"table":"looks","outfits":2,"items":5})"}));
  ASSERT_OK_AND_ASSIGN(const auto damage, store().verify_log({}));
  EXPECT_TRUE(damage.empty());
  EXPECT_EQ(problems_of(store()), std::vector<std::string>{});
}

TEST_P(StoreOutfits, WhatIsNotThereIsNotFound) {
  EXPECT_ERROR(store().outfits_of_table("looks"), ErrorCode::kNotFound);
  EXPECT_ERROR(store().remove_outfits("looks", {"mina", "remove_outfits"}), ErrorCode::kNotFound);
  ASSERT_OK(store().save_outfits("looks", looks(), {"mina", "import"}));
  ASSERT_OK(store().remove_outfits("looks", {"mina", "remove_outfits"}));
  EXPECT_ERROR(store().outfits_of_table("looks"), ErrorCode::kNotFound);
  EXPECT_TRUE(store().outfit_tables()->empty());
}

TEST_P(StoreOutfits, WhatCannotBeKeptIsRefusedAndChangesNothing) {
  ASSERT_OK(store().save_outfits("looks", looks(), {"mina", "import"}));
  const auto refused = [&](const std::string& name, const std::vector<TableOutfit>& outfits) {
    EXPECT_ERROR(store().save_outfits(name, outfits, {"mina", "import"}), ErrorCode::kInvalidArgument);
  };
  refused("", looks());
  refused(std::string(kMostOutfitTableName + 1, 'x'), looks());
  refused("looks\xff", looks());
  refused("looks", {{"", {{"skirt", ""}, {"shoes", ""}}, 1}});
  refused("looks", {{"a", {{"skirt", ""}}, 1}, {"a", {{"shoes", ""}}, 2}});
  refused("looks", {{"a", {{std::string("sk\0rt", 5), ""}}, 1}});
  EXPECT_EQ(*store().outfits_of_table("looks"), looks());
  EXPECT_EQ(log_of_outfits().size(), 1u);
}

TEST_P(StoreOutfits, ABatchThatFailsKeepsTheTableOfBefore) {
  ASSERT_OK(store().save_outfits("looks", looks(), {"mina", "import"}));
  const Status done = store().batch([&]() -> Status {
    JAEDAN_RETURN_IF_ERROR(store().remove_outfits("looks", {"mina", "remove_outfits"}));
    return store().remove_outfits("none", {"mina", "remove_outfits"});
  });
  EXPECT_ERROR(done, ErrorCode::kNotFound);
  EXPECT_EQ(*store().outfits_of_table("looks"), looks());
}

TEST_P(StoreOutfits, AnotherConnectionSeesManyOutfitsWhole) {
  if (!GetParam().keeps) GTEST_SKIP() << "in memory there is one connection";
  std::vector<TableOutfit> many;
  for (int i = 1; i <= 3000; ++i) {
    many.push_back({std::to_string(i), {{"shirt", ""}, {"word " + std::to_string(i % 50), ""}}, i});
  }
  ASSERT_OK(store().save_outfits("many", many, {"mina", "import"}));
  EXPECT_EQ(*another_connection()->outfits_of_table("many"), many);
}

}  // namespace
}  // namespace jaedan::labeling
