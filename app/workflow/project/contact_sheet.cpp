#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>
#include <vector>

#include "app/workflow/project/export_project.h"
#include "app/workflow/project/photo_pages.h"
#include "app/workflow/project/photo_places.h"
#include "labeling/domain/clip_region.h"
#include "labeling/formats/overlay.h"
#include "labeling/io/image_decoder.h"
#include "labeling/io/image_encoder.h"
#include "labeling/io/resize.h"

namespace jaedan::workflow {
namespace {

constexpr int kCellWidth = 240;
constexpr int kCellHeight = 360;
constexpr int kGap = 6;
constexpr int kMostColumns = 8;
constexpr std::uint8_t kPaper = 245;

/// The photo scaled to fit a cell, and then its garments: names drawn on the photo itself could not be read here.
Result<Image> cell_of(Project& project, const labeling::PhotoRow& row) {
  JAEDAN_ASSIGN_OR_RETURN(const Image photo, labeling::read_image(project.photo_path(row.photo)));
  JAEDAN_ASSIGN_OR_RETURN(Annotation annotation, project.store().annotation(row.photo.id));
  if (!annotation.garments.empty()) JAEDAN_RETURN_IF_ERROR(check_photo_size(project, row.photo));
  const double scale = std::min(double(kCellWidth) / photo.width, double(kCellHeight) / photo.height);
  const int longer_side = std::max(1, int(std::max(photo.width, photo.height) * scale));
  JAEDAN_ASSIGN_OR_RETURN(const Image cell, labeling::shrink_to_fit(photo.view(), longer_side));
  const int width = row.photo.width > 0 ? row.photo.width : photo.width;
  const int height = row.photo.height > 0 ? row.photo.height : photo.height;
  for (Garment& garment : annotation.garments) {
    garment.region = scaled(std::move(garment.region), double(cell.width) / width, double(cell.height) / height);
  }
  return labeling::draw_overlay(cell.view(), annotation);
}

void paste(const Image& cell, int x, int y, Image& sheet) {
  for (int row = 0; row < cell.height; ++row) {
    std::copy_n(cell.pixel(0, row), 3 * cell.width, sheet.pixel(x, y + row));
  }
}

Image sheet_of(const std::vector<Image>& cells) {
  const int count = static_cast<int>(cells.size());
  const int columns = std::clamp(static_cast<int>(std::ceil(std::sqrt(1.5 * count))), 1, kMostColumns);
  const int rows = std::max(1, (count + columns - 1) / columns);
  Image sheet = Image::of_size(columns * (kCellWidth + kGap) + kGap, rows * (kCellHeight + kGap) + kGap);
  std::fill(sheet.rgb.begin(), sheet.rgb.end(), kPaper);
  for (int i = 0; i < count; ++i) {
    const int x = kGap + i % columns * (kCellWidth + kGap) + (kCellWidth - cells[i].width) / 2;
    const int y = kGap + i / columns * (kCellHeight + kGap) + (kCellHeight - cells[i].height) / 2;
    paste(cells[i], x, y, sheet);
  }
  return sheet;
}

/// Refuses to draw over a photo of the project.
Status check_target(Project& project, const std::string& file) {
  std::error_code failed;
  if (!std::filesystem::exists(file, failed)) return {};
  bool is_photo = false;
  JAEDAN_RETURN_IF_ERROR(look_at_photos(project, [&](const Photo& photo) {
    std::error_code missing;
    is_photo |= std::filesystem::equivalent(file, project.photo_path(photo), missing);
  }));
  if (!is_photo) return {};
  return Error{ErrorCode::kInvalidArgument,
               "sheet.is_photo",
               "{0} is a photo of this project; give the sheet another name",
               {file}};
}

}  // namespace

Result<BatchReport> write_contact_sheet(Project& project, const std::string& file, const labeling::PhotoFilter& filter,
                                        int at_most, const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(check_target(project, file));
  std::vector<Image> cells;
  const PhotoWork draw = [&](const labeling::PhotoRow& row, BatchReport& report) -> Status {
    if (static_cast<int>(cells.size()) >= at_most) {
      ++report.skipped;
      return {};
    }
    JAEDAN_ASSIGN_OR_RETURN(Image cell, cell_of(project, row));
    cells.push_back(std::move(cell));
    ++report.done;
    return {};
  };
  JAEDAN_ASSIGN_OR_RETURN(BatchReport report, for_each_photo(project, filter, "drawing", watch, draw));
  if (!cells.empty()) JAEDAN_RETURN_IF_ERROR(labeling::write_drawing(file, sheet_of(cells).view()));
  return report;
}

}  // namespace jaedan::workflow
