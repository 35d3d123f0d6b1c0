#include "labeling/store/log_content.h"

#include <nlohmann/json.hpp>

namespace jaedan::labeling {
namespace {

std::string content_text(const nlohmann::ordered_json& content) {
  return content.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

std::string champion_content(const std::string& model_id) {
  nlohmann::ordered_json content = {{"champion", nullptr}};
  if (!model_id.empty()) content["champion"] = model_id;
  return content_text(content);
}

std::string snapshot_content(const SnapshotInfo& info) {
  return content_text({{"hash", info.hash}, {"photos", info.photo_count}, {"folder", info.folder}});
}

std::string photo_content(const Photo& photo) {
  return content_text({{"path", photo.path}, {"width", photo.width}, {"height", photo.height}});
}

std::string chain_begun_content(std::int64_t records_before) {
  return content_text({{"records_before", records_before}});
}

}  // namespace jaedan::labeling
