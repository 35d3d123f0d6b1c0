#include "app/workflow/predict/label_writer.h"

#include <algorithm>
#include <filesystem>

namespace jaedan::workflow {
namespace {

using labeling::ExportFormat;

/// The file that both would write, as people read it; empty when they do not meet.
std::string common_file(const ExportFormat& a, const ExportFormat& b) {
  if (a.photo_file == b.photo_file && !a.photo_file.empty()) return photo_file_of(a, "NAME");
  for (const std::string_view file : a.set_files) {
    if (std::find(b.set_files.begin(), b.set_files.end(), file) != b.set_files.end()) return std::string(file);
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<LabelWriter>> LabelWriter::create(const std::string& folder,
                                                         const std::vector<std::string>& formats,
                                                         const Taxonomy& taxonomy,
                                                         const labeling::ExportOptions& options) {
  auto writer = std::make_unique<LabelWriter>();
  writer->folder_ = folder;
  for (const std::string& name : formats) {
    auto output = std::make_unique<Output>();
    JAEDAN_ASSIGN_OR_RETURN(output->exporter, labeling::make_exporter(name, folder, taxonomy, options));
    output->format = labeling::find_export_format(name);
    bool named_before = false;
    for (const auto& other : writer->outputs_) {
      named_before |= other->format == output->format;
      const std::string file = common_file(*other->format, *output->format);
      if (other->format == output->format || file.empty()) continue;
      return Error{ErrorCode::kInvalidArgument,
                   "export.same_files",
                   "{0} and {1} both write {2}; write them into two folders, one by one",
                   {other->format->name, name, file}};
    }
    if (!named_before) writer->outputs_.push_back(std::move(output));
  }
  return writer;
}

labeling::ExportNames LabelWriter::names() const {
  labeling::FileNames names;
  for (const auto& set : outputs_) {
    for (const std::string_view file : set->format->set_files) {
      const std::string stem = std::filesystem::path(file).stem().string();
      const auto meets = [&](const auto& output) { return photo_file_of(*output->format, stem) == file; };
      if (std::any_of(outputs_.begin(), outputs_.end(), meets)) names.reserve(stem);
    }
  }
  return labeling::ExportNames(std::move(names));
}

Status LabelWriter::write(std::int64_t place, const labeling::ExportItem& item) {
  if (const Status written = write_files(item); !written.ok()) {
    leave_out(place);
    return written;
  }
  // The row may have to wait for its turn, when the photo is gone; tables need neither pixels nor source.
  labeling::ExportItem row;
  row.photo = item.photo;
  row.names = item.names;
  row.annotation = item.annotation;
  table_order_.put(place, [this, row = std::move(row)] { add_row(row); });
  return {};
}

Status LabelWriter::write_files(const labeling::ExportItem& item) {
  for (const auto& output : outputs_) {
    if (output->is_table()) continue;
    const std::lock_guard<std::mutex> lock(output->mutex);
    JAEDAN_RETURN_IF_ERROR(output->exporter->add(item));
  }
  return {};
}

void LabelWriter::add_row(const labeling::ExportItem& item) {
  for (const auto& output : outputs_) {
    if (output->is_table() && output->failure.ok()) output->failure = output->exporter->add(item);
  }
}

std::vector<FailedItem> LabelWriter::finish() {
  table_order_.finish();
  std::vector<FailedItem> failed;
  for (const auto& output : outputs_) {
    if (output->failure.ok()) output->failure = output->exporter->finish();
    if (output->failure.ok()) continue;
    const std::vector<std::string_view>& files = output->format->set_files;
    failed.push_back(
        {folder_ + "/" + std::string(files.empty() ? "" : files.front()), output->failure.error().message});
  }
  return failed;
}

std::vector<FailedItem> LabelWriter::warnings() const {
  std::vector<FailedItem> all;
  for (const auto& output : outputs_) {
    for (const labeling::ExportWarning& warning : output->exporter->warnings()) {
      all.push_back({warning.photo, warning.message});
    }
  }
  std::sort(all.begin(), all.end(), [](const FailedItem& a, const FailedItem& b) {
    return a.item == b.item ? a.reason.text() < b.reason.text() : a.item < b.item;
  });
  const auto same = [](const FailedItem& a, const FailedItem& b) {
    return a.item == b.item && a.reason.text() == b.reason.text();
  };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());  // said by several formats
  return all;
}

}  // namespace jaedan::workflow
