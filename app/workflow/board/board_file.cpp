#include "app/workflow/board/board_file.h"

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "labeling/base/file_system.h"

namespace jaedan::workflow {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMostBytes = 4ULL << 20U;
constexpr double kMostPlace = 1e6;

std::string file_of(const Project& project) { return project.place().folder + "/board.json"; }

std::optional<double> number_in(const json& card, const char* name, double least, double greatest) {
  const auto found = card.find(name);
  if (found == card.end() || !found->is_number()) return std::nullopt;
  const double number = found->get<double>();
  return std::isfinite(number) && number >= least && number <= greatest ? std::optional(number) : std::nullopt;
}

std::optional<BoardCard> card_in(const json& written) {
  if (!written.is_object()) return std::nullopt;
  const auto photo = written.find("photo_id"), garment = written.find("garment"), part = written.find("part");
  if (photo == written.end() || !photo->is_number_integer() || garment == written.end() ||
      !garment->is_number_integer() || part == written.end() || !part->is_string()) {
    return std::nullopt;
  }
  const std::optional<Part> known = part_from_id(part->get<std::string>());
  const auto x = number_in(written, "x", 0, kMostPlace), y = number_in(written, "y", 0, kMostPlace);
  const auto size = number_in(written, "size", kLeastCard, kGreatestCard);
  const auto shape = number_in(written, "shape", 0.01, 100);
  if (!known || !x || !y || !size || !shape) return std::nullopt;
  return BoardCard{
      PhotoId{photo->get<std::int64_t>()}, GarmentId{garment->get<std::int64_t>()}, *known, {*x, *y}, *size, *shape};
}

std::optional<Board> board_in(const std::string& bytes) {
  const json document = json::parse(bytes, nullptr, /*allow_exceptions=*/false);
  if (!document.is_object() || !document.contains("cards") || !document["cards"].is_array()) return std::nullopt;
  Board board;
  for (const json& written : document["cards"]) {
    std::optional<BoardCard> card = card_in(written);
    if (!card || board.cards.size() >= kMostCards) return std::nullopt;
    board.cards.push_back(*card);
  }
  return board;
}

}  // namespace

Result<Board> load_board(const Project& project) {
  const std::string file = file_of(project);
  std::error_code failed;
  if (!std::filesystem::exists(file, failed)) return Board{};
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, disk().read(file, kMostBytes));
  if (std::optional<Board> board = board_in(bytes)) return std::move(*board);
  return Error{ErrorCode::kCorrupt, "board.corrupt", "{0}: the board cannot be read; it is empty from here on", {file}};
}

Status save_board(Project& project, const Board& board) {
  JAEDAN_RETURN_IF_ERROR(project.store().may_write());
  const std::string file = file_of(project);
  if (const Result<Board> before = load_board(project); !before.ok() && before.error().code == ErrorCode::kCorrupt) {
    JAEDAN_ASSIGN_OR_RETURN(const std::string damaged, disk().read(file, kMostBytes));
    JAEDAN_RETURN_IF_ERROR(disk().write_atomically(file + ".damaged", damaged));
  }
  json document = {{"cards", json::array()}};
  for (const BoardCard& card : board.cards) {
    document["cards"].push_back({{"photo_id", card.photo.value},
                                 {"garment", card.garment.value},
                                 {"part", id_of(card.part)},
                                 {"x", card.at.x},
                                 {"y", card.at.y},
                                 {"size", card.size},
                                 {"shape", card.shape}});
  }
  return disk().write_atomically(file, document.dump(1) + "\n");
}

}  // namespace jaedan::workflow
