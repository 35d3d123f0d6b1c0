#include "inference/train/trainer.h"

namespace jaedan::inference {

Result<std::vector<TrainingSource>> read_sources(const std::vector<DataFolder>& folders, const FolderOptions& options) {
  std::vector<TrainingSource> sources;
  for (const DataFolder& folder : folders) {
    const auto read = folder.kind == "ccp"        ? read_ccp_folder
                      : folder.kind == "snapshot" ? read_snapshot_folder
                      : folder.kind == "clothing" ? read_clothing_folder
                                                  : nullptr;
    if (read == nullptr) {
      return Error{ErrorCode::kInvalidArgument, "data kind '" + folder.kind + "' is none of ccp, snapshot, clothing"};
    }
    JAEDAN_ASSIGN_OR_RETURN(auto items, read(folder.path, options));
    sources.push_back({folder.kind, folder.share, std::move(items)});
  }
  return sources;
}

}  // namespace jaedan::inference
