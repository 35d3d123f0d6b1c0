#pragma once

#include <cstdint>
#include <string>

#include "labeling/domain/annotation.h"
#include "labeling/store/project_facts.h"

namespace jaedan::labeling {

/// LogRecord::after of the records that stores write about other things than annotations, the same in every store.

/// {"champion":"net-2"}; null when no model is in use by name.
std::string champion_content(const std::string& model_id);
/// {"hash":"…","photos":12,"folder":"snapshots/…"}
std::string snapshot_content(const SnapshotInfo& info);
/// {"path":"…","width":800,"height":1200}; bytes of the path that are not UTF-8 are replaced.
std::string photo_content(const Photo& photo);
/// {"records_before":300000}: the record that ends the log of before the chain.
std::string chain_begun_content(std::int64_t records_before);

/// Subject of that record.
inline constexpr const char* kChangeLogSetting = "change_log";
/// Its deed.
inline constexpr const char* kBeginChain = "begin_chain";

}  // namespace jaedan::labeling
