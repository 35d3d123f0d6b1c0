#include "inference/train/data/sources.h"

namespace jaedan::inference {
namespace {

Result<std::vector<TrainingItem>> read_folder(const DataFolder& folder, const FolderOptions& options) {
  switch (folder.kind) {
    case DataKind::kCcp: return read_ccp_folder(folder.path, options);
    case DataKind::kCcpPublished: {
      FolderOptions as_published = options;
      as_published.as_published = true;
      return read_ccp_folder(folder.path, as_published);
    }
    case DataKind::kClothing: return read_clothing_folder(folder.path, options);
    case DataKind::kPrints:
      if (options.for_clicks) break;
      return read_prints_folder(folder.path, options);
    case DataKind::kSnapshot: return read_snapshot_folder(folder.path, options);
    case DataKind::kAttributes:
    case DataKind::kCcpWords: return read_words_folder(folder, options);
    case DataKind::kCcpPieces: break;
  }
  if (folder.kind == DataKind::kPrints) {
    return Error{ErrorCode::kInvalidArgument,
                 "data.not_for_clicks",
                 "{0} shows no outlines, which clicks are learnt from",
                 {id_of(folder.kind)}};
  }
  if (options.for_clicks) return read_ccp_pieces_folder(folder.path, options);
  return Error{ErrorCode::kInvalidArgument,
               "data.for_clicks_only",
               "{0} shows pieces of all kinds, for clicks only; ccp shows garments",
               {id_of(folder.kind)}};
}

}  // namespace

Result<std::vector<TrainingSource>> read_sources(const std::vector<DataFolder>& folders, const FolderOptions& options) {
  std::vector<TrainingSource> sources;
  for (const DataFolder& folder : folders) {
    JAEDAN_ASSIGN_OR_RETURN(auto items, read_folder(folder, options));
    sources.push_back({std::string(id_of(folder.kind)), folder.share, std::move(items)});
  }
  return sources;
}

}  // namespace jaedan::inference
