#include "app/workflow/photo/brought_work.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "app/workflow/photo/change_photo.h"
#include "app/workflow/project/import_choice.h"
#include "app/workflow/project/yolo_class_files.h"
#include "labeling/base/file_system.h"
#include "labeling/base/utf8.h"
#include "labeling/edit/commands/take_labels.h"
#include "labeling/edit/proposals/accept_proposals.h"
#include "labeling/formats/importer.h"
#include "labeling/review/state_machine.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;
using labeling::ImportedFile;
using labeling::ImportedPhoto;
using labeling::ImportFormat;

Result<const ImportFormat*> format_of(const BroughtWork& work) {
  JAEDAN_ASSIGN_OR_RETURN(const ImportChoice choice, choose_import(work.labels, work.format));
  if (const ImportFormat* const format = labeling::find_import_format(choice.name)) return format;
  return Error{ErrorCode::kInvalidArgument, "submit.no_labels", "{0} is no label file", {work.labels}};
}

Result<ImportedFile> read_file(const Project& project, const Photo& photo, const ImportFormat& format,
                               const std::string& file, std::vector<Warning>& warnings) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, disk().read(file, format.limit_bytes));
  labeling::ImportContext context{project.taxonomy(), {photo.width, photo.height}, {}};
  if (format.needs_photo) {
    JAEDAN_ASSIGN_OR_RETURN(const std::optional<YoloClassFile> found,
                            yolo_classes_near(fs::path(file).parent_path(), format.limit_bytes));
    if (found) {
      context.classes = found->names.classes;
      context.keypoint_values = found->names.keypoint_values;
      for (const Message& told : found->told) warnings.push_back({"class_names", told});
    }
  }
  Result<ImportedFile> read = format.read(bytes, context);
  if (!read.ok()) return read.error().with_context(file);
  return read;
}

/// Whether the label file calls its photo as this one is called, whatever the ending.
bool names(const ImportedPhoto& imported, const Photo& photo) {
  const auto stem = [](const std::string& name) { return utf8_composed(fs::path(name).stem().string()); };
  return stem(imported.file_name) == stem(photo.path) || stem(imported.file_name) == photo.name;
}

/// What the file says of the photo. One that speaks of a single photo may call it otherwise, with a warning.
Result<ImportedPhoto> said_of(const Photo& photo, ImportedFile file, const std::string& path,
                              std::vector<Warning>& warnings) {
  std::vector<ImportedPhoto>& photos = file.photos;
  const auto is_it = [&](const ImportedPhoto& imported) { return names(imported, photo); };
  const auto named = std::find_if(photos.begin(), photos.end(), is_it);
  const bool is_named = named != photos.end();
  ImportedPhoto* const said = photos.size() == 1 ? &photos.front() : is_named ? &*named : nullptr;
  if (!said || !said->says_something) {
    return Error{ErrorCode::kInvalidArgument, "submit.nothing_of_photo", "{0} says nothing of {1}", {path, photo.name}};
  }
  ImportedPhoto& found = *said;
  if (!is_named && !found.file_name.empty()) {
    warnings.push_back({"other_photo",
                        {"submit.other_name",
                         "the label file calls its photo {0}; its labels were taken for {1}",
                         {found.file_name, photo.name}}});
  }
  const labeling::ImageSize size = found.size;
  if ((size.width > 0 || size.height > 0) && (photo.width != size.width || photo.height != size.height)) {
    warnings.push_back({"other_size",
                        {"import.other_size",
                         "the label file says {0}, the photo is {1}",
                         {size_text(size), labeling::size_text({photo.width, photo.height})}}});
  }
  warnings.insert(warnings.end(), file.warnings.begin(), file.warnings.end());
  warnings.insert(warnings.end(), found.warnings.begin(), found.warnings.end());
  return std::move(found);
}

Status take_labels(Project& project, PhotoId id, const Actor& actor, const Annotation& said) {
  const EditWork work = [&](EditSession& session, const Actor& acting) {
    const bool draws = check_outlines(acting).ok();
    const auto outlines = draws ? TakeLabels::Outlines::kReplace : TakeLabels::Outlines::kKeep;
    return session.run(TakeLabels(said, outlines, acting.name), acting.in_batch());
  };
  JAEDAN_RETURN_IF_ERROR(edit_photo(project, id, actor, work));
  return {};
}

Status accept_proposals(Project& project, PhotoId id, const Actor& actor) {
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Prediction> prediction, project.store().prediction(id));
  if (!prediction || prediction->readings.empty()) {
    return Error{ErrorCode::kRefused, "submit.no_proposals", "no model has proposed anything for this photo"};
  }
  JAEDAN_RETURN_IF_ERROR(change_photo(project, id, actor.in_batch(), [&](const EditSession&) {
    return made(
        AcceptProposals(prediction->readings.front().garments, prediction->model_id, prediction->image_attributes));
  }));
  return {};
}

}  // namespace

Result<ReadWork> read_work(const Project& project, PhotoId id, const BroughtWork& work) {
  ReadWork read;
  read.accepts_proposals = work.accepts_proposals;
  if (work.labels.empty()) return read;
  JAEDAN_ASSIGN_OR_RETURN(const Photo photo, project.store().photo(id));
  JAEDAN_ASSIGN_OR_RETURN(const ImportFormat* const format, format_of(work));
  JAEDAN_ASSIGN_OR_RETURN(ImportedFile file, read_file(project, photo, *format, work.labels, read.warnings));
  JAEDAN_ASSIGN_OR_RETURN(ImportedPhoto said, said_of(photo, std::move(file), work.labels, read.warnings));
  read.labels = std::move(said.annotation);
  return read;
}

Status take_work(Project& project, PhotoId id, const Actor& actor, const ReadWork& work) {
  if (work.labels) JAEDAN_RETURN_IF_ERROR(take_labels(project, id, actor, *work.labels));
  return work.accepts_proposals ? accept_proposals(project, id, actor) : Status();
}

}  // namespace jaedan::workflow
