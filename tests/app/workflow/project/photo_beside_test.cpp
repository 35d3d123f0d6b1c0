#include "app/workflow/project/photo_beside.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

class PhotoBesideTest : public ::testing::Test {
 protected:
  void make(const std::string& name) { std::ofstream(folder_ / name) << "x"; }
  std::string found(const std::string& label, const std::string& named = "") {
    const std::optional<fs::path> photo = PhotoBeside().find(folder_ / label, named);
    return photo ? photo->filename().string() : "";
  }
  const testing::TemporaryFolder folder_;
};

TEST_F(PhotoBesideTest, EveryEndingOfAPhotoCounts) {
  for (const char* ending : {".jpg", ".JPEG", ".Png", ".bmp", ".webp"}) {
    make(std::string("a") + ending);
    EXPECT_EQ(found("a.json"), std::string("a") + ending);
    fs::remove(folder_ / (std::string("a") + ending));
  }
  make("a.txt");
  EXPECT_EQ(found("a.json"), "");
}

TEST_F(PhotoBesideTest, OfSeveralTheNamedOneIsTaken) {
  make("a.jpg");
  make("a.png");
  EXPECT_EQ(found("a.json", "a.png"), "a.png");
  EXPECT_EQ(found("a.json", "b.png"), "a.jpg");
}

TEST_F(PhotoBesideTest, WithoutOneOfTheSameNameTheNamedOneIsTaken) {
  make("IMG_1.JPG");
  EXPECT_EQ(found("100.json", "C:/somewhere/IMG_1.JPG"), "IMG_1.JPG");
  EXPECT_EQ(found("100.json", "../../etc/passwd"), "");
  make("100.jpg");
  EXPECT_EQ(found("100.json", "IMG_1.JPG"), "100.jpg") << "names at upload come twice; the number does not";
}

TEST_F(PhotoBesideTest, KoreanNamesWithLettersApartAndTogetherAreTheSame) {
  const std::string apart = "\u1112\u1161\u11AB\u1100\u1173\u11AF.jpg";  // as a Mac writes 한글.jpg
  make(apart);
  EXPECT_EQ(found("한글.json"), apart);
  EXPECT_EQ(found("100.json", "한글.jpg"), apart);
  make("200.jpg");
  EXPECT_EQ(found("200.json", "한글.jpg"), "200.jpg");
}

}  // namespace
}  // namespace jaedan::workflow
