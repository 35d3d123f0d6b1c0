#include "app/workflow/output/export_manifest.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "app/workflow/project/photo_files.h"
#include "labeling/base/file_system.h"
#include "labeling/base/fnv1a.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::uint64_t kMostBytesOfList = 1u << 30;
constexpr std::uint64_t kMostBytesOfFile = 1u << 30;
constexpr std::size_t kMostNamed = 3;

std::string line_of(const json& document) {
  return document.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

/// The list of the folder: its name is a hash, what it is of stands in its first line.
std::string list_of(const Project& project, const std::string& folder) {
  char name[32];
  std::snprintf(name, sizeof name, "%016llx.jsonl", static_cast<unsigned long long>(fnv1a_64(folder)));
  return project.place().folder + "/exports/" + name;
}

/// Whether the list speaks of a file below the folder: projects come from other people, too.
bool lies_inside(const std::string& file) {
  const fs::path path = fs::path(file).lexically_normal();
  return path.is_relative() && !path.empty() && *path.begin() != "..";
}

/// The first few names.
std::string listed(const std::vector<std::string>& files) {
  std::string names;
  for (std::size_t i = 0; i < std::min(files.size(), kMostNamed); ++i) names += (i ? ", " : "") + files[i];
  return files.size() > kMostNamed ? names + ", …" : names;
}

/// The link to the photo that the yolo format puts beside the label file: trainers would take a photo without labels
/// for one that shows nothing.
void remove_link_to(const Photo& photo, const Project& project, const fs::path& label_file) {
  const fs::path path = project.photo_path(photo);
  const fs::path images = label_file.parent_path().parent_path() / "images";
  for (const std::string& ending : {lower_extension(path), std::string(".jpg")}) {
    const fs::path link = images / (label_file.stem().string() + ending);
    std::error_code failed;
    if (fs::is_symlink(link, failed) && fs::equivalent(link, path, failed)) fs::remove(link, failed);
  }
}

}  // namespace

ExportManifest::ExportManifest(std::string dest, const Project& project)
    : dest_(std::move(dest)), folder_(real_path(dest_).string()), list_(list_of(project, folder_)) {
  read();
}

void ExportManifest::read() {
  const Result<std::string> bytes = disk().read(list_, kMostBytesOfList);
  if (!bytes.ok()) return;
  std::istringstream lines(*bytes);
  std::string line;
  const json mine = json::parse(line_of({{"folder", folder_}}));
  if (!std::getline(lines, line) || json::parse(line, nullptr, false) != mine) return;
  while (std::getline(lines, line)) {
    const json entry = json::parse(line, nullptr, false);
    if (!entry.is_array() || entry.size() != 6 || !entry[0].is_string() || !entry[1].is_number_integer() ||
        !entry[2].is_boolean() || !entry[3].is_string() || !entry[4].is_number_unsigned() ||
        !entry[5].is_number_unsigned()) {
      continue;
    }
    if (!lies_inside(entry[0])) continue;
    entries_[entry[0]] = {PhotoId{entry[1].get<std::int64_t>()}, entry[2], entry[3], entry[4], entry[5]};
  }
}

void ExportManifest::note(const std::vector<const labeling::ExportFormat*>& formats, const std::string& file_name,
                          PhotoId photo, bool approved) {
  photos_written_.insert(photo);
  for (const labeling::ExportFormat* format : formats) {
    const std::string file = photo_file_of(*format, file_name);
    if (file.empty()) continue;
    const Result<std::string> bytes = disk().read(dest_ + "/" + file, kMostBytesOfFile);
    if (!bytes.ok()) continue;  // then nobody will take it away
    entries_[file] = {photo, approved, std::string(format->name), bytes->size(), fnv1a_64(*bytes)};
    written_.insert(file);
  }
}

bool ExportManifest::is_unchanged(const std::string& file, const Entry& entry) const {
  std::error_code failed;
  if (!fs::is_regular_file(fs::symlink_status(dest_ + "/" + file, failed))) return false;
  const Result<std::string> bytes = disk().read(dest_ + "/" + file, kMostBytesOfFile);
  return bytes.ok() && bytes->size() == entry.size && fnv1a_64(*bytes) == entry.hash;
}

Result<bool> ExportManifest::is_stale(Project& project, const Entry& entry, bool approved_only) const {
  if (photos_written_.count(entry.photo) != 0) return true;  // it is called otherwise now
  const Result<Annotation> annotation = project.store().annotation(entry.photo);
  if (!annotation.ok() && annotation.error().code == ErrorCode::kNotFound) return true;
  if (!annotation.ok()) return annotation.error();
  if (annotation->revision == 0) return true;
  return approved_only && entry.approved && annotation->state != WorkflowState::kApproved;
}

Status ExportManifest::remove_stale(Project& project, const std::vector<const labeling::ExportFormat*>& formats,
                                    bool approved_only, BatchReport& report) {
  std::vector<std::string> removed;
  std::int64_t stay = 0;
  for (auto it = entries_.begin(); it != entries_.end();) {
    const auto& [name, entry] = *it;
    const std::string& format = entry.format;
    const bool concerned = written_.count(name) == 0 && std::any_of(formats.begin(), formats.end(),
                                                                    [&](const auto* f) { return f->name == format; });
    std::error_code failed;
    const fs::path file = fs::path(dest_) / name;
    if (!concerned) {
      ++it;
      continue;
    }
    if (!fs::exists(fs::symlink_status(file, failed))) {
      it = entries_.erase(it);
      continue;
    }
    JAEDAN_ASSIGN_OR_RETURN(const bool stale, is_stale(project, entry, approved_only));
    if (!stale) {
      ++stay;
      ++it;
      continue;
    }
    if (!is_unchanged(name, entry)) {
      report.warnings.push_back({file.string(),
                                 {"export.stale_changed",
                                  "of an earlier export, and changed since: it was kept, though its photo is exported "
                                  "no longer"}});
      it = entries_.erase(it);
      continue;
    }
    const Result<Photo> photo = project.store().photo(entry.photo);
    if (photo.ok() && format == "yolo") remove_link_to(*photo, project, file);
    if (!fs::remove(file, failed)) {
      report.failed.push_back({file.string(), system_message(failed)});
      ++it;
      continue;
    }
    removed.push_back(name);
    it = entries_.erase(it);
  }
  if (!removed.empty()) {
    report.warnings.push_back({dest_,
                               {"export.stale_removed",
                                "{0|file} of an earlier export removed, of photos that are exported no longer: {1}",
                                {removed.size(), listed(removed)}}});
  }
  if (stay > 0) {
    report.warnings.push_back({dest_,
                               {"export.earlier_stay",
                                "{0|file} of earlier exports kept, of photos that were not written this time",
                                {stay}}});
  }
  return {};
}

Status ExportManifest::save() const {
  if (entries_.empty()) {
    std::error_code failed;
    fs::remove(list_, failed);
    return {};
  }
  std::string text = line_of({{"folder", folder_}});
  for (const auto& [file, entry] : entries_) {
    text += line_of(json::array({file, entry.photo.value, entry.approved, entry.format, entry.size, entry.hash}));
  }
  return disk().write_atomically(list_, text);
}

}  // namespace jaedan::workflow
