#include "app/workflow/board/board_picture.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <utility>

#include "labeling/base/file_system.h"
#include "labeling/domain/mask.h"
#include "labeling/io/image_decoder.h"
#include "labeling/io/image_encoder.h"
#include "labeling/io/own_picture.h"
#include "labeling/io/resize.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

constexpr int kMostPixels = 16000;
constexpr int kMargin = 20;
constexpr std::uint8_t kWhite = 255;
constexpr const char* kWriter = "jaedan board";

/// A garment out of its photo: its pixels, black beside it, and how much of each is the garment's.
struct CutOut {
  Image pixels;
  Image share;  ///< the same value in all three channels
};

CutOut cut_out(const Image& photo, const Region& region, const Rect& box) {
  const int left = std::clamp(static_cast<int>(std::floor(box.x)), 0, photo.width - 1);
  const int top = std::clamp(static_cast<int>(std::floor(box.y)), 0, photo.height - 1);
  const int right = std::clamp(static_cast<int>(std::ceil(box.right())), left + 1, photo.width);
  const int bottom = std::clamp(static_cast<int>(std::ceil(box.bottom())), top + 1, photo.height);
  const Mask mask = rasterize(region, photo.width, photo.height);
  CutOut cut{Image::of_size(right - left, bottom - top), Image::of_size(right - left, bottom - top)};
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      if (mask.at(x, y) == 0) continue;
      std::memcpy(cut.pixels.pixel(x - left, y - top), photo.pixel(x, y), 3);
      std::memset(cut.share.pixel(x - left, y - top), kInside, 3);
    }
  }
  return cut;
}

/// Puts it into `place` of `page`. Pixels beside the garment are black, so what is shrunk is weighted by its share.
void paste(const CutOut& cut, const Rect& place, Image& page) {
  const int width = std::max(1, static_cast<int>(std::lround(place.width)));
  const int height = std::max(1, static_cast<int>(std::lround(place.height)));
  const int x0 = static_cast<int>(std::lround(place.x)), y0 = static_cast<int>(std::lround(place.y));
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      if (x0 + x >= page.width || y0 + y >= page.height) continue;
      const int from_x = std::min(cut.pixels.width - 1, x * cut.pixels.width / width);
      const int from_y = std::min(cut.pixels.height - 1, y * cut.pixels.height / height);
      const std::uint8_t* colour = cut.pixels.pixel(from_x, from_y);
      const int share = *cut.share.pixel(from_x, from_y);
      std::uint8_t* to = page.pixel(x0 + x, y0 + y);
      for (int channel = 0; channel < 3; ++channel) {
        to[channel] = static_cast<std::uint8_t>(std::min(255, colour[channel] + to[channel] * (255 - share) / 255));
      }
    }
  }
}

Status draw(const Project& project, const BoardGarment& shown, Image& page) {
  JAEDAN_ASSIGN_OR_RETURN(const Image photo, labeling::read_image(project.photo_path(shown.photo)));
  CutOut cut = cut_out(photo, shown.found->region, shown.box);
  const Rect place = shown.card.place();
  const int side = std::max(1, static_cast<int>(std::lround(std::max(place.width, place.height))));
  JAEDAN_ASSIGN_OR_RETURN(cut.pixels, labeling::shrink_to_fit(cut.pixels.view(), side));
  JAEDAN_ASSIGN_OR_RETURN(cut.share, labeling::shrink_to_fit(cut.share.view(), side));
  paste(cut, place, page);
  return {};
}

nlohmann::json labels_of(const AttributeValues& values) {
  nlohmann::json labels = nlohmann::json::object();
  for (const AttributeValue& value : values) {
    if (!labels.contains(value.attribute)) labels[value.attribute] = nlohmann::json::array();
    labels[value.attribute].push_back(value.value);
  }
  return labels;
}

/// Whether the file may be replaced: it is not there, or was written by this.
bool is_own_document(const std::string& path) {
  std::error_code failed;
  if (!fs::exists(path, failed)) return true;
  const Result<std::string> bytes = disk().read(path, 64ULL << 20U);
  if (!bytes.ok()) return false;
  const auto document = nlohmann::json::parse(*bytes, nullptr, /*allow_exceptions=*/false);
  return document.is_object() && document.value("writer", std::string()) == kWriter;
}

Status may_replace(const std::string& png, const std::string& json) {
  std::error_code failed;
  const bool own_picture = !fs::exists(png, failed) || labeling::is_own_picture(png);
  if (own_picture && is_own_document(json)) return {};
  return Error{ErrorCode::kConflict,
               "board.would_replace",
               "{0} is there already and no board was saved in it; name another file",
               {own_picture ? json : png}};
}

}  // namespace

Result<BoardPicture> draw_board(Project& project, const Board& board, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<BoardGarment> garments, garments_of(project, board));
  const Rect all = extent(board);
  const double width = all.width + kMargin, height = all.height + kMargin;
  if (width > kMostPixels || height > kMostPixels) {
    return Error{ErrorCode::kTooLarge,
                 "board.too_large",
                 "the board is {0} × {1} pixels, and a picture may have {2} a side; arrange it in rows first",
                 {std::lround(width), std::lround(height), kMostPixels}};
  }
  BoardPicture picture;
  picture.image = Image::of_size(static_cast<int>(std::ceil(width)), static_cast<int>(std::ceil(height)));
  std::fill(picture.image.rgb.begin(), picture.image.rgb.end(), kWhite);
  std::int64_t done = 0;
  for (const BoardGarment& shown : garments) {
    if (watch.cancelled()) return Error{ErrorCode::kCancelled, "board.stopped", "stopped; no picture was written"};
    watch.report({"drawing the board", done++, static_cast<std::int64_t>(garments.size()), shown.photo.name});
    if (auto gone = shown.gone()) {
      picture.notes.push_back(std::move(*gone));
    } else if (const Status drawn = draw(project, shown, picture.image); !drawn.ok()) {
      picture.notes.push_back(drawn.error().with_context(shown.photo.name).message);
    }
  }
  return picture;
}

Result<std::string> board_document(Project& project, const Board& board) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<BoardGarment> garments, garments_of(project, board));
  nlohmann::json document = {{"writer", kWriter}, {"garments", nlohmann::json::array()}};
  for (const BoardGarment& shown : garments) {
    const Rect place = shown.card.place();
    nlohmann::json one = {{"photo", shown.photo.name},
                          {"photo_id", shown.card.photo.value},
                          {"garment", shown.card.garment.value},
                          {"part", id_of(shown.card.part)},
                          {"place", {place.x, place.y, place.width, place.height}},
                          {"there", !shown.gone().has_value()}};
    one["labels"] = shown.found ? labels_of(shown.found->attributes) : nlohmann::json::object();
    document["garments"].push_back(std::move(one));
  }
  // Names of files need not be UTF-8.
  return document.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Result<std::vector<Message>> save_board_picture(Project& project, const Board& board, const std::string& png,
                                                const Watch& watch) {
  const fs::path path(png);
  if (path.extension() != ".png") {
    return Error{ErrorCode::kInvalidArgument, "board.not_png", "the board is saved as .png, not as '{0}'", {png}};
  }
  const std::string json = fs::path(path).replace_extension(".json").string();
  JAEDAN_RETURN_IF_ERROR(may_replace(png, json));
  JAEDAN_ASSIGN_OR_RETURN(BoardPicture picture, draw_board(project, board, watch));
  JAEDAN_ASSIGN_OR_RETURN(const std::string document, board_document(project, board));
  JAEDAN_RETURN_IF_ERROR(labeling::write_drawing(png, picture.image.view()));
  JAEDAN_RETURN_IF_ERROR(disk().write_atomically(json, document));
  return std::move(picture.notes);
}

}  // namespace jaedan::workflow
