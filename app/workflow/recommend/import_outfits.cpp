#include "app/workflow/recommend/import_outfits.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>
#include <vector>

#include "app/workflow/audit/change_note.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/project/import_choice.h"
#include "app/workflow/project/photo_files.h"
#include "labeling/base/utf8.h"
#include "labeling/formats/label_signs.h"
#include "labeling/formats/outfits/outfit_file.h"
#include "labeling/io/probe_file.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;
using labeling::KeptOutfitTable;

bool may_be_table(const fs::path& file) {
  const std::string ending = lower_extension(file);
  return (ending == ".json" || ending == ".csv") && file.filename() != labeling::kCategoryNamesFile;
}

/// Names of files may be in any encoding; those of tables are text.
std::string table_name(const fs::path& path) {
  const std::string name = utf8_composed(path.generic_string());
  return is_plain_text(name) ? name : "outfits";
}

/// The files with the names of their tables: that of the file, with the folders it lies in below `source` where two
/// files have one name.
std::vector<std::pair<fs::path, std::string>> named(const std::vector<fs::path>& files, const std::string& source) {
  std::map<std::string, int> times;
  for (const fs::path& file : files) ++times[table_name(file.stem())];
  std::vector<std::pair<fs::path, std::string>> tables;
  for (const fs::path& file : files) {
    std::string name = table_name(file.stem());
    if (times[name] > 1) name = table_name(file.lexically_relative(fs::absolute(source)));
    tables.emplace_back(file, std::move(name));
  }
  return tables;
}

/// One import, and its report.
class OutfitImport {
 public:
  OutfitImport(Project& project, const Actor& manager) : project_(project), manager_(manager) {}

  Status import_table(const std::string& file, const std::string& name) {
    const Result<labeling::OutfitTable> table = read(file);
    if (!table.ok()) {
      report_.failed.push_back({file, table.error().message});
      return {};
    }
    JAEDAN_RETURN_IF_ERROR(tell_of_replaced(file, name));
    JAEDAN_RETURN_IF_ERROR(project_.store().save_outfits(name, table->outfits, change_note(manager_, Deed::kImport)));
    for (const Warning& warning : table->warnings) warn(file, warning.message);
    report_.done += static_cast<std::int64_t>(table->outfits.size());
    report_.skipped += static_cast<std::int64_t>(table->left_out);
    return {};
  }

  void leave_out(const std::string& file) {
    warn(file, {"import.no_outfit_table", "is no table of outfits by its looks; name the file itself if it is one"});
  }

  BatchReport& report() { return report_; }

 private:
  void warn(const std::string& item, Message message) { report_.warnings.push_back({item, std::move(message)}); }

  static Result<labeling::OutfitTable> read(const std::string& file) {
    JAEDAN_ASSIGN_OR_RETURN(const labeling::CategoryNames names, labeling::category_names_beside(file));
    return labeling::read_outfit_file(file, names);
  }

  Status tell_of_replaced(const std::string& file, const std::string& name) {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<KeptOutfitTable> tables, project_.store().outfit_tables());
    for (const KeptOutfitTable& table : tables) {
      if (table.name != name) continue;
      warn(file, {"import.outfits_replaced",
                  "takes the place of the table '{0}' of {1|outfit}, which {2} imported on {3}",
                  {name, table.outfits, table.who, table.at.substr(0, 10)}});
    }
    return {};
  }

  Project& project_;
  const Actor& manager_;
  BatchReport report_;
};

}  // namespace

bool is_outfit_table(const std::string& path) {
  return may_be_table(path) && labeling::looks_like_outfits(labeling::first_bytes_of(path, labeling::kSignBytes));
}

Result<BatchReport> import_outfits(Project& project, const std::string& source, const Actor& manager,
                                   const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, manager, Deed::kImport));
  JAEDAN_RETURN_IF_ERROR(check_source(source));
  OutfitImport import(project, manager);
  std::error_code failed;
  const bool is_file = fs::is_regular_file(source, failed);
  JAEDAN_ASSIGN_OR_RETURN(std::vector<fs::path> files,
                          files_below(source, [&](const fs::path& file) { return is_file || may_be_table(file); }));
  const auto first_other = std::stable_partition(
      files.begin(), files.end(), [&](const fs::path& file) { return is_file || is_outfit_table(file.string()); });
  for (auto other = first_other; other != files.end(); ++other) import.leave_out(other->string());
  files.erase(first_other, files.end());
  if (files.empty()) {
    return nothing_found(ErrorCode::kNotFound, source,
                         {{"import.no_outfits_there", "{0}: no table of outfits (.csv, .json)", {source}}});
  }
  std::int64_t seen = 0;
  for (const auto& [file, name] : named(files, source)) {
    import.report().cancelled = watch.cancelled();
    if (import.report().cancelled) break;
    watch.report({"reading outfits", seen++, static_cast<std::int64_t>(files.size()), file.filename().string()});
    JAEDAN_RETURN_IF_ERROR(import.import_table(file.string(), name));
  }
  return std::move(import.report());
}

Status remove_outfit_table(Project& project, const std::string& name, const Actor& manager) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, manager, Deed::kManage));
  return project.store().remove_outfits(name, change_note(manager, ProjectDeed::kRemoveOutfits));
}

}  // namespace jaedan::workflow
