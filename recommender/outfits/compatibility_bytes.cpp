#include <algorithm>
#include <cmath>
#include <set>

#include "labeling/base/fnv1a.h"
#include "labeling/edit/byte_stream.h"
#include "recommender/outfits/compatibility.h"

namespace jaedan::recommender::outfits {
namespace {

constexpr std::string_view kSign = "jaedan outfits 1\n";
constexpr std::uint64_t kMostWords = 1u << 16;
constexpr std::uint64_t kMostWidth = 1u << 12;
constexpr std::uint64_t kMostTypesWithVectors = 64;
constexpr std::size_t kHashBytes = 8;

Error corrupt(Message what) {
  return {ErrorCode::kCorrupt, "outfits.model_corrupt", "the model of what goes together cannot be read: {0}", {what}};
}

void write(ByteWriter& to, const std::vector<float>& values) {
  to.number(values.size());
  for (const float value : values) to.real(value);
}

/// Fails for more values than there are bytes, and for one that is not finite.
std::vector<float> floats(ByteReader& from, std::uint64_t count) {
  std::vector<float> values;
  if (count != from.number() || count > from.left() / sizeof(double)) {
    from.fail();
    return values;
  }
  for (std::uint64_t i = 0; i < count; ++i) values.push_back(static_cast<float>(from.real()));
  if (!std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); })) from.fail();
  return values;
}

void write(ByteWriter& to, const NetworkShape& shape) {
  to.number(shape.words);
  to.number(shape.types);
  to.number(shape.hidden);
  to.byte(shape.direct ? 1 : 0);
  to.number(shape.dimension);
  to.number(shape.projected);
}

NetworkShape read_shape(ByteReader& from) {
  NetworkShape shape;
  shape.words = from.number();
  shape.types = from.number();
  shape.hidden = from.number();
  const std::uint8_t direct = from.byte();
  shape.direct = direct != 0;
  shape.dimension = from.number();
  shape.projected = from.number();
  const bool possible = shape.words <= kMostWords && shape.types <= shape.words && shape.types > 0 &&
                        shape.hidden <= kMostWidth && shape.dimension <= kMostWidth && shape.projected <= kMostWidth &&
                        direct <= 1 && (shape.dimension == 0) == (shape.projected == 0) &&
                        (shape.dimension == 0 || shape.types <= kMostTypesWithVectors);
  if (!possible) from.fail();
  return shape;
}

Vocabulary read_vocabulary(ByteReader& from, const NetworkShape& shape) {
  std::vector<KnownWord> all;
  std::set<std::pair<bool, std::string>> met;
  for (std::size_t i = 0; i < shape.words && !from.failed(); ++i) {
    KnownWord word;
    word.text = from.text();
    word.slot = from.text();
    word.count = static_cast<std::int64_t>(from.number());
    if (!met.insert({i < shape.types, word.text}).second) from.fail();
    all.push_back(std::move(word));
  }
  return {std::move(all), from.failed() ? 0 : shape.types};
}

void write(ByteWriter& to, const std::vector<Reference>& references) {
  to.number(references.size());
  for (const Reference& reference : references) {
    to.number(reference.words.size());
    for (const Word word : reference.words) to.number(word);
    write(to, reference.vector);
  }
}

std::vector<Reference> read_references(ByteReader& from, const NetworkShape& shape, std::size_t type) {
  std::vector<Reference> references;
  const std::uint64_t count = from.number();
  for (std::uint64_t i = 0; i < count && !from.failed(); ++i) {
    Reference reference;
    const std::uint64_t words = from.number();
    for (std::uint64_t j = 0; j < words && !from.failed(); ++j) {
      reference.words.push_back(static_cast<Word>(std::min<std::uint64_t>(from.number(), kMostWords)));
      if (reference.words.back() >= shape.words) from.fail();
    }
    if (from.failed() || words == 0 || reference.words.front() != type) {
      from.fail();
      break;
    }
    ByteReader ahead = from;
    reference.vector = floats(from, ahead.number() == 0 ? 0 : shape.dimension);
    references.push_back(std::move(reference));
  }
  return references;
}

}  // namespace

std::string CompatibilityModel::to_bytes() const {
  ByteWriter to;
  write(to, network_.shape);
  for (const KnownWord& word : vocabulary_.all()) {
    to.text(word.text);
    to.text(word.slot);
    to.number(static_cast<std::uint64_t>(word.count));
  }
  write(to, network_.values);
  for (const double share : log_share_) to.real(share);
  to.byte(of_garments() ? 1 : 0);
  for (const std::vector<Reference>& references : references_) write(to, references);
  ByteWriter hash;
  hash.fixed64(fnv1a_64(to.bytes()));
  return std::string(kSign) + hash.bytes() + to.bytes();
}

Result<CompatibilityModel> CompatibilityModel::from_bytes(std::string_view bytes) {
  if (bytes.substr(0, kSign.size()) != kSign) return corrupt({"outfits.other_file", "it is something else"});
  bytes.remove_prefix(kSign.size());
  ByteReader hash(bytes.substr(0, kHashBytes));
  const std::uint64_t expected = hash.fixed64();
  bytes.remove_prefix(std::min(bytes.size(), kHashBytes));
  if (hash.failed() || fnv1a_64(bytes) != expected) return corrupt({"outfits.damaged", "it is cut off or was changed"});
  ByteReader from(bytes);
  CompatibilityModel model;
  const NetworkShape shape = read_shape(from);
  const Error impossible = corrupt({"outfits.impossible", "its numbers do not fit together"});
  if (from.failed()) return impossible;
  model.network_.shape = shape;
  model.vocabulary_ = read_vocabulary(from, shape);
  model.network_.values = floats(from, shape.size());
  for (std::size_t i = 0; i < shape.types && !from.failed(); ++i) {
    model.log_share_.push_back(from.real());
    if (!std::isfinite(model.log_share_.back())) from.fail();
  }
  const bool of_garments = from.byte() != 0;
  for (std::size_t i = 0; of_garments && i < shape.types && !from.failed(); ++i) {
    model.references_.push_back(read_references(from, shape, i));
  }
  if (from.failed() || !from.at_end()) return impossible;
  return model;
}

}  // namespace jaedan::recommender::outfits
