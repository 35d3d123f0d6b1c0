#include "app/workflow/export_project.h"

#include "app/workflow/label_writer.h"
#include "app/workflow/photo_pages.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::workflow {

Result<BatchReport> export_project(Project& project, const std::string& dest, const std::vector<std::string>& formats,
                                   const labeling::PhotoFilter& filter, const labeling::ExportOptions& options,
                                   const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const auto writer, LabelWriter::create(dest, formats, project.taxonomy(), options));
  const PhotoWork write = [&](const labeling::PhotoRow& row, BatchReport& report) -> Status {
    labeling::Store& store = project.store();
    labeling::ExportItem item;
    item.photo = row.photo;
    JAEDAN_ASSIGN_OR_RETURN(item.annotation, store.annotation(row.photo.id));
    if (item.annotation.revision == 0) {
      ++report.skipped;
      return {};
    }
    JAEDAN_ASSIGN_OR_RETURN(item.kfashion_source, store.source_file(row.photo.id));
    item.load_image = [&project, &row] { return labeling::read_image(project.photo_path(row.photo)); };
    JAEDAN_RETURN_IF_ERROR(writer->write(item));
    ++report.done;
    return {};
  };
  JAEDAN_ASSIGN_OR_RETURN(BatchReport report, for_each_photo(project, filter, "exporting", watch, write));
  JAEDAN_RETURN_IF_ERROR(writer->finish());
  for (FailedItem& warning : writer->warnings()) report.warnings.push_back(std::move(warning));
  return report;
}

}  // namespace jaedan::workflow
