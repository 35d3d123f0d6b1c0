#include "app/workflow/project/export_project.h"

#include <filesystem>

#include "app/workflow/output/export_manifest.h"
#include "app/workflow/output/output_guard.h"
#include "app/workflow/predict/label_writer.h"
#include "app/workflow/project/photo_pages.h"
#include "app/workflow/project/photo_places.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::workflow {

Result<BatchReport> export_project(Project& project, const std::string& dest, const std::vector<std::string>& formats,
                                   const labeling::PhotoFilter& filter, const labeling::ExportOptions& options,
                                   const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const auto writer, LabelWriter::create(dest, formats, project.taxonomy(), options));
  OutputGuard guard(dest, formats);
  std::error_code failed;
  const bool there = std::filesystem::exists(dest, failed);
  labeling::ExportNames names = writer->names();
  // All photos, not only those of the filter: a photo's name does not depend on which others are written.
  JAEDAN_RETURN_IF_ERROR(look_at_photos(project, [&](const Photo& photo) {
    const std::string path = project.photo_path(photo);
    names.look_at(photo, path);
    if (there) guard.protect_photo(path);
  }));
  JAEDAN_RETURN_IF_ERROR(guard.check());
  JAEDAN_RETURN_IF_ERROR(make_output_folder(dest));
  std::vector<const labeling::ExportFormat*> known_formats;
  for (const std::string& name : formats) known_formats.push_back(labeling::find_export_format(name));
  const bool approved_only = filter.state == WorkflowState::kApproved;
  ExportManifest manifest(dest, project);
  std::int64_t place = 0;
  GoneByFolder gone;
  const PhotoWork write = [&](const labeling::PhotoRow& row, BatchReport& report) -> Status {
    labeling::Store& store = project.store();
    labeling::ExportItem item;
    item.photo = row.photo;
    item.names = names.names_of(row.photo, project.photo_path(row.photo));
    JAEDAN_ASSIGN_OR_RETURN(item.annotation, store.annotation(row.photo.id));
    if (item.annotation.revision == 0) {
      ++report.skipped;
      return {};
    }
    const PhotoFileFound found = look_at_photo_file(project, row.photo);
    // Labels of another size would lie beside what they are for; without the photo they are still what was said of it.
    if (found.state == PhotoFile::kOtherSize) return Error{ErrorCode::kConflict, trouble_sentence(row.photo, found)};
    if (found.state == PhotoFile::kGone) gone.add(project.photo_path(row.photo));
    if (found.state == PhotoFile::kUnreadable) report.warnings.push_back({row.photo.name, found.why});
    JAEDAN_RETURN_IF_ERROR(guard.allow(item.names.file));
    JAEDAN_ASSIGN_OR_RETURN(item.kfashion_source, store.source_file(row.photo.id));
    item.load_image = [&project, &row] { return labeling::read_image(project.photo_path(row.photo)); };
    JAEDAN_RETURN_IF_ERROR(writer->write(place++, item));
    manifest.note(known_formats, item.names.file, row.photo.id, approved_only);
    ++report.done;
    return {};
  };
  JAEDAN_ASSIGN_OR_RETURN(BatchReport report, for_each_photo(project, filter, "exporting", watch, write));
  gone.tell(report.warnings);
  if (!report.cancelled) {
    JAEDAN_RETURN_IF_ERROR(manifest.remove_stale(project, known_formats, approved_only, report));
  }
  // A project that is only to be read can be exported all the same.
  if (const Status saved = manifest.save(); !saved.ok() && saved.error().code != ErrorCode::kIo) return saved.error();
  for (FailedItem& table : writer->finish()) report.failed.push_back(std::move(table));
  for (FailedItem& warning : writer->warnings()) report.warnings.push_back(std::move(warning));
  return report;
}

labeling::PhotoFilter exported_of(labeling::PhotoFilter filter, bool approved_only) {
  if (approved_only && !filter.state) filter.state = WorkflowState::kApproved;
  return filter;
}

bool none_was_approved(const BatchReport& report, const labeling::PhotoFilter& filter) {
  return report.done == 0 && report.failed.empty() && !report.cancelled && filter.state == WorkflowState::kApproved;
}

}  // namespace jaedan::workflow
