#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "app/workflow/project/export_project.h"
#include "app/workflow/project/import_photos.h"
#include "labeling/io/image_decoder.h"
#include "labeling/io/image_encoder.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

/// Names that were drawn on a photo and shrunk with it had letters of three pixels.
TEST(ContactSheet, NamesCanBeReadHoweverLargeThePhotoIs) {
  const testing::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "photos");
  Image photo = Image::of_size(1600, 2400);
  std::fill(photo.rgb.begin(), photo.rgb.end(), std::uint8_t{40});
  ASSERT_OK(labeling::write_image(folder / "photos/a.jpg", photo.view()));
  ASSERT_OK_AND_ASSIGN(Project project, Project::create(folder / "a.jaedan"));
  ASSERT_OK(import_images(project, folder / "photos", Actor::alone("mina"), {}));
  Garment top;
  top.id = GarmentId{1};
  top.part = Part::kTop;
  top.region.rings = {{{400, 600}, {1200, 600}, {1200, 1800}, {400, 1800}}};
  top.attributes = {{"category", "tshirt", "", {}}, {"colour", "black", "", {}}};
  Annotation annotation;
  annotation.photo = PhotoId{1};
  annotation.garments = {top};
  annotation.state = WorkflowState::kDrawn;
  ASSERT_OK(project.store().save(annotation, {"mina", "edit"}, std::nullopt));

  ASSERT_OK(write_contact_sheet(project, folder / "sheet.jpg", {}, 9, {}));
  ASSERT_OK_AND_ASSIGN(const Image sheet, labeling::read_image(folder / "sheet.jpg"));
  int letters = 0;  // inside the cell: around it is light paper
  for (int y = 10; y < sheet.height - 10; ++y) {
    for (int x = 10; x < std::min(240, sheet.width); ++x) {
      const std::uint8_t* rgb = sheet.pixel(x, y);
      letters += std::min({rgb[0], rgb[1], rgb[2]}) > 200;
    }
  }
  EXPECT_GT(letters, 60);
  const std::uint8_t* middle = sheet.pixel(6 + 120, 6 + 180);
  EXPECT_GT(middle[2], 100) << "the garment lies where it lay in the photo";
}

}  // namespace
}  // namespace jaedan::workflow
