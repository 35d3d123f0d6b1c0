#pragma once

#include <string>
#include <vector>

#include "recommender/outfits/compatibility.h"

namespace jaedan::recommender::outfits::testing {

/// A word of a table.
inline Piece word(const std::string& type) {
  Piece piece;
  piece.type = type;
  return piece;
}

inline std::vector<Piece> words(const std::vector<std::string>& types) {
  std::vector<Piece> pieces;
  for (const std::string& type : types) pieces.push_back(word(type));
  return pieces;
}

inline Outfit table_row(const std::string& id, const std::vector<std::string>& types) { return {id, words(types)}; }

/// A garment of a photo: "top", "category=shirt".
inline Piece garment(const std::string& part, const std::vector<std::string>& values, int photo = 0, int id = 0) {
  Piece piece = word(part);
  for (const std::string& value : values) piece.tokens.push_back(part + "/" + value);
  piece.photo = PhotoId{photo};
  piece.garment = GarmentId{id};
  return piece;
}

/// People who swim and people who ski: within each, three of four things; a watch with both.
inline std::vector<Outfit> beach_and_snow(int rounds = 40) {
  const std::vector<std::string> beach = {"bikini", "sandals", "sunglasses", "straw_hat"};
  const std::vector<std::string> snow = {"parka", "boots", "gloves", "beanie"};
  std::vector<Outfit> outfits;
  for (int i = 0; i < rounds; ++i) {
    for (const auto& things : {beach, snow}) {
      std::vector<std::string> worn = things;
      worn.erase(worn.begin() + i % 4);
      worn.emplace_back("watch");
      outfits.push_back(table_row(things.front() + std::to_string(i), worn));
    }
  }
  return outfits;
}

/// Garments: who wears a shirt wears slacks, who wears a hoodie jogger pants; colours mean nothing.
inline std::vector<Outfit> office_and_gym(int rounds = 40) {
  const std::vector<std::string> colours = {"colour=black", "colour=white", "colour=blue"};
  std::vector<Outfit> outfits;
  for (int i = 0; i < rounds; ++i) {
    const std::string& one = colours[static_cast<std::size_t>(i) % 3];
    const std::string& other = colours[static_cast<std::size_t>(i / 3) % 3];
    const int photo = 2 * i + 1;
    outfits.push_back(
        {"office" + std::to_string(i),
         {garment("top", {"category=shirt", one}, photo, 1), garment("bottom", {"category=slacks", other}, photo, 2)}});
    outfits.push_back({"gym" + std::to_string(i),
                       {garment("top", {"category=hoodie", other}, photo + 1, 1),
                        garment("bottom", {"category=jogger_pants", one}, photo + 1, 2)}});
  }
  return outfits;
}

inline TrainingOptions small_training() {
  TrainingOptions options;
  options.hidden = 16;
  options.epochs = 12;
  options.batch_outfits = 8;
  options.rate = 0.01;
  return options;
}

inline CompatibilityModel learnt(const std::vector<Outfit>& outfits) {
  return CompatibilityModel::train(outfits, small_training()).value();
}

}  // namespace jaedan::recommender::outfits::testing
