#include "tests/labeling/formats/import_test_files.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "labeling/base/file_system.h"
#include "labeling/domain/mask.h"
#include "tests/labeling/formats/kfashion_test_files.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling::testing {

Result<ImportedFile> import_as(const std::string& format, const std::string& bytes, std::vector<std::string> classes,
                               int keypoint_values) {
  return find_import_format(format)->read(bytes,
                                          {kfashion_taxonomy(), {200, 100}, std::move(classes), keypoint_values});
}

ImportedPhoto photo_as(const std::string& format, const std::string& bytes, std::vector<std::string> classes) {
  Result<ImportedFile> file = import_as(format, bytes, std::move(classes));
  if (file.ok() && file->photos.size() == 1) return file->photos.front();
  ADD_FAILURE() << (file.ok() ? "not one photo" : file.error().text());
  return {};
}

std::int64_t pixels_in(const Region& region) {
  const Mask mask = rasterize(region, 1000, 1000);
  return std::count(mask.pixels.begin(), mask.pixels.end(), kInside);
}

std::string sentences(const std::vector<Warning>& warnings) {
  std::string all;
  for (const Warning& warning : warnings) all += warning.message.text() + "\n";
  return all;
}

std::string shared_case(const std::string& name) {
  const Result<std::string> bytes = disk().read(jaedan::testing::shared_dir() + "/cases/" + name, 1 << 20);
  if (!bytes.ok()) ADD_FAILURE() << bytes.error().text();
  return bytes.ok() ? *bytes : std::string();
}

}  // namespace jaedan::labeling::testing
