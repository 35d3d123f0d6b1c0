#include "app/workflow/models/trusted_scripts.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "app/workflow/audit/change_note.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/project/config_folder.h"
#include "inference/clicks/script_pair.h"
#include "labeling/base/file_system.h"
#include "labeling/base/sha256.h"
#include "labeling/base/utf8.h"
#include "labeling/io/probe_file.h"

namespace jaedan::workflow {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMostBytes = 1 << 20;

std::string list_path() { return config_folder() + "/trusted_scripts.json"; }

Status save(const std::vector<TrustedScript>& scripts) {
  if (config_folder().empty()) {
    return Error{ErrorCode::kUnavailable, "trust.no_settings",
                 "this machine does not say where your settings are ($HOME), so nothing can be trusted"};
  }
  json list = json::array();
  for (const TrustedScript& script : scripts) list.push_back({{"sha256", script.sha256}, {"path", script.path}});
  const auto replace = json::error_handler_t::replace;
  return disk().write_atomically(list_path(), list.dump(1, ' ', false, replace) + "\n");
}

std::string absolute(const std::string& path) {
  std::error_code failed;
  const std::filesystem::path whole = std::filesystem::absolute(path, failed);
  return failed ? path : whole.lexically_normal().string();
}

/// Whether some of the file's bytes name `member` of a TorchScript archive: torch.jit.save writes a zip whose entries
/// are NAME/constants.pkl, NAME/code/…, and lists them once more at its end.
bool names(const std::string& bytes, std::string_view member) { return bytes.find(member) != std::string::npos; }

/// Refuses what is no TorchScript: trust is for what the model module would run, not for any file.
Status check_is_archive(const std::string& file) {
  constexpr std::streamoff kEnd = 1 << 20;  // the list of a zip's entries stands last
  std::ifstream in(file, std::ios::binary);
  if (!in) return {};  // its hash will say why
  const std::string start = labeling::first_bytes_of(file, 4);
  in.seekg(0, std::ios::end);
  const std::streamoff size = in.tellg();
  in.seekg(std::max<std::streamoff>(0, size - kEnd));
  std::string end(static_cast<std::size_t>(std::clamp<std::streamoff>(size, 0, kEnd)), '\0');
  in.read(end.data(), static_cast<std::streamsize>(end.size()));
  if (start == "PK\x03\x04" && names(end, "/constants.pkl") && names(end, "/code/")) return {};
  return Error{ErrorCode::kInvalidArgument,
               "trust.no_archive",
               "{0}: is no TorchScript archive (torch.jit.save writes them), so there is nothing to trust",
               {file}};
}

}  // namespace

Result<std::vector<TrustedScript>> trusted_scripts() {
  if (config_folder().empty()) return std::vector<TrustedScript>();
  const Result<std::string> bytes = disk().read(list_path(), kMostBytes);
  if (!bytes.ok() && bytes.error().code == ErrorCode::kNotFound) return std::vector<TrustedScript>();
  if (!bytes.ok()) return bytes.error();
  const Error corrupt{ErrorCode::kCorrupt,
                      "trust.broken_list",
                      "{0}: is no list of trusted files; remove it and trust them anew",
                      {list_path()}};
  const json list = json::parse(*bytes, nullptr, false);
  if (!list.is_array()) return corrupt;
  std::vector<TrustedScript> scripts;
  for (const json& entry : list) {
    const auto word = [&](const char* key) {
      return entry.is_object() && entry.contains(key) && entry[key].is_string() ? entry[key].get<std::string>() : "";
    };
    scripts.push_back({word("sha256"), word("path")});
    if (scripts.back().sha256.size() != 64) return corrupt;
  }
  return scripts;
}

namespace {

/// The files that `path` stands for, with their hashes.
Result<std::vector<TrustedScript>> scripts_at(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code unknown;
  std::vector<std::string> files = {path};
  if (inference::holds_script_pair(path)) {
    files = {(fs::path(path) / inference::kScriptEncoder).string(),
             (fs::path(path) / inference::kScriptDecoder).string()};
  } else if (fs::exists(path, unknown) && !fs::is_regular_file(path, unknown)) {
    return Error{ErrorCode::kInvalidArgument,
                 "trust.no_script",
                 "{0}: is no file, and no folder with encoder.pt and decoder.pt",
                 {path}};
  }
  std::vector<TrustedScript> scripts;
  for (const std::string& file : files) {
    JAEDAN_RETURN_IF_ERROR(check_is_archive(file));
    JAEDAN_ASSIGN_OR_RETURN(const std::string hash, sha256_hex_of_file(file));
    scripts.push_back({hash, absolute(file)});
  }
  return scripts;
}

/// The list without what is meant, and what that was; kNotFound when it is nothing.
Result<std::pair<std::vector<TrustedScript>, std::vector<TrustedScript>>> list_without(
    const std::string& path_or_hash) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<TrustedScript> scripts, trusted_scripts());
  std::error_code unknown;
  const bool is_file = std::filesystem::is_regular_file(path_or_hash, unknown);
  const Result<std::string> hash = is_file ? sha256_hex_of_file(path_or_hash) : Result<std::string>(path_or_hash);
  const auto stays = [&](const TrustedScript& script) {
    return script.path != absolute(path_or_hash) && (!hash.ok() || script.sha256 != *hash);
  };
  std::vector<TrustedScript> kept, meant;
  std::partition_copy(scripts.begin(), scripts.end(), std::back_inserter(kept), std::back_inserter(meant), stays);
  if (meant.empty()) return Error{ErrorCode::kNotFound, "trust.not_trusted", "{0}: was not trusted", {path_or_hash}};
  return std::make_pair(std::move(kept), std::move(meant));
}

Status write_down(const std::vector<TrustedScript>& scripts, ProjectDeed deed, const TrustLogged& logged) {
  labeling::Store& store = logged.project.store();
  return store.batch([&]() -> Status {
    for (const TrustedScript& script : scripts) {
      const json after = {{"sha256", script.sha256}, {"path", script.path}};
      // A path may be in any encoding, a subject's name may not.
      const std::string& name = is_plain_text(script.path) ? script.path : script.sha256;
      JAEDAN_RETURN_IF_ERROR(store.append_to_log({labeling::SubjectKind::kModel, name},
                                                 change_note(logged.manager, deed),
                                                 after.dump(-1, ' ', false, json::error_handler_t::replace)));
    }
    return {};
  });
}

}  // namespace

Result<std::vector<TrustedScript>> trust_script(const std::string& path) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<TrustedScript> trusted, scripts_at(path));
  JAEDAN_ASSIGN_OR_RETURN(std::vector<TrustedScript> scripts, trusted_scripts());
  for (const TrustedScript& script : trusted) {
    const auto known = [&](const TrustedScript& other) { return other.sha256 == script.sha256; };
    if (std::none_of(scripts.begin(), scripts.end(), known)) scripts.push_back(script);
  }
  JAEDAN_RETURN_IF_ERROR(save(scripts));
  return trusted;
}

Result<std::vector<TrustedScript>> trust_script(const std::string& path, const TrustLogged& logged) {
  JAEDAN_RETURN_IF_ERROR(check_may(logged.project, logged.manager, Deed::kManage));
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<TrustedScript> trusted, scripts_at(path));
  JAEDAN_RETURN_IF_ERROR(write_down(trusted, ProjectDeed::kTrust, logged));
  return trust_script(path);
}

Status distrust_script(const std::string& path_or_hash) {
  JAEDAN_ASSIGN_OR_RETURN(const auto lists, list_without(path_or_hash));
  return save(lists.first);
}

Status distrust_script(const std::string& path_or_hash, const TrustLogged& logged) {
  JAEDAN_RETURN_IF_ERROR(check_may(logged.project, logged.manager, Deed::kManage));
  JAEDAN_ASSIGN_OR_RETURN(const auto lists, list_without(path_or_hash));
  JAEDAN_RETURN_IF_ERROR(write_down(lists.second, ProjectDeed::kDistrust, logged));
  return distrust_script(path_or_hash);
}

}  // namespace jaedan::workflow
