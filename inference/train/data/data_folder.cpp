#include "inference/train/data/data_folder.h"

#include "inference/models/kind_words.h"

namespace jaedan::inference {
namespace {

constexpr std::array<KindWord<DataKind>, 8> kKinds = {{{DataKind::kAttributes, "attributes"},
                                                       {DataKind::kCcp, "ccp"},
                                                       {DataKind::kCcpPieces, "ccp-pieces"},
                                                       {DataKind::kCcpPublished, "ccp-published"},
                                                       {DataKind::kCcpWords, "ccp-words"},
                                                       {DataKind::kClothing, "clothing"},
                                                       {DataKind::kPrints, "prints"},
                                                       {DataKind::kSnapshot, "snapshot"}}};

}  // namespace

std::string_view id_of(DataKind kind) { return word_in(kKinds, kind); }

Result<DataKind> parse_data_kind(std::string_view word) {
  if (const auto kind = kind_in(kKinds, word)) return *kind;
  return Error{
      ErrorCode::kInvalidArgument, "data.unknown_kind", "data kind '{0}' is none of {1}", {word, words_in(kKinds)}};
}

}  // namespace jaedan::inference
