#include "inference/train/data/sources.h"

#include <functional>
#include <map>

namespace jaedan::inference {
namespace {

constexpr const char* kPiecesKind = "ccp-pieces";

using Reader = std::function<Result<std::vector<TrainingItem>>(const std::string&, const FolderOptions&)>;

const std::map<std::string, Reader>& readers() {
  static const std::map<std::string, Reader> map = {
      {"attributes",
       [](const auto& path, const auto& options) { return read_words_folder("attributes", path, options); }},
      {"ccp", read_ccp_folder},
      {kPiecesKind, read_ccp_pieces_folder},
      {"ccp-words", [](const auto& path, const auto& options) { return read_words_folder("ccp", path, options); }},
      {"clothing", read_clothing_folder},
      {"snapshot", read_snapshot_folder}};
  return map;
}

}  // namespace

Result<std::vector<TrainingSource>> read_sources(const std::vector<DataFolder>& folders, const FolderOptions& options) {
  std::vector<TrainingSource> sources;
  for (const DataFolder& folder : folders) {
    const auto reader = readers().find(folder.kind);
    if (reader == readers().end()) {
      std::string kinds;
      for (const auto& [kind, read] : readers()) kinds += (kinds.empty() ? "" : ", ") + kind;
      return Error{ErrorCode::kInvalidArgument, "data kind '" + folder.kind + "' is none of " + kinds};
    }
    if (folder.kind == kPiecesKind && !options.for_clicks) {
      return Error{ErrorCode::kInvalidArgument,
                   std::string(kPiecesKind) + " shows pieces of all kinds, for clicks only; ccp shows garments"};
    }
    JAEDAN_ASSIGN_OR_RETURN(auto items, reader->second(folder.path, options));
    sources.push_back({folder.kind, folder.share, std::move(items)});
  }
  return sources;
}

}  // namespace jaedan::inference
