#include <algorithm>
#include <map>

#include "inference/train/data/ccp/ccp_vocabulary.h"
#include "inference/train/data/data_folders.h"
#include "inference/train/data/folder_reading.h"
#include "inference/train/data/pieces.h"

namespace jaedan::inference {
namespace {

// The parts, each with all its words, and every other word; where several words are one part, each of them as well.
std::vector<Piece> pieces_in(const Mask& words, const CcpVocabulary& vocabulary) {
  std::vector<bool> is_there(256);
  for (const std::uint8_t value : words.pixels) is_there[value] = true;
  std::map<std::uint8_t, Piece> of_part;
  std::vector<Piece> alone;
  for (std::size_t value = 1; value < vocabulary.words.size(); ++value) {
    if (!is_there[value]) continue;
    const std::uint8_t pixel_class = vocabulary.pixel_class[value];
    if (pixel_class == static_cast<std::uint8_t>(PixelClass::kNothing)) continue;
    const auto here = static_cast<std::uint8_t>(value);
    alone.push_back({vocabulary.words[value], {here}, -1});
    if (pixel_class < 1 || pixel_class > kPartCount) continue;
    Piece& whole = of_part[pixel_class];
    whole.name = id_of(static_cast<Part>(pixel_class)), whole.part = pixel_class - 1;
    whole.values.push_back(here);
  }
  std::vector<Piece> pieces;
  for (const auto& [pixel_class, whole] : of_part) pieces.push_back(whole);
  for (Piece& piece : alone) {
    const auto is_whole = [&](const Piece& part) { return part.values == piece.values; };
    if (std::none_of(pieces.begin(), pieces.end(), is_whole)) pieces.push_back(std::move(piece));
  }
  return pieces;
}

}  // namespace

Result<std::vector<TrainingItem>> read_ccp_pieces_folder(const std::string& folder, const FolderOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(const CcpVocabulary vocabulary, read_ccp_vocabulary(folder));
  JAEDAN_ASSIGN_OR_RETURN(const auto photos, read_ccp_split(folder, options));
  return read_items(photos.size(), options, [&](std::size_t i) -> Result<TrainingItem> {
    TrainingItem item;
    item.name = photos[i].first;
    item.split = photos[i].second;
    JAEDAN_ASSIGN_OR_RETURN(item.photo, read_photo(folder + "/photos/" + item.name + ".jpg", options));
    JAEDAN_ASSIGN_OR_RETURN(const Mask words, read_ccp_words(folder, item.name, vocabulary));
    item.labels = scale_labels(words, item.photo.width, item.photo.height);
    item.pieces = pieces_in(item.labels, vocabulary);
    find_pieces(item);
    return item;
  });
}

}  // namespace jaedan::inference
