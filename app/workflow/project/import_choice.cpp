#include "app/workflow/project/import_choice.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <string_view>
#include <utility>

#include "app/workflow/project/photo_files.h"
#include "app/workflow/recommend/import_outfits.h"
#include "labeling/formats/importer.h"
#include "labeling/formats/label_signs.h"
#include "labeling/io/probe_file.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;
using labeling::ImportFormat;

constexpr std::size_t kFilesLookedInto = 16;  // of an ending, from all over the list
constexpr const char* kImages = "images";

const ImportChoice* choice_named(const std::string& name) {
  for (const ImportChoice& choice : import_choices()) {
    if (choice.name == name) return &choice;
  }
  return nullptr;
}

bool is_ending_of_labels(const std::string& ending) {
  const std::vector<ImportFormat>& formats = labeling::import_formats();
  return std::any_of(formats.begin(), formats.end(), [&](const ImportFormat& f) { return f.ending == ending; });
}

/// The formats that some of the files seem to be of.
std::vector<const ImportFormat*> formats_of(const std::vector<fs::path>& files) {
  std::map<std::string, std::vector<const fs::path*>> by_ending;
  for (const fs::path& file : files) by_ending[lower_extension(file)].push_back(&file);
  std::vector<const ImportFormat*> found;
  for (const auto& [ending, paths] : by_ending) {
    const std::size_t step = std::max<std::size_t>(paths.size() / kFilesLookedInto, 1);
    for (std::size_t i = 0; i < paths.size(); i += step) {
      const std::string bytes = labeling::first_bytes_of(paths[i]->string(), labeling::kSignBytes);
      for (const ImportFormat& format : labeling::import_formats()) {
        const bool known = std::find(found.begin(), found.end(), &format) != found.end();
        if (!known && format.ending == ending && format.looks_like(bytes)) found.push_back(&format);
      }
    }
  }
  return found;
}

/// Masks beside label files are pictures of the same garments (`tag --format kfashion,masks`) and say less of them.
std::vector<const ImportFormat*> without_masks_of_labels(std::vector<const ImportFormat*> formats) {
  const auto is_masks = [](const ImportFormat* format) { return format->name == "masks"; };
  if (formats.size() > 1) formats.erase(std::remove_if(formats.begin(), formats.end(), is_masks), formats.end());
  return formats;
}

/// "ZIP"; empty for what is no archive.
std::string_view archive_kind(const fs::path& file) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kKinds = {
      {{".zip", "ZIP"}, {".7z", "7Z"}, {".rar", "RAR"}, {".tar", "TAR"}, {".gz", "GZ"}, {".tgz", "TGZ"}}};
  const std::string ending = lower_extension(file);
  for (const auto& [of_kind, kind] : kKinds) {
    if (of_kind == ending) return kind;
  }
  return {};
}

bool is_archive(const fs::path& file) { return !archive_kind(file).empty(); }

Message archive_sentence(const fs::path& file) {
  return {"import.archive",
          "{0}: a {1} archive: unpack it first",
          {file.string(), Message(std::string_view(archive_kind(file)))}};
}

bool is_tiff(const fs::path& file) {
  const std::string ending = lower_extension(file);
  return ending == ".tif" || ending == ".tiff";
}

}  // namespace

const std::vector<ImportChoice>& import_choices() {
  static const std::vector<ImportChoice> kChoices = [] {
    std::vector<ImportChoice> choices = {{kImages, {"import.title_images", "photos alone"}, "photos without labels"}};
    for (const ImportFormat& format : labeling::import_formats()) {
      choices.push_back({std::string(format.name), format.title, std::string(format.description)});
    }
    choices.push_back(
        {kOutfitTables, {"import.title_outfits", "outfit tables"}, "what is worn together, without photos"});
    return choices;
  }();
  return kChoices;
}

std::string import_names() {
  std::string names;
  for (const ImportChoice& choice : import_choices()) names += (names.empty() ? "" : ", ") + choice.name;
  return names;
}

Result<ImportChoice> choose_import(const std::string& source, const std::string& format) {
  if (const ImportChoice* named = choice_named(format)) return *named;
  if (!format.empty()) {
    return Error{ErrorCode::kInvalidArgument,
                 "import.unknown_format",
                 "cannot import '{0}'; choose one of {1}",
                 {format, import_names()}};
  }
  JAEDAN_RETURN_IF_ERROR(check_no_archive(source));
  const auto may_be_read = [](const fs::path& file) {
    return looks_like_photo(file) || is_ending_of_labels(lower_extension(file)) || lower_extension(file) == ".csv";
  };
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<fs::path> files, files_below(source, may_be_read));
  const std::vector<const ImportFormat*> formats = without_masks_of_labels(formats_of(files));
  if (formats.size() == 1) return *choice_named(std::string(formats.front()->name));
  if (formats.size() > 1) {
    std::string names;
    for (const ImportFormat* one : formats) names += (names.empty() ? "" : ", ") + std::string(one->name);
    return Error{ErrorCode::kInvalidArgument,
                 "import.several_formats",
                 "{0}: label files of several formats; choose one: {1}",
                 {source, names}};
  }
  if (std::any_of(files.begin(), files.end(), looks_like_photo)) return *choice_named(kImages);
  const auto is_outfits = [](const fs::path& file) { return is_outfit_table(file.string()); };
  if (std::any_of(files.begin(), files.end(), is_outfits)) return *choice_named(kOutfitTables);
  return nothing_found(ErrorCode::kInvalidArgument, source,
                       {{"import.nothing_known",
                         "{0}: no photos, and no label files of a known format; choose one of {1}",
                         {source, import_names()}}});
}

Status check_no_archive(const std::string& source) {
  std::error_code failed;
  if (!is_archive(source) || !fs::is_regular_file(source, failed)) return {};
  return Error{ErrorCode::kUnsupported, archive_sentence(source)};
}

Error nothing_found(ErrorCode code, const std::string& source, std::vector<Message> sentences,
                    const std::string& ending) {
  const bool masks = ending == ".png";
  const auto says_why = [&](const fs::path& file) { return is_archive(file) || (masks && is_tiff(file)); };
  const Result<std::vector<fs::path>> there = files_below(source, says_why);
  if (there.ok() && !there->empty() && says_why(there->front())) {
    const fs::path& file = there->front();
    sentences.push_back(is_archive(file)
                            ? archive_sentence(file)
                            : Message{"import.mask_tiff", "{0}: label masks are PNG files", {file.string()}});
  }
  return {code, joined(sentences)};
}

}  // namespace jaedan::workflow
