#include <gtest/gtest.h>

#include <fstream>

#include "tests/app/cli/cli.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {
namespace {

TEST(CliTables, AreImportedListedRecommendedAndRemoved) {
  const TemporaryFolder folder;
  const std::string project = folder / "a.jaedan", table = folder / "looks.csv";
  std::ofstream(table) << "id,main_top,bottom\n1,흰 셔츠,청바지\n2,black knit,skirt\n";
  ASSERT_EQ(jaedan({"init", project}).exit_code, 0);
  const ProgramResult imported = jaedan({"import", project, table, "--format", "outfits"});
  ASSERT_EQ(imported.exit_code, 0) << imported.err;
  const auto tables = json_of(jaedan({"tables", project, "--json"}))["tables"];
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_EQ(tables[0]["name"], "looks");
  EXPECT_EQ(tables[0]["outfits"], 2);
  EXPECT_EQ(tables[0]["items"], 4);
  EXPECT_NE(jaedan({"tables", project}).out.find("looks  2 outfits, 4 items"), std::string::npos);
  EXPECT_NE(jaedan({"tables", project, "--remove", "other"}).exit_code, 0);
  ASSERT_EQ(jaedan({"tables", project, "--remove", "looks"}).exit_code, 0);
  EXPECT_TRUE(json_of(jaedan({"tables", project, "--json"}))["tables"].empty());
}

}  // namespace
}  // namespace jaedan::testing
