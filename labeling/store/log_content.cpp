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

std::string user_content(const User& user) {
  nlohmann::ordered_json roles = nlohmann::ordered_json::array();
  for (const Role role : user.roles.list()) roles.push_back(id_of(role));
  return content_text({{"roles", roles}, {"disabled", user.disabled}, {"password", user.has_password}});
}

std::string lock_content(const std::string& until) { return content_text({{"locked_until", until}}); }

std::string task_content(const Task& task, const std::string& user) {
  return content_text({{"stage", id_of(task.stage)}, {"user", user}, {"until", task.expires_at}});
}

LogSubject task_subject(const Task& task) { return {SubjectKind::kTask, std::to_string(task.id.value), task.photo}; }

std::string release_content(const Task& task, const std::string& user) {
  return content_text(
      {{"stage", id_of(task.stage)}, {"user", user}, {"state", id_of(task.state)}, {"reason", task.reason}});
}

std::string comment_content(const Comment& comment) {
  nlohmann::ordered_json content = {{"comment", comment.id.value}, {"text", comment.text}};
  if (comment.place) content["place"] = {comment.place->x, comment.place->y};
  if (comment.stage) content["stage"] = id_of(*comment.stage);
  if (comment.reason) content["reason"] = id_of(*comment.reason);
  return content_text(content);
}

std::string resolved_content(const Comment& comment) { return content_text({{"comment", comment.id.value}}); }

std::string priority_content(int priority) { return content_text({{"priority", priority}}); }

std::string queue_rules_content(const QueueRules& rules) {
  nlohmann::ordered_json stages = nlohmann::ordered_json::array();
  for (const Stage stage : kAllStages) {
    if (rules.stages.has(stage)) stages.push_back(id_of(stage));
  }
  nlohmann::ordered_json content = {
      {"stages", stages}, {"uncertain_first", rules.uncertain_first}, {"claim_seconds", rules.claim_seconds}};
  if (rules.control_percent > 0) content["control_percent"] = rules.control_percent;
  if (!rules.deadline.empty()) content["deadline"] = rules.deadline;
  return content_text(content);
}

std::string quota_content(const Quota& quota) {
  nlohmann::ordered_json content = {{"most_open", quota.most_open}, {"most_a_day", quota.most_a_day}};
  if (!quota.deadline.empty()) content["deadline"] = quota.deadline;
  return content_text(content);
}

std::string panel_content(const Panel& panel) {
  nlohmann::ordered_json content = {{"panel", panel.id.value},
                                    {"stage", id_of(panel.stage)},
                                    {"people", panel.people},
                                    {"submitted", panel.submitted},
                                    {"state", id_of(panel.state)}};
  if (panel.state == PanelState::kMerged) content["revision"] = panel.merged_revision;
  return content_text(content);
}

LogSubject panel_subject(const Panel& panel) {
  return {SubjectKind::kTask, "panel " + std::to_string(panel.id.value), panel.photo};
}

std::string control_content(const std::vector<Stage>& stages) {
  nlohmann::ordered_json ids = nlohmann::ordered_json::array();
  for (const Stage stage : stages) ids.push_back(id_of(stage));
  return content_text({{"stages", ids}});
}

std::string sample_content(const Sample& sample, std::size_t photos, std::int64_t sampled) {
  nlohmann::ordered_json content = {
      {"percent", sample.percent}, {"seed", sample.seed}, {"photos", photos}, {"sampled", sampled}};
  if (sample.rule.least_accepted_percent) content["least_accepted"] = *sample.rule.least_accepted_percent;
  if (sample.rule.most_returned) content["most_returned"] = *sample.rule.most_returned;
  return content_text(content);
}

std::string send_back_content(std::optional<Stage> stage, std::optional<ReturnReason> reason) {
  nlohmann::ordered_json content = {{"stage", nullptr}, {"reason", nullptr}};
  if (stage) content["stage"] = id_of(*stage);
  if (reason) content["reason"] = id_of(*reason);
  return content_text(content);
}

std::optional<Stage> stage_sent_back_to(const std::string& content) {
  const nlohmann::json parsed = nlohmann::json::parse(content, nullptr, false);
  if (!parsed.is_object()) return std::nullopt;
  const auto stage = parsed.find("stage");
  const bool is_said = stage != parsed.end() && stage->is_string();
  return is_said ? stage_from_id(stage->get<std::string>()) : std::nullopt;
}

std::string chain_begun_content(std::int64_t records_before) {
  return content_text({{"records_before", records_before}});
}

}  // namespace jaedan::labeling
