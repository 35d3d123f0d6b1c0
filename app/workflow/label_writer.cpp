#include "app/workflow/label_writer.h"

namespace jaedan::workflow {

Result<std::unique_ptr<LabelWriter>> LabelWriter::create(const std::string& folder,
                                                         const std::vector<std::string>& formats,
                                                         const Taxonomy& taxonomy,
                                                         const labeling::ExportOptions& options) {
  auto writer = std::make_unique<LabelWriter>();
  for (const std::string& format : formats) {
    auto output = std::make_unique<Output>();
    JAEDAN_ASSIGN_OR_RETURN(output->exporter, labeling::make_exporter(format, folder, taxonomy, options));
    writer->outputs_.push_back(std::move(output));
  }
  return writer;
}

Status LabelWriter::write(const labeling::ExportItem& item) {
  for (const auto& output : outputs_) {
    const std::lock_guard<std::mutex> lock(output->mutex);
    JAEDAN_RETURN_IF_ERROR(output->exporter->add(item));
  }
  return {};
}

Status LabelWriter::finish() {
  for (const auto& output : outputs_) JAEDAN_RETURN_IF_ERROR(output->exporter->finish());
  return {};
}

std::vector<FailedItem> LabelWriter::warnings() const {
  std::vector<FailedItem> all;
  for (const auto& output : outputs_) {
    for (const labeling::ExportWarning& warning : output->exporter->warnings()) {
      all.push_back({warning.photo, warning.message});
    }
  }
  return all;
}

}  // namespace jaedan::workflow
