#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workflow/project/project.h"
#include "labeling/domain/image.h"
#include "tests/support/test_paths.h"

namespace jaedan::gui::testing {

/// A project of small photos that the test draws itself: a figure in a blue top and green trousers.
class MadeProject {
 public:
  static constexpr int kWidth = 200;
  static constexpr int kHeight = 300;

  explicit MadeProject(int photo_count);

  /// One such photo as a file of its own.
  static void write_photo(const std::string& path);

  /// Where the project lies.
  std::string path() const { return folder_ / "made.jaedan"; }
  /// A file in the same temporary folder.
  std::string file(const std::string& name) const { return folder_ / name; }
  /// The store as it is on disk now, opened anew.
  workflow::Project open() const;
  Annotation annotation(std::size_t index) const;
  PhotoId photo(std::size_t index) const { return ids_[index]; }

 private:
  jaedan::testing::TemporaryFolder folder_;
  std::vector<PhotoId> ids_;
};

/// The figure's garments as a model would propose them, with labels.
Prediction made_prediction();
/// A PNG that the studio wrote.
Image read_picture(const std::string& path);
/// How many different colours a picture has; a window that drew nothing has one.
int distinct_colours(const Image& image);

}  // namespace jaedan::gui::testing
