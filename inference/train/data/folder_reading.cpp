#include "inference/train/data/folder_reading.h"

#include <algorithm>
#include <future>
#include <opencv2/imgproc.hpp>
#include <optional>
#include <thread>

#include "labeling/base/csv_reader.h"
#include "labeling/base/file_system.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::inference {
namespace {

constexpr std::uint64_t kTextLimitBytes = std::uint64_t{1} << 30;

}  // namespace

Result<std::string> read_text(const std::string& path) { return disk().read(path, kTextLimitBytes); }

std::size_t NamedTable::column(std::string_view name) const {
  return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), name) - columns.begin());
}

Result<NamedTable> read_table(const std::string& path, const std::vector<std::string_view>& needed) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string text, read_text(path));
  auto read = read_csv_rows(text, ',');
  if (!read) return read.error().with_context(path);
  NamedTable table;
  for (CsvRow& row : *read) {
    if (table.columns.empty()) {
      table.columns = std::move(row.cells);
    } else if (row.cells.size() == table.columns.size()) {
      table.rows.push_back(std::move(row.cells));
    } else {
      return Error{
          ErrorCode::kCorrupt, "data.row_length", "{0}: line {1} is not as long as the head", {path, row.line}};
    }
  }
  for (const std::string_view name : needed) {
    if (table.column(name) == table.columns.size())
      return Error{ErrorCode::kCorrupt, "data.column_missing", "{0}: needs the column '{1}'", {path, name}};
  }
  return table;
}

Result<Image> read_photo(const std::string& path, const FolderOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(Image photo, labeling::read_image(path));
  int width = photo.width, height = photo.height;
  fit_area(width, height, options.area_px);
  if (width == photo.width && height == photo.height) return photo;
  Image scaled = Image::of_size(width, height);
  const cv::Mat from(photo.height, photo.width, CV_8UC3, photo.rgb.data());
  cv::Mat to(height, width, CV_8UC3, scaled.rgb.data());
  cv::resize(from, to, to.size(), 0, 0, cv::INTER_AREA);
  return scaled;
}

Mask scale_labels(const Mask& mask, int width, int height) {
  Mask scaled = Mask::of_size(width, height);
  for (int y = 0; y < height; ++y) {
    // The source pixel that holds the target pixel's centre.
    const int from_y = std::min(mask.height - 1, static_cast<int>((y + 0.5) * mask.height / height));
    for (int x = 0; x < width; ++x) {
      scaled.at(x, y) = mask.at(std::min(mask.width - 1, static_cast<int>((x + 0.5) * mask.width / width)), from_y);
    }
  }
  return scaled;
}

Result<Split> split_from_word(const std::string& word, const std::string& where) {
  if (const auto split = labeling::split_from_id(word)) return *split;
  return Error{ErrorCode::kCorrupt, "split.unknown", "{0}: split '{1}' is none of train, val, test", {where, word}};
}

Result<std::vector<TrainingItem>> read_items(std::size_t count, const FolderOptions& options,
                                             const std::function<Result<TrainingItem>(std::size_t)>& read) {
  std::vector<TrainingItem> items(count);
  std::atomic<std::size_t> next{0};
  const auto work = [&]() -> std::optional<Error> {
    for (std::size_t i = next++; i < count; i = next++) {
      if (options.cancel != nullptr && *options.cancel)
        return Error{ErrorCode::kCancelled, "data.reading_stopped", "reading photos: stopped"};
      Result<TrainingItem> item = read(i);
      if (!item) return next = count, item.error();
      items[i] = std::move(*item);
    }
    return std::nullopt;
  };
  std::vector<std::future<std::optional<Error>>> workers;
  for (unsigned i = 0; i < std::clamp(std::thread::hardware_concurrency(), 1U, 8U); ++i) {
    workers.push_back(std::async(std::launch::async, work));
  }
  std::optional<Error> failed;
  for (auto& worker : workers) {
    if (auto error = worker.get(); error && !failed) failed = std::move(error);
  }
  if (failed) return *failed;
  return items;
}

}  // namespace jaedan::inference
