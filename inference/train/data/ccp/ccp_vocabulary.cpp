#include "inference/train/data/ccp/ccp_vocabulary.h"

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "inference/garments/segmentation_classes.h"
#include "inference/train/data/folder_reading.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::inference {
namespace {

// Words that are neither garments nor background, by what the network calls them.
const std::map<std::string, PixelClass>& other_words() {
  static const std::map<std::string, PixelClass> words = [] {
    std::map<std::string, PixelClass> map;
    for (const char* word : {"skin", "hair"}) map[word] = PixelClass::kBody;
    for (const char* word :
         {"boots", "clogs", "flats", "heels", "loafers", "pumps", "sandals", "shoes", "sneakers", "wedges"}) {
      map[word] = PixelClass::kShoes;
    }
    for (const char* word : {"socks", "stockings", "tights"}) map[word] = PixelClass::kLegwear;
    for (const char* word : {"accessories", "bag", "belt", "bracelet", "earrings", "glasses", "gloves", "hat",
                             "necklace", "purse", "ring", "scarf", "sunglasses", "tie", "wallet", "watch"}) {
      map[word] = PixelClass::kAccessory;
    }
    return map;
  }();
  return words;
}

// parts.json speaks Korean; the few categories it uses, as value ids.
std::string category_from_korean(const std::string& korean) {
  static const std::map<std::string, std::string_view> ids = {
      {"코트", "coat"},        {"재킷", "jacket"},     {"점퍼", "jumper"},           {"패딩", "padding"},
      {"베스트", "vest"},      {"가디건", "cardigan"}, {"짚업", "zip_up"},           {"탑", "top"},
      {"블라우스", "blouse"},  {"티셔츠", "tshirt"},   {"니트웨어", "knitwear"},     {"셔츠", "shirt"},
      {"브라탑", "bra_top"},   {"후드티", "hoodie"},   {"청바지", "jeans"},          {"팬츠", "pants"},
      {"스커트", "skirt"},     {"래깅스", "leggings"}, {"조거팬츠", "jogger_pants"}, {"드레스", "dress"},
      {"점프수트", "jumpsuit"}};
  const auto found = ids.find(korean);
  return found == ids.end() ? std::string() : std::string(found->second);
}

}  // namespace

Result<CcpVocabulary> read_ccp_vocabulary(const std::string& folder) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string label_text, read_text(folder + "/labels.txt"));
  JAEDAN_ASSIGN_OR_RETURN(const std::string spec_text, read_text(folder + "/parts.json"));
  try {
    const auto spec = nlohmann::json::parse(spec_text);
    std::map<std::string, std::uint8_t> classes;
    for (const auto& [word, pixel_class] : other_words()) classes[word] = static_cast<std::uint8_t>(pixel_class);
    for (const auto& [korean, words] : spec.at("parts").items()) {
      const auto part = part_from_korean(korean);
      if (!part)
        return Error{
            ErrorCode::kCorrupt, "data.word_no_part", "{0}: '{1}' is no part", {folder + "/parts.json", korean}};
      for (const auto& word : words) classes[word.get<std::string>()] = mask_value(*part);
    }
    for (const auto& word : spec.at("ignore")) classes[word.get<std::string>()] = kIgnoredPixel;
    CcpVocabulary vocabulary;
    std::istringstream lines(label_text);
    for (std::string word; std::getline(lines, word);) {
      const auto found = classes.find(word);
      vocabulary.words.push_back(word);
      vocabulary.pixel_class.push_back(found == classes.end() ? std::uint8_t{0} : found->second);
      vocabulary.category.push_back(category_from_korean(spec.at("category").value(word, std::string())));
    }
    return vocabulary;
  } catch (const nlohmann::json::exception& e) {
    return Error{ErrorCode::kCorrupt, "json.unreadable", "{0}: {1}", {folder + "/parts.json", e.what()}};
  }
}

Result<std::vector<std::pair<std::string, Split>>> read_ccp_split(const std::string& folder,
                                                                  const FolderOptions& options) {
  const std::string path = folder + "/split.csv";
  JAEDAN_ASSIGN_OR_RETURN(const NamedTable table, read_table(path, {"image", "split"}));
  std::vector<std::pair<std::string, Split>> photos;
  for (const auto& row : table.rows) {
    JAEDAN_ASSIGN_OR_RETURN(const Split split, split_from_word(row[table.column("split")], path));
    if (!options.only || *options.only == split) photos.emplace_back(row[table.column("image")], split);
  }
  return photos;
}

Result<Mask> read_ccp_words(const std::string& folder, const std::string& name, const CcpVocabulary& vocabulary) {
  const std::string path = folder + "/masks/" + name + ".png";
  JAEDAN_ASSIGN_OR_RETURN(Mask words, labeling::read_mask(path));
  for (const std::uint8_t value : words.pixels) {
    if (value < vocabulary.words.size()) continue;
    return Error{ErrorCode::kCorrupt, "data.value_without_word", "{0}: value {1} is not in labels.txt", {path, value}};
  }
  return words;
}

}  // namespace jaedan::inference
