// Label masks of all kinds of PNG.
#include <gtest/gtest.h>

#include "labeling/base/base64.h"
#include "tests/labeling/formats/import_test_files.h"
#include "tests/labeling/formats/kfashion_test_files.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

using namespace testing;

Result<ImportedFile> import_png(const std::string& base64) {
  return import_as("masks", bytes_from_base64(base64).value());
}

std::string refusal_of(const std::string& base64) {
  const Result<ImportedFile> file = import_png(base64);
  return file.ok() ? "" : file.error().text();
}

TEST(MaskImport, PaletteNumbersAreTheParts) {
  // 4 × 2 pixels: 0 1 2 3 / 0 4 4 4, of eight bits and of four.
  for (const char* png :
       {"iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAMAAABIdo1RAAAAD1BMVEUAAACAAAAAgACAgAAAAIA+HCrdAAAAEklEQVR42mNgYGRiZm"
        "BgYWEBAABKABMz5B8XAAAAAElFTkSuQmCC",
        "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACBAMAAACNhmBQAAAAD1BMVEUAAACAAAAAgACAgAAAAIA+HCrdAAAADklEQVR42mNgVGZgcQ"
        "EAAOMAbZww97MAAAAASUVORK5CYII="}) {
    ASSERT_OK_AND_ASSIGN(const ImportedFile file, import_png(png));
    const ImportedPhoto& photo = file.photos.at(0);
    EXPECT_EQ(photo.size, (ImageSize{4, 2}));
    ASSERT_EQ(photo.annotation.garments.size(), 4u);
    for (const Garment& garment : photo.annotation.garments) {
      EXPECT_NEAR(area_px(garment.region), garment.part == Part::kDress ? 3 : 1, 1e-9) << id_of(garment.part);
    }
    EXPECT_TRUE(photo.warnings.empty());
  }
}

TEST(MaskImport, OthersAreRefusedByTheNameOfTheirKind) {
  const auto ends_in = [](const char* png, const char* kind) {
    EXPECT_EQ(refusal_of(png),
              "a mask must be a PNG of 8-bit grey or of palette numbers; this one is " + std::string(kind));
  };
  ends_in("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAC0lEQVR42mNgAAMAAAcAASEi2xMAAAAASUVORK5CYII=", "RGB colour");
  ends_in("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAC0lEQVR42mNggAIAAAkAAWj2z04AAAAASUVORK5CYII=",
          "RGB colour with transparency");
  ends_in("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAQAAABeK7cBAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=",
          "grey with transparency");
  ends_in("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABEAAAAACB2fwVAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=",
          "16-bit grey");
  const char* kBlackAndWhite = "no mask of parts (1 outer, 2 top, 3 bottom, 4 dress): a black and white one, say";
  EXPECT_EQ(refusal_of("iVBORw0KGgoAAAANSUhEUgAAAAgAAAABAQAAAADLe9LuAAAACklEQVR42mPgBwAAEQAQBOQ5bQAAAABJRU5ErkJggg=="),
            kBlackAndWhite);
  EXPECT_EQ(refusal_of("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAC0lEQVR42mNg+A8AAQIBANEay48AAAAASUVORK5CYII="),
            kBlackAndWhite);
}

TEST(MaskImport, BrokenPalettesAreErrors) {
  std::string png =
      bytes_from_base64(
          "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAMAAABIdo1RAAAAD1BMVEUAAACAAAAAgACAgAAAAIA+HCrdAAAAEklEQVR42mNgYGRiZmBgYWEB"
          "AABKABMz5B8XAAAAAElFTkSuQmCC")
          .value();
  EXPECT_ERROR(import_as("masks", png.substr(0, 60)), ErrorCode::kCorrupt);
  png[80] ^= 0x55;
  EXPECT_ERROR(import_as("masks", png), ErrorCode::kCorrupt);
}

TEST(MaskImport, SharedCasesHaveTheirRightValues) {
  JAEDAN_REQUIRE_SHARED();
  for (const char* name : {"grey.png", "palette.png"}) {
    const Annotation annotation = photo_as("masks", shared_case(std::string("masks/") + name)).annotation;
    ASSERT_EQ(annotation.garments.size(), 2u) << name;
    EXPECT_EQ(annotation.garments[0].part, Part::kTop);
  }
  for (const char* name : {"binary255.png", "g16.png", "la.png", "onebit.png", "rgb.png", "rgba.png"}) {
    EXPECT_ERROR(import_as("masks", shared_case(std::string("masks/") + name)), ErrorCode::kUnsupported);
  }
}

}  // namespace
}  // namespace jaedan::labeling
