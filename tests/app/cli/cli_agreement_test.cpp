// `agreement` as a person and a script call it, on files as other programs write them.
#include <gtest/gtest.h>

#include "tests/app/cli/cli.h"

namespace jaedan::testing {
namespace {

class Agreement : public ::testing::Test {
 protected:
  std::string file(const std::string& bytes) {
    const std::string path = folder_ / "ratings.csv";
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  ProgramResult run(const std::string& bytes, std::vector<std::string> options = {}) {
    std::vector<std::string> arguments = {"agreement", file(bytes)};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return jaedan(arguments);
  }
  nlohmann::json document(const std::string& bytes, std::vector<std::string> options = {}) {
    options.push_back("--json");
    const ProgramResult result = run(bytes, options);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return json_of(result);
  }

  const TemporaryFolder folder_;
};

// Krippendorff (2011), C: four observers, twelve units, missing data.
constexpr char kFourObservers[] =
    "A,B,C,D\n1,1,,1\n2,2,3,2\n3,3,3,3\n3,3,3,3\n2,2,2,2\n1,2,3,4\n4,4,4,4\n1,1,2,1\n2,2,2,2\n,5,5,5\n,,1,1\n,3,,\n";

TEST_F(Agreement, GivesThePublishedFigures) {
  const auto said = document(kFourObservers);
  EXPECT_NEAR(said["krippendorff"]["nominal"].get<double>(), 0.7434, 0.00005);
  EXPECT_NEAR(said["krippendorff"]["ordinal"].get<double>(), 0.8154, 0.00005);
  EXPECT_NEAR(said["krippendorff"]["interval"].get<double>(), 0.8491, 0.00005);
  EXPECT_EQ(said["units"], 12);
  EXPECT_EQ(said["ratings"], 41);
  EXPECT_EQ(said["missing"], 7);
  EXPECT_EQ(said["header"], true);
  EXPECT_EQ(said["raters"][3]["name"], "D");
  EXPECT_TRUE(said["undefined"].empty());
  const auto& interval = said["intervals"]["krippendorff"]["nominal"];
  EXPECT_LT(interval[0].get<double>(), 0.7434);
  EXPECT_GT(interval[1].get<double>(), 0.7434);
  const ProgramResult text = run(kFourObservers);
  EXPECT_NE(text.out.find("Krippendorff's alpha, nominal"), std::string::npos) << text.out;
  EXPECT_NE(text.out.find("0.7434    ["), std::string::npos) << text.out;
}

// Wikipedia, "Cohen's kappa": 20 yes–yes, 5 yes–no, 10 no–yes, 15 no–no.
TEST_F(Agreement, OfTwoRatersWithWords) {
  std::string table;
  for (int i = 0; i < 50; ++i)
    table += i < 20 ? "yes,yes\r\n" : i < 25 ? "yes,no\r\n" : i < 35 ? "no,yes\r\n" : "no,no\r\n";
  const auto said = document(table);
  EXPECT_NEAR(said["cohen"].get<double>(), 0.4, 1e-9);
  EXPECT_NEAR(said["percent"].get<double>(), 70, 1e-9);
  EXPECT_TRUE(said["krippendorff"]["interval"].is_null());
  EXPECT_EQ(said["undefined"]["krippendorff"]["interval"]["code"], "level");
  EXPECT_EQ(said["undefined"]["krippendorff"]["interval"]["reason"], "interval needs numbers; 'no' is no number");
}

TEST_F(Agreement, CountsTheFirstRowUnlessItIsSurelyOneOfNames) {
  const auto units = [&](const std::string& table) { return document(table)["units"].get<int>(); };
  EXPECT_EQ(units("a,b\nc,c\n"), 2);
  EXPECT_EQ(units("jeans,pants\nshirt,shirt\ndress,dress\nskirt,coat\n"), 4);
  EXPECT_EQ(units("r1,r2\njeans,pants\nskirt,skirt\n"), 2) << "numbered names";
  EXPECT_EQ(units("r1,r2\nr1,r1\nr2,r3\n"), 3) << "… but these are values";
  const auto guesses = [&](const std::string& table) { return run(table).err.find("first row") != std::string::npos; };
  EXPECT_FALSE(guesses("a,b\nc,c\n"));
  EXPECT_FALSE(guesses(kFourObservers)) << "words above numbers are names";
  const ProgramResult guessed = run("kim,lee\nred,blue\nblue,blue\nred,red\n");
  EXPECT_NE(guessed.err.find("the first row is taken for names; --header no counts it"), std::string::npos);
}

TEST_F(Agreement, TheSameSeedGivesTheSameDocument) {
  const auto one = document(kFourObservers, {"--seed", "5", "--resamples", "300"});
  EXPECT_EQ(one, document(kFourObservers, {"--seed", "5", "--resamples", "300"}));
  EXPECT_NE(one["intervals"], document(kFourObservers, {"--seed", "6", "--resamples", "300"})["intervals"]);
  EXPECT_TRUE(document(kFourObservers, {"--resamples", "0"})["intervals"]["cohen"].is_null());
}

TEST_F(Agreement, ReadsWhatSpreadsheetsWrite) {
  const auto said = document("\xEF\xBB\xBF\"김, 작업자\";이\r\n\"빨강\";빨강\r\n\r\n파랑;\"파랑\"\r\n빨강;\r\n");
  EXPECT_EQ(said["units"], 3);
  EXPECT_EQ(said["raters"][0]["name"], "김, 작업자");
  EXPECT_NEAR(said["krippendorff"]["nominal"].get<double>(), 1, 1e-12);
  EXPECT_EQ(document("1\tNA\t2\n1\t1\t2\n", {"--missing", "NA"})["missing"], 1);
  EXPECT_EQ(document("low,mid\nmid,mid\nhigh,high\n",
                     {"--order", "low,mid,high", "--header", "no"})["undefined"]["krippendorff"]["interval"]["code"],
            "level");
}

TEST_F(Agreement, OptionsMayStandInFrontOfTheFile) {
  const std::string table = file(kFourObservers);
  const auto said = json_of(jaedan({"agreement", "--json", "--resamples", "0", "--level", "ordinal,ratio", "--order",
                                    "1,2,3,4,5", "--missing", "NA", table}));
  EXPECT_NEAR(said["krippendorff"]["ratio"].get<double>(), 0.7974, 0.00005);
  EXPECT_NEAR(said["krippendorff"]["ordinal"].get<double>(), 0.8154, 0.00005);
  EXPECT_FALSE(said.contains("fleiss")) << "nominal was not asked for";
}

TEST_F(Agreement, SaysWhyThereIsNoFigure) {
  const auto one_category = document("1,1\n1,1\n");
  EXPECT_EQ(one_category["percent"], 100);
  EXPECT_TRUE(one_category["fleiss"].is_null());
  EXPECT_EQ(one_category["undefined"]["fleiss"]["key"], "agreement.one_category");
  const ProgramResult missing = run("a,b\n,\n,\n", {"--header", "yes"});
  EXPECT_EQ(missing.exit_code, 1);
  EXPECT_NE(missing.err.find("nothing can be compared: no unit has two ratings"), std::string::npos) << missing.err;
  const ProgramResult nobody = run("a,b\n", {"--header", "yes", "--json"});
  EXPECT_EQ(nobody.exit_code, 1);
  EXPECT_EQ(json_of(nobody)["undefined"]["percent"]["code"], "no_units");
  EXPECT_EQ(json_of(nobody)["raters"][1]["name"], "b");
  EXPECT_TRUE(json_of(nobody)["raters"][1]["percent"].is_null());
  const ProgramResult one_rater = run("a\n1\n2\n");
  EXPECT_EQ(one_rater.exit_code, 1);
  EXPECT_NE(one_rater.err.find("nothing can be compared: one rater has nobody to agree with"), std::string::npos);
  for (const auto& result : {missing, nobody, one_rater})
    EXPECT_EQ(result.out.find(" nan"), std::string::npos) << result.out;
}

TEST_F(Agreement, RefusesWhatIsNoTableOfRatings) {
  const auto refused = [&](const std::string& bytes, const std::string& key, int code,
                           std::vector<std::string> options = {}) {
    options.push_back("--json");
    const ProgramResult result = run(bytes, options);
    EXPECT_EQ(result.exit_code, code) << result.err;
    EXPECT_EQ(json_of(result)["error"]["key"], key) << result.err;
    EXPECT_NE(result.err.find("ratings.csv: "), std::string::npos) << result.err;
  };
  refused("a,b\n1,2\n1\n", "ratings.ragged", 3);
  refused("", "ratings.empty", 3);
  refused("1,\"2\n", "csv.open_quote", 3);
  refused("\xC0\xCC\xB9\xCC\xC1\xF6,\xC6\xAA\xBD\xC3\xB6\xF4\n", "text.other_encoding", 3);
  refused("red,blue\nblue,blue\n", "agreement.no_number", 2, {"--level", "interval"});
  refused("red,blue\nblue,blue\n", "agreement.order_lacks", 2, {"--order", "red,green"});
  EXPECT_EQ(jaedan({"agreement", folder_ / "nowhere.csv"}).exit_code, 3);
  EXPECT_EQ(jaedan({"agreement"}).exit_code, 2);
  EXPECT_EQ(run("1,1\n", {"--level", "0.95"}).exit_code, 2);
  EXPECT_EQ(run("1,1\n", {"--resamples", "-1"}).exit_code, 2);
}

}  // namespace
}  // namespace jaedan::testing
