#include <gtest/gtest.h>

#include "tests/app/cli/cli.h"

namespace jaedan::testing {
namespace {

TEST(CliUsage, NoVerbExplainsAndExitsWithTwo) {
  const ProgramResult result = jaedan({});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_NE(result.err.find("usage: jaedan VERB"), std::string::npos);
}

TEST(CliUsage, AnUnknownVerbIsNamed) {
  const ProgramResult result = jaedan({"frobnicate"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_NE(result.err.find("'frobnicate'"), std::string::npos);
}

TEST(CliUsage, EveryVerbExplainsItself) {
  const ProgramResult help = jaedan({"--help"});
  ASSERT_EQ(help.exit_code, 0);
  for (const char* verb : {"init",      "import",  "export",   "tag",    "prefill", "approve",  "return",    "audit",
                           "snapshot",  "train",   "evaluate", "models", "promote", "rollback", "recommend", "verify",
                           "relocate",  "rescale", "list",     "synth",  "bench",   "doctor",   "agreement", "user",
                           "consensus", "merge",   "honeypot", "sample", "search"}) {
    EXPECT_NE(help.out.find(verb), std::string::npos) << verb;
    const ProgramResult own = jaedan({verb, "--help"});
    EXPECT_EQ(own.exit_code, 0) << verb << own.err;
    EXPECT_NE(own.out.find("Usage: jaedan " + std::string(verb)), std::string::npos) << own.out;
  }
}

// Each of them costs every start a tenth of a second and more.
TEST(CliUsage, TheProgramLinksNeitherImageCodecsNorLibTorch) {
  const ProgramResult linked = run_program(JAEDAN_PROGRAM, {}, {"LD_TRACE_LOADED_OBJECTS=1"});
  ASSERT_NE(linked.out.find("libopencv_core"), std::string::npos) << linked.out << linked.err;
  EXPECT_EQ(linked.out.find("imgcodecs"), std::string::npos);
  EXPECT_EQ(linked.out.find("libtorch"), std::string::npos);
}

TEST(CliUsage, WithoutImageCodecsItSaysWhatToInstall) {
  const TemporaryFolder folder;
  const ProgramResult drawn = run_program(JAEDAN_PROGRAM, {"synth", folder / "drawn", "--count", "1"},
                                          {"JAEDAN_CODECS_MODULE=/nowhere/libjaedan_codecs.so"});
  EXPECT_NE(drawn.exit_code, 0);
  EXPECT_NE(drawn.err.find("/nowhere/libjaedan_codecs.so"), std::string::npos) << drawn.err;
  EXPECT_NE(drawn.err.find("libopencv-imgcodecs"), std::string::npos) << drawn.err;
}

TEST(CliUsage, AMissingArgumentIsWrongUsage) {
  for (const char* verb : {"init", "import", "export", "tag", "prefill", "recommend", "search", "verify", "relocate",
                           "rescale", "synth"}) {
    EXPECT_EQ(jaedan({verb}).exit_code, 2) << verb;
  }
}

TEST(CliUsage, AProjectThatIsNotThereExitsWithThreeAndNamesIt) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"verify", "/nowhere/at.jaedan"},
                                             {"export", "/nowhere/at.jaedan", "/tmp/out", "--format", "kfashion"},
                                             {"recommend", "/nowhere/at.jaedan", "--image", "1"}}) {
    const ProgramResult result = jaedan(arguments);
    EXPECT_EQ(result.exit_code, 3) << arguments[0] << result.err;
    EXPECT_NE(result.err.find("/nowhere/at.jaedan"), std::string::npos) << result.err;
  }
}

}  // namespace
}  // namespace jaedan::testing
